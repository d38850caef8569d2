package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the data panel says of data, and how its options are chosen. */
final class DataSurveyUiTest {
    @TempDir
    private Path home;

    private LiveEditor open(Path file, Map<String, String> remembered) throws Exception {
        LiveEditor editor = LiveEditor.open(home, Optional.of(file), remembered);
        editor.click("#dock-data");
        return editor;
    }

    /** A design for two or three classes of small images in a folder. */
    private Path design(Path folder, int classes) throws Exception {
        Path file = home.resolve("net.json");
        Files.writeString(file, """
            {"format": "convas-design", "version": 1, "name": "net", "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [3, 16, 16]}},
              {"id": "flat", "type": "Flatten"},
              {"id": "linear", "type": "Linear", "params": {"out_features": %d}},
              {"id": "scores", "type": "Output"}],
             "edges": [{"from": "image", "to": "flat"}, {"from": "flat", "to": "linear"}, {"from": "linear", "to": "scores"}],
             "training": {"dataset": {"type": "image-folder", "path": "%s"}, "epochs": 1}}
            """.formatted(classes, folder.getFileName()));
        return file;
    }

    private static Value option(LiveEditor editor, String name) {
        return editor.document().design().training().get("dataset") instanceof Value.Mapping mapping
                ? mapping.fields().get(name)
                : null;
    }

