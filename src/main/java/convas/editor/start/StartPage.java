package convas.editor.start;

import convas.analysis.Analysis;
import convas.editor.Panels;
import convas.editor.Preset;
import convas.editor.Services;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.json.Reading;
import convas.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Designs to begin with: those that come with the program, each with a picture and its figures, and the files opened
 * last. Reads them one after the other in the background, so the page is there at once and fills itself.
 */
public final class StartPage {
    private static final Logger LOG = LoggerFactory.getLogger(StartPage.class);
    private static final String BUNDLED = "digits";

    private final Services services;
    private final Tasks tasks;
    private final Texts texts;
    private final StartActions actions;
    private final PresetCard cards;
    private final Parent root;
    private boolean closed;

    @FXML
    private Button create;

    @FXML
    private Button back;

    @FXML
    private Label recentHeading;

    @FXML
    private VBox recent;

    @FXML
    private FlowPane trainable;

    @FXML
    private Label otherHeading;

    @FXML
    private FlowPane others;

    public StartPage(Panels panels, Services services, Tasks tasks, CanvasTheme theme, StartActions actions) {
        this.services = services;
        this.tasks = tasks;
        this.texts = panels.texts();
        this.actions = actions;
        this.cards = new PresetCard(texts, services.catalog(), theme);
        this.root = panels.load("start", "editorpanels", this);
        otherHeading.setVisible(false);
        refresh(false);
        read(services.presets().stream()
                .sorted(Comparator.comparing((Preset preset) -> !preset.name().startsWith(BUNDLED)))
                .toList()
                .iterator());
    }

    public Parent root() {
        return root;
    }

    /** Puts the keyboard where one begins. */
    public void focus() {
        create.requestFocus();
    }

    /** Reads no more. */
    public void close() {
        closed = true;
    }

    /** A preset that was read. */
    private record Loaded(Design design, Analysis analysis) {}

    private void read(Iterator<Preset> left) {
        if (closed || !left.hasNext()) {
            return;
        }
        Preset preset = left.next();
        tasks.start(
                () -> load(preset),
                loaded -> {
                    loaded.ifPresent(found -> add(preset, found));
                    read(left);
                },
                failure -> {
                    LOG.error("The preset {} cannot be read", preset.name(), failure);
                    read(left);
                });
    }

    private Optional<Loaded> load(Preset preset) throws Exception {
        Reading<Design> reading = services.format().read(preset.read());
        return reading.value()
                .map(design -> new Loaded(design, services.analyst().analyze(design, () -> closed)));
    }

    private void add(Preset preset, Loaded loaded) {
        Button card = cards.button(
                preset.name(), loaded.design(), loaded.analysis(), () -> actions.openPreset(preset.name()));
        boolean here = preset.name().startsWith(BUNDLED);
        (here ? trainable : others).getChildren().add(card);
        otherHeading.setVisible(!others.getChildren().isEmpty());
    }

    /**
     * Shows the files opened last as they are now.
     *
     * @param designsOpen whether there is a design to go back to
     */
    public void refresh(boolean designsOpen) {
        back.setVisible(designsOpen);
        back.setManaged(designsOpen);
        List<Path> paths = services.settings().recent();
        tasks.start(
                () -> {
                    Map<Path, Boolean> there = new TreeMap<>(Comparator.comparingInt(paths::indexOf));
                    paths.forEach(path -> there.put(path, Files.isRegularFile(path)));
                    return there;
                },
                this::showRecent,
                failure -> LOG.warn("Recent files cannot be looked at", failure));
    }

    private void showRecent(Map<Path, Boolean> paths) {
        recent.getChildren().clear();
        recentHeading.setVisible(!paths.isEmpty());
        paths.forEach((path, there) -> {
            Label name = new Label(String.valueOf(path.getFileName()));
            name.getStyleClass().add("recent-name");
            Label folder =
                    new Label(there ? String.valueOf(path.getParent()) : texts.get("editorpanels.start.missing"));
            folder.getStyleClass().add("recent-folder");
            Button entry = new Button();
            entry.setGraphic(new VBox(name, folder));
            entry.getStyleClass().setAll("recent-entry");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setAccessibleText(path.toString());
            entry.setTooltip(new Tooltip(path.toString()));
            entry.setDisable(!there);
            entry.setOnAction(event -> actions.openFile(path));
            recent.getChildren().add(entry);
        });
    }

    @FXML
    private void newDesign() {
        actions.newDesign();
    }

    @FXML
    private void browse() {
        actions.browse();
    }

    @FXML
    private void back() {
        actions.back();
    }
}
