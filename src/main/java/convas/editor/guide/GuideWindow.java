package convas.editor.guide;

import convas.editor.Theme;
import convas.editor.task.Choice;
import convas.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The tasks at the left, their text at the right; the window of the designs goes on working beside it. */
final class GuideWindow {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 720;
    private static final double LIST = 0.28;
    private static final String FOLDER = "/guide/";

    private final Theme theme;
    private final boolean chinese;
    private final Stage stage = new Stage();
    private final ListView<Prose.Section> tasks = new ListView<>();
    private final VBox text = new VBox(10);
    private final ScrollPane scroll = new ScrollPane(text);

    GuideWindow(Texts texts, Theme theme, Window owner) {
        this.theme = theme;
        this.chinese = texts.locale().getLanguage().equals("zh");
        Prose prose = new Prose(read(chinese ? "tutorial_zh.md" : "tutorial.md"), this::picture);
        text.getChildren().setAll(prose.nodes());
        text.setPadding(new Insets(16, 24, 24, 20));
        text.getStyleClass().add("guide");
        scroll.setId("guide-text");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(texts.get("editorguide.command.help.tutorial"));
        tasks.setId("guide-tasks");
        tasks.setAccessibleText(texts.get("editorguide.tasks"));
        tasks.getItems().setAll(prose.sections());
        tasks.setCellFactory(list -> new TaskCell());
        Choice.follow(
                tasks.getSelectionModel(),
                () -> false,
                () -> Optional.ofNullable(tasks.getSelectionModel().getSelectedItem())
                        .ifPresent(section -> scrollTo(section.heading())));
        SplitPane split = new SplitPane(tasks, scroll);
        split.setDividerPositions(LIST);
        SplitPane.setResizableWithParent(tasks, false);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(split, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight() * 0.9));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.getRoot().getStyleClass().setAll(owner.getScene().getRoot().getStyleClass());
        // The list would keep Escape for itself.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        stage.initOwner(owner);
        stage.setTitle(texts.get("editorguide.title"));
        stage.setScene(scene);
    }

    void show() {
        stage.show();
        stage.toFront();
        tasks.requestFocus();
    }

    void close() {
        stage.close();
    }

    /** The picture of this name that suits the theme and the language. */
    private Optional<Image> picture(String path) {
        String name = path.replaceFirst("\\.png$", "")
                + (theme == Theme.DARK ? "-dark" : "")
                + (chinese ? "-zh" : "")
                + ".png";
        return Optional.ofNullable(GuideWindow.class.getResource(FOLDER + name))
                .map(found -> new Image(found.toExternalForm()));
    }

    private void scrollTo(Node heading) {
        double hidden = text.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(
                hidden <= 0 ? 0 : Math.min(1, heading.getBoundsInParent().getMinY() / hidden));
    }

    private static String read(String name) {
        try (InputStream in = GuideWindow.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A task by its heading. */
    private static final class TaskCell extends ListCell<Prose.Section> {
        @Override
        protected void updateItem(Prose.Section section, boolean empty) {
            super.updateItem(section, empty);
            setText(empty ? null : section.title());
            setWrapText(true);
            setPrefWidth(0);
        }
    }
}
