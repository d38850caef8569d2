package convas.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Document;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ending the program with several designs that are not saved. */
final class QuitUiTest {
    private static final List<String> NAMES = List.of("first", "second", "third");

    @TempDir
    private Path home;

    private final List<Document> documents = new ArrayList<>();

    private Path file(String name) {
        return home.resolve(name + ".json");
    }

    /** Three designs of files, each with an edit that is not saved. */
    private LiveEditor open() throws Exception {
        for (String name : NAMES) {
            Files.copy(LiveEditor.project("presets", "digits-plain.json"), file(name));
        }
        // As the session before left them.
        String session = NAMES.stream()
                .map(name -> (name.equals("first") ? "*" : "-") + "\t1.0\t0.0\t0.0\t" + file(name))
                .collect(Collectors.joining("\n"));
        LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of("session.files", session));
        TabPane tabs = editor.find("#design-tabs", TabPane.class);
        editor.await("three tabs", () -> tabs.getTabs().size() == NAMES.size());
        for (int index = 0; index < NAMES.size(); index++) {
            Path file = file(NAMES.get(index));
            int tab = index;
            LiveEditor.onWindowThread(() -> {
                tabs.getSelectionModel().select(tab);
                return null;
            });
            editor.await("the design", () -> editor.document().file().equals(Optional.of(file)));
            edit(editor);
        }
        return editor;
    }

    private void edit(LiveEditor editor) {
        documents.add(editor.document());
        String text = "edit " + documents.size();
        LiveEditor.onWindowThread(
                () -> editor.document().apply("editor.edit.name", design -> design.withDescription(text)));
    }

    private static String question() {
        return AnyWindow.find(".dialog-pane")
                .map(pane -> ((DialogPane) pane).getHeaderText())
                .orElse("");
    }

    private static void answer(LiveEditor editor, String name, String button) {
        editor.await("the question about " + name, () -> question().contains(name));
        Button found = LiveEditor.onWindowThread(
                () -> ((DialogPane) AnyWindow.find(".dialog-pane").orElseThrow())
                        .lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(each -> each.getText().equals(button))
                                .findFirst()
                                .orElseThrow());
        editor.robot().clickOn(found);
        editor.await("the answer", () -> !question().contains(name));
    }

    private Design saved(String name) {
        return new DesignFormat().read(file(name)).value().orElseThrow();
    }

    @Test
    void eachIsAskedForAndWhatIsSavedIsInItsFile() throws Exception {
        try (LiveEditor editor = open()) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.Q);
            answer(editor, "third", "Save");
            answer(editor, "second", "Save");
            answer(editor, "first", "Save");
            editor.await("the end", () -> !editor.stage().isShowing());
        }
        for (int index = 0; index < NAMES.size(); index++) {
            assertEquals("edit " + (index + 1), saved(NAMES.get(index)).description());
        }
    }

    @Test
    void whatIsDiscardedLeavesItsFileAsItWasBesideWhatIsSaved() throws Exception {
        byte[] before = Files.readAllBytes(LiveEditor.project("presets", "digits-plain.json"));
        try (LiveEditor editor = open()) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.Q);
            answer(editor, "third", "Do not save");
            answer(editor, "second", "Save");
            answer(editor, "first", "Do not save");
            editor.await("the end", () -> !editor.stage().isShowing());
        }
        assertArrayEquals(before, Files.readAllBytes(file("third")));
        assertEquals("edit 2", saved("second").description());
        assertArrayEquals(before, Files.readAllBytes(file("first")));
    }

    @Test
    void whoCancelsAtTheLastQuestionStillHasEverything() throws Exception {
        try (LiveEditor editor = open()) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.Q);
            answer(editor, "third", "Do not save");
            answer(editor, "second", "Do not save");
            answer(editor, "first", "Cancel");
            assertTrue(editor.stage().isShowing());
            assertEquals(3, editor.find("#design-tabs", TabPane.class).getTabs().size());
            for (int index = 0; index < NAMES.size(); index++) {
                assertTrue(documents.get(index).isDirty());
                assertEquals(
                        "edit " + (index + 1), documents.get(index).design().description());
            }
            // Nothing was given up for good: the next time it is asked again.
            editor.shortcut(KeyCode.CONTROL, KeyCode.Q);
            answer(editor, "third", "Cancel");
            assertTrue(editor.stage().isShowing());
        }
    }
}
