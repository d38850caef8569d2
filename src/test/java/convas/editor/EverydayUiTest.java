package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people expect of any editor: names by F2, an undo that says what, files dropped on the window, tabs in one's own order. */
final class EverydayUiTest {
    @TempDir
    private Path home;

    private LiveEditor open() throws Exception {
        return LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-plain.json")), Map.of());
    }

    private static String undo(LiveEditor editor) {
        return LiveEditor.onWindowThread(() -> editor.find("#menu-bar", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "command-edit.undo".equals(item.getId()))
                .map(MenuItem::getText)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void f2NamesWhatIsSelectedAndUndoSaysWhatItTakesBack() throws Exception {
        try (LiveEditor editor = open()) {
            assertEquals("Undo", undo(editor));
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofNode("conv1"));
                return null;
            });
            editor.shortcut(KeyCode.F2);
            editor.await(
                    "the name",
                    () -> editor.scene().getFocusOwner() instanceof TextField field
                            && "field-id".equals(field.getId())
                            && "conv1".equals(field.getSelectedText()));
            editor.robot().write("stem").push(KeyCode.ENTER);
            editor.await(
                    "the new name",
                    () -> editor.document().design().graph().node("stem").isPresent());
            editor.await("its undo", () -> undo(editor).equals("Undo: Rename conv1 to stem"));
            editor.click(".convas-canvas");
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await(
                    "the old name",
                    () -> editor.document().design().graph().node("conv1").isPresent());
            assertEquals("Undo", undo(editor));

            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.NONE);
                return null;
            });
            editor.shortcut(KeyCode.F2);
            editor.await(
                    "the design's name",
                    () -> editor.scene().getFocusOwner() instanceof TextField field
                            && "field-design-name".equals(field.getId()));
        }
    }

    /** Drags files from a window of another program, as this one must take it to be. */
    private static void drop(LiveEditor editor, Path... files) {
        Stage other = LiveEditor.onWindowThread(() -> {
            Label label = new Label("files");
            label.setMinSize(120, 60);
            label.setOnDragDetected(event -> {
                ClipboardContent content = new ClipboardContent();
                content.putFiles(List.of(files).stream().map(Path::toFile).toList());
                label.startDragAndDrop(TransferMode.COPY).setContent(content);
                event.consume();
            });
            Stage stage = new Stage();
            stage.setScene(new Scene(label, 120, 60));
            stage.setX(editor.stage().getX() + 40);
            stage.setY(editor.stage().getY() + 200);
            stage.setAlwaysOnTop(true);
            stage.show();
            return stage;
        });
        editor.await(
                "the files",
                () -> other.isShowing()
                        && other.getScene().getRoot().getLayoutBounds().getWidth() > 0);
        Node label = other.getScene().getRoot();
        Point2D from = LiveEditor.onWindowThread(() -> {
            var box = label.localToScreen(label.getBoundsInLocal());
            return new Point2D(box.getCenterX(), box.getCenterY());
        });
        editor.drag(from, editor.middle(editor.find(".convas-canvas", Node.class)));
        LiveEditor.onWindowThread(() -> {
            other.close();
            return null;
        });
    }

    @Test
    void designsAndDataAreDroppedOnTheWindow() throws Exception {
        Path design = Files.copy(LiveEditor.project("presets", "digits-ghost.json"), home.resolve("dropped.json"));
        Path data = home.resolve("pictures");
        for (String name : List.of("a", "b")) {
            Path folder = Files.createDirectories(data.resolve(name));
            for (int index = 0; index < 4; index++) {
                Files.copy(
                        LiveEditor.project("src", "test", "resources", "dataset", "images", "grey.png"),
                        folder.resolve(index + ".png"));
            }
        }
        Path other = Files.writeString(home.resolve("letter.txt"), "x");
        try (LiveEditor editor = open()) {
            drop(editor, data);
            editor.await(
                    "the data",
                    () -> String.valueOf(editor.document().design().training().get("dataset"))
                            .contains(data.toString()));
            editor.await(
                    "its panel",
                    () -> "dock-data"
                            .equals(editor.find("#dock", TabPane.class)
                                    .getSelectionModel()
                                    .getSelectedItem()
                                    .getId()));
            drop(editor, other);
            editor.await("a word", () -> isSaid(editor, "letter.txt is neither a design"));
            drop(editor, design);
            editor.await(
                    "the design",
                    () -> editor.document()
                            .file()
                            .map(Path::getFileName)
                            .map(Path::toString)
                            .equals(Optional.of("dropped.json")));
        }
    }

    private static boolean isSaid(LiveEditor editor, String words) {
        return editor.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(each -> each instanceof Labeled label
                        && label.getText() != null
                        && label.getText().startsWith(words));
    }

    @Test
    void tabsAreDraggedIntoAnotherOrder() throws Exception {
        try (LiveEditor editor = open()) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.N);
            TabPane tabs = editor.find("#design-tabs", TabPane.class);
            editor.await("two tabs", () -> tabs.getTabs().size() == 2);
            editor.awaitDesign();
            String first = LiveEditor.onWindowThread(() -> tabs.getTabs().get(0).getText());
            List<Point2D> places = LiveEditor.onWindowThread(() -> tabs.lookupAll(".tab").stream()
                    .map(each -> each.localToScreen(each.getBoundsInLocal()))
                    .map(box -> new Point2D(box.getCenterX(), box.getCenterY()))
                    .sorted((one, two) -> Double.compare(one.getX(), two.getX()))
                    .toList());
            editor.drag(places.get(0), places.get(1).add(60, 0));
            editor.await(
                    "the other order", () -> tabs.getTabs().get(1).getText().equals(first));
            assertTrue(editor.document() != null);
        }
    }
}
