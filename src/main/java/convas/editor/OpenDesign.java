package convas.editor;

import convas.editor.canvas.CanvasView;
import convas.editor.canvas.picture.Bounds;
import convas.editor.dock.Whereabouts;
import convas.editor.document.Document;
import convas.editor.document.Place;
import convas.editor.overlay.HeatPanel;
import convas.editor.overlay.HeatSource;
import convas.editor.overlay.Overlay;
import convas.editor.overview.Overview;
import convas.editor.task.BackgroundAnalysis;
import convas.editor.task.Tasks;
import convas.operator.Catalog;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A tab: a document, its canvas, the way back out of a module, and the analysis that follows every edit. */
final class OpenDesign implements AutoCloseable {
    private static final double OVERVIEW_MARGIN = 14;

    private final Document document;
    private final CanvasView canvas;
    private final Texts texts;
    private final BackgroundAnalysis analysis;
    private final Tab tab = new Tab();
    private final Tooltip whereSaved = new Tooltip();
    private final HBox breadcrumb = new HBox(2);
    private Place crumbPlace;
    private String crumbDesign = "";
    private final HeatPanel heat;
    private Optional<HeatSource> measure = Optional.empty();
    private final HBox notice = new HBox(10);
    private String noticed = "";
    private final List<Runnable> closing = new ArrayList<>();