    /** All words of a part of the panel. */
    private static List<String> words(LiveEditor editor, String selector) {
        Optional<Node> part = editor.findIfThere(selector);
        return LiveEditor.onWindowThread(() -> part.stream()
                .flatMap(node -> node.lookupAll(".label").stream())
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private static void assertTold(List<String> told, String... beginnings) {
        for (String beginning : beginnings) {
            assertEquals(
                    1, told.stream().filter(line -> line.startsWith(beginning)).count(), beginning + " in " + told);
        }
    }

    private static void awaitWhole(LiveEditor editor) {
        editor.await(
                "the look at all of it",
                () -> editor.find("#data-look", Label.class).getText().startsWith("All")
                        || editor.find("#data-look", Label.class).getText().startsWith("已查看全部"));
    }

    @Test
    void aFolderWithEveryOddityIsToldBeforeARun() throws Exception {
        OddFolder.make(home.resolve("animals"));
        try (LiveEditor editor = open(design(home.resolve("animals"), 3), Map.of())) {
            awaitWhole(editor);
            // By the files that were put there: 12 cats and 13 dogs can be read, a fifth of them validates.
            assertEquals(
                    "20 samples to train on and 5 to validate, of 3 × 16 × 16; 3 classes.",
                    editor.text("#data-summary"));
            List<String> broken = words(editor, "#data-broken");
            assertTold(broken, "Images that cannot be read: 2;");
            assertTrue(
                    broken.stream().anyMatch(line -> line.contains("cut-60.jpeg"))
                            && broken.stream().anyMatch(line -> line.contains("no-image.jpg")),
                    broken.toString());
            editor.screenshot("data-odd");
            LiveEditor.onWindowThread(() -> {
                ((Hyperlink) editor.scene().lookup("#data-warnings .data-unfold")).fire();
                return null;
            });
            List<String> warnings = words(editor, "#data-warnings");
            assertTold(
                    warnings,
                    "Images that are not opaque, laid over the ground that \"alpha\" says: 1 ",
                    "Left aside, since their names do not end as those of images that are read: 2 (.heic 1, .txt 1)",
                    "Left aside, since they are links to what is not there: 1 ",
                    "Left aside, since they are links to a folder that they lie in themselves: 1 ",
                    "Images turned or mirrored upright, as their files say (EXIF): 2 ",
                    "Images in cyan, magenta, yellow and black, made red, green and blue: 1 ",
                    "Images of 16 bits a value, of which the upper 8 are taken: 2 ",
                    "Images of several pictures, of which the first is taken: 1 ",
                    "Left aside, since they lie beside the folders of classes and so belong to none, images: 1 ",
                    "Classes without any image to train with: 1 (empty).");
            assertTold(
                    words(editor, "#data-lines"), "Left aside, since hidden or put there by a system for itself: 2 ");
            editor.click("#data-look-copy");
            editor.await("the text", () -> Clipboard.getSystemClipboard().hasString());
            String copied = LiveEditor.onWindowThread(
                    () -> Clipboard.getSystemClipboard().getString());
            assertTrue(copied.contains("cut-60.jpeg") && copied.contains("(EXIF): 2 "), copied);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatIsDoneWithBrokenImagesIsChosenBesideThemAndUndone(String language) throws Exception {
        OddFolder.make(home.resolve("animals"));
        try (LiveEditor editor = open(design(home.resolve("animals"), 3), Map.of("language", language))) {
            awaitWhole(editor);
            assertTrue(LiveEditor.onWindowThread(() ->
                    editor.find("#data-broken", Node.class).getStyleClass().contains("data-wrong")));
            ChoiceBox<?> choice = editor.find("#data-corrupt", ChoiceBox.class);
            LiveEditor.onWindowThread(() -> {
                choice.requestFocus();
                return null;
            });
            editor.shortcut(KeyCode.SPACE);
            editor.await("the menu", choice::isShowing);
            editor.shortcut(KeyCode.DOWN);
            editor.shortcut(KeyCode.ENTER);
            editor.await("the choice", () -> Value.of("skip").equals(option(editor, "corrupt")));
            awaitWhole(editor);
            editor.await(
                    "the milder words",
                    () -> editor.findIfThere("#data-broken")
                            .filter(box -> box.getStyleClass().contains("data-warning"))
                            .isPresent());
            editor.screenshot(language.equals("en") ? "data" : "data-" + language);
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await("it undone", () -> option(editor, "corrupt") == null);
            editor.await(
                    "the error again",
                    () -> editor.findIfThere("#data-broken")
                            .filter(box -> box.getStyleClass().contains("data-wrong"))
                            .isPresent());
        }
    }

    @Test
    void optionsAreEditedInPlaceAndWrongOnesAreRefusedThere() throws Exception {
        OddFolder.make(home.resolve("animals"));
        try (LiveEditor editor = open(design(home.resolve("animals"), 3), Map.of())) {
            awaitWhole(editor);
            TextField size = editor.find("#data-option-image_size", TextField.class);
            assertEquals("16, 16", LiveEditor.onWindowThread(size::getPromptText));
            LiveEditor.onWindowThread(() -> {
                size.requestFocus();
                return null;
            });
            editor.robot().write("0").push(KeyCode.ENTER);
            Label error = editor.find("#error-data-option-image_size", Label.class);
            assertTrue(LiveEditor.onWindowThread(error::isVisible));
            assertEquals(null, option(editor, "image_size"), "What cannot be is not written");
            editor.robot().push(KeyCode.CONTROL, KeyCode.A).write("32, 24").push(KeyCode.ENTER);
            editor.await("the size", () -> option(editor, "image_size") != null);
            assertEquals(Value.of(Value.of(32), Value.of(24)), option(editor, "image_size"));
            editor.await(
                    "the new look",
                    () -> editor.find("#data-summary", Label.class).getText().contains("3 × 32 × 24"));
            assertFalse(
                    LiveEditor.onWindowThread(editor.find("#error-data-option-image_size", Label.class)::isVisible));
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await("it undone", () -> option(editor, "image_size") == null);
            editor.await(
                    "the first look",
                    () -> editor.find("#data-summary", Label.class).getText().contains("3 × 16 × 16"));
        }
    }

    private static String said(LiveEditor editor) {
        Button button = editor.find("#status-problems", Button.class);
        return LiveEditor.onWindowThread(button::getText);
    }

    @Test
    void noProblemsIsSaidOnlyWhereTheDataFitToo() throws Exception {
        Path file = home.resolve("wrong.json");
        Files.writeString(file, """
            {"format": "convas-design", "version": 1, "name": "wrong", "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [1, 8, 8]}},
              {"id": "flat", "type": "Flatten"},
              {"id": "linear", "type": "Linear", "params": {"out_features": 7}},
              {"id": "scores", "type": "Output"}],
             "edges": [{"from": "image", "to": "flat"}, {"from": "flat", "to": "linear"}, {"from": "linear", "to": "scores"}],
             "training": {"dataset": "digits"}}
            """);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            // The ten digits need ten scores; nobody has opened the panel of data.
            editor.await("the misfit", () -> said(editor).startsWith("1 error"));
            editor.shortcut(KeyCode.F8);
            editor.shortcut(KeyCode.ALT, KeyCode.ENTER);
            editor.await("it mended", () -> said(editor).equals("No problems"));
            assertEquals(
                    Value.of(10),
                    editor.document()
                            .design()
                            .graph()
                            .node("linear")
                            .orElseThrow()
                            .params()
                            .get("out_features"));
        }
    }

    @Test
    void ofFilesThatNobodyHasLookedAtNothingIsPromised() throws Exception {
        OddFolder.make(home.resolve("animals"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(design(home.resolve("animals"), 3)), Map.of())) {
            assertEquals("No problems in the design", said(editor));
            editor.click("#dock-data");
            awaitWhole(editor);
            // Two images are broken, and the recipe does not say to leave them out.
            editor.await("the broken images", () -> said(editor).startsWith("2 errors"));
            LiveEditor.onWindowThread(() -> {
                @SuppressWarnings("unchecked")
                ChoiceBox<String> choice = (ChoiceBox<String>) editor.scene().lookup("#data-corrupt");
                choice.getSelectionModel().select(1);
                return null;
            });
            editor.await("nothing in the way", () -> said(editor).equals("No problems"));
        }
    }

    /** The labels are 1, 2 and 3: three classes, of which the network has a score each. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void labelsFromOneAreToldWithWhatMendsThem(String language) throws Exception {
        Files.copy(LiveEditor.project("src", "test", "resources", "dataset", "npz", "lab1.npz"), home.resolve("a.npz"));
        Path file = home.resolve("labels.json");
        Files.writeString(file, """
            {"format": "convas-design", "version": 1, "name": "labels", "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [1, 8, 8]}},
              {"id": "flat", "type": "Flatten"},
              {"id": "linear", "type": "Linear", "params": {"out_features": 3}},
              {"id": "scores", "type": "Output"}],
             "edges": [{"from": "image", "to": "flat"}, {"from": "flat", "to": "linear"}, {"from": "linear", "to": "scores"}],
             "training": {"dataset": {"type": "npz", "path": "a.npz"}, "epochs": 1}}
            """);
        try (LiveEditor editor = open(file, Map.of("language", language))) {
            editor.await(
                    "the labels",
                    () -> words(editor, "#data-problems").stream().anyMatch(line -> line.contains("\"from-1\"")));
            awaitWhole(editor);
            // It is an error, and not told once more among what is odd.
            assertEquals(
                    List.of(),
                    words(editor, "#data-warnings").stream()
                            .filter(line -> line.contains("\"from-1\""))
                            .toList());
            editor.screenshot("data-labels-" + language);
            editor.click(".data-mend");
            editor.await("the mend", () -> Value.of("from-1").equals(option(editor, "labels")));
            editor.await("no problem", () -> words(editor, "#data-problems").isEmpty());
            ChoiceBox<?> labels = editor.find("#data-option-labels", ChoiceBox.class);
            assertTrue(LiveEditor.onWindowThread(
                    () -> String.valueOf(labels.getValue()).contains("from-1")));
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await("it undone", () -> option(editor, "labels") == null);
        }
    }
}