    /**
     * @param overviews whether the sheet is shown in small where not all of it is visible
     * @param hint gets brief sentences for the status bar
     */
    OpenDesign(
            Document document,
            Theme theme,
            Texts texts,
            Tasks tasks,
            Services services,
            ReadOnlyBooleanProperty overviews,
            Consumer<String> hint) {
        this.document = document;
        this.texts = texts;
        this.canvas = new CanvasView(document, theme.canvas(), texts, tasks);
        this.analysis = new BackgroundAnalysis(tasks, services.analyst(), (design, result) -> {
            if (document.design().graph().equals(design.graph())) {
                document.setAnalysis(result);
            }
        });
        canvas.setOnHint(hint);
        breadcrumb.getStyleClass().add("breadcrumb");
        this.heat = new HeatPanel(
                texts,
                path -> {
                    Whereabouts.goTo(document, path);
                    document.selection().single().ifPresent(canvas::ensureVisible);
                    canvas.requestFocus();
                },
                () -> setMeasure(Optional.empty()));
        canvas.setOnHeat(() -> heat.scale(canvas.heat()));
        BorderPane content = new BorderPane(new StackPane(canvas, overview(overviews)));
        content.setRight(heat);
        content.setTop(new VBox(breadcrumb, notice));
        notice.getStyleClass().add("notice");
        notice.setId("notice");
        hideNotice();
        tab.setContent(content);
        tab.setTooltip(whereSaved);
        closing.add(document.addListener(change -> {
            if (change.meaning()) {
                analysis.submit(document.design());
            }
            if (change.place() || change.design()) {
                fillBreadcrumb();
            }
            if (change.file() || change.design()) {
                title();
            }
            if (change.analysis()) {
                warm();
            }
        }));
        closing.add(canvas::close);
        // A tab's content joins the scene a moment after the tab is added.
        canvas.sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                canvas.requestFocus();
            }
        });
        fillBreadcrumb();
        title();
        if (document.analysis().isEmpty()) {
            analysis.submit(document.design());
        }
    }

    /** The sheet in small, in the corner, while not all of it is visible. */
    private Overview overview(ReadOnlyBooleanProperty wanted) {
        Overview overview = new Overview(canvas);
        StackPane.setAlignment(overview, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(overview, new Insets(OVERVIEW_MARGIN));
        overview.setVisible(false);
        Runnable look = () -> overview.setVisible(
                wanted.get() && !canvas.visible().contains(canvas.picture().bounds()) && !covers(overview));
        closing.add(canvas.addViewListener(look));
        closing.add(document.addListener(change -> look.run()));
        ChangeListener<Boolean> switched = (property, before, now) -> look.run();
        wanted.addListener(switched);
        closing.add(() -> wanted.removeListener(switched));
        return overview;
    }

    /** Whether it would lie above a card that somebody works on, as one that was just added. */
    private boolean covers(Overview overview) {
        double zoom = canvas.zoomProperty().get();
        Bounds seen = canvas.visible();
        Bounds corner = new Bounds(
                seen.maxX() - (overview.prefWidth(-1) + 2 * OVERVIEW_MARGIN) / zoom,
                seen.maxY() - (overview.prefHeight(-1) + 2 * OVERVIEW_MARGIN) / zoom,
                seen.maxX(),
                seen.maxY());
        return document.selection().nodes().stream()
                .flatMap(id -> canvas.picture().node(id).stream())
                .anyMatch(card -> card.bounds().meets(corner));
    }

    /** Shows a number for each node by its colour, with the highest in a list; or nothing of that. */
    void setMeasure(Optional<HeatSource> wanted) {
        measure = wanted;
        warm();
    }

    /** The number that is shown by colour. */
    Optional<HeatSource> measure() {
        return measure;
    }

    private void warm() {
        Optional<Overlay> overlay =
                measure.flatMap(wanted -> document.analysis().map(analysis -> wanted.of(analysis, texts)));
        if (overlay.isPresent() || canvas.overlay().isPresent()) {
            heat.show(overlay);
            canvas.setOverlay(overlay);
        }
    }

    /** Shows a sentence above the canvas until it is hidden again, with what can be done about it. */
    void showNotice(String sentence, List<Button> actions) {
        if (notice.isVisible() && sentence.equals(noticed)) {
            // New buttons would take the old ones from under the mouse.
            return;
        }
        noticed = sentence;
        Label label = new Label(sentence);
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        notice.getChildren().setAll(label);
        notice.getChildren().addAll(actions);
        notice.setVisible(true);
        notice.setManaged(true);
    }

    void hideNotice() {
        // A button that goes takes the keyboard with it.
        if (notice.isVisible() && canvas.getScene() != null) {
            canvas.requestFocus();
        }
        notice.getChildren().clear();
        notice.setVisible(false);
        notice.setManaged(false);
    }

    Document document() {
        return document;
    }

    /** The library has other modules now: what uses them is analysed again. */
    void useLibrary(Catalog types) {
        document.useLibrary(types);
        analysis.submit(document.design());
    }

    /** Shows a part of the sheet, at once or as soon as the canvas has a size. */
    void lookAt(double zoom, double x, double y) {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            canvas.zoomTo(zoom);
            canvas.centerOn(x, y);
            return;
        }
        canvas.heightProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Number> height, Number before, Number now) {
                if (now.doubleValue() > 0 && canvas.getWidth() > 0) {
                    height.removeListener(this);
                    lookAt(zoom, x, y);
                }
            }
        });
    }

    CanvasView canvas() {
        return canvas;
    }

    Tab tab() {
        return tab;
    }

    /** The file's name, else the design's, for titles and questions. */
    String name() {
        return document.file()
                .map(Path::getFileName)
                .map(Path::toString)
                .orElseGet(() -> document.design().name().isEmpty()
                        ? texts.get("editor.untitled")
                        : document.design().name());
    }

    private void title() {
        tab.setText(name() + (document.isDirty() ? "  \u25cf" : ""));
        whereSaved.setText(document.file().map(Path::toString).orElseGet(() -> texts.get("editor.notSaved")));
    }

    /** Made anew only where it says something else: most edits change nothing of it. */
    private void fillBreadcrumb() {
        Place place = document.sheet().place();
        String design = document.design().name().isEmpty()
                ? texts.get("editor.untitled")
                : document.design().name();
        if (place.equals(crumbPlace) && design.equals(crumbDesign)) {
            return;
        }
        crumbPlace = place;
        crumbDesign = design;
        breadcrumb.getChildren().clear();
        crumb(design, 0, place.depth());
        for (int depth = 1; depth <= place.depth(); depth++) {
            breadcrumb.getChildren().add(new Label("\u203a"));
            Place.Step step = place.steps().get(depth - 1);
            crumb(step.segment() + " (" + step.type() + ")", depth, place.depth());
        }
    }

    private void crumb(String text, int depth, int last) {
        if (depth == last) {
            Label here = new Label(text);
            here.getStyleClass().add("crumb-here");
            breadcrumb.getChildren().add(here);
            return;
        }
        Hyperlink back = new Hyperlink(text);
        back.setId("crumb-" + depth);
        back.setTooltip(new Tooltip(texts.get("editor.breadcrumbTip", text)));
        back.setOnAction(event -> document.leaveTo(depth));
        breadcrumb.getChildren().add(back);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
