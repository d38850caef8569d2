package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import convas.editor.safety.FileStamp;
import convas.editor.safety.Keepsake;
import convas.editor.safety.Recovery;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the keyboard reaches in a dialog, and in the panels that have something to show, has a name. */
final class SpokenDialogsUiTest {
    @TempDir
    private Path home;

    private final List<String> noted = new ArrayList<>();

    private void note(String where) {
        Nameless.shown().forEach(each -> noted.add(where + ": " + each));
    }

    /** Looks at what keys open, and gives it up. */
    private void look(LiveEditor editor, String selector, KeyCode... keys) {
        editor.shortcut(keys);
        editor.await(selector, () -> AnyWindow.find(selector).isPresent());
        note(selector);
        editor.shortcut(KeyCode.ESCAPE);
        AnyWindow.awaitNo(editor, selector);
    }

    private static void panel(LiveEditor editor, String id) {
        TabPane dock = editor.find("#dock", TabPane.class);
        LiveEditor.onWindowThread(() -> {
            dock.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(dock.getSelectionModel()::select);
            return null;
        });
        editor.await(
                id, () -> dock.getSelectionModel().getSelectedItem().getId().equals(id));
    }

    @Test
    void theDialogsAboutADesignHaveNames() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofNodes(List.of("conv2", "bn2")));
                return null;
            });
            note("several nodes");
            look(editor, "#group-name", KeyCode.CONTROL, KeyCode.G);
            look(editor, "#picture-file", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            editor.click("#command-field");
            editor.robot().write("conv");
            note("the command box");
            editor.shortcut(KeyCode.ESCAPE);
            editor.drag(editor.card("conv1"), editor.card("conv1").add(0, 40));
            assertTrue(editor.document().isDirty());
            look(editor, ".dialog-pane", KeyCode.CONTROL, KeyCode.W);
            Design elsewhere = editor.document().design().withDescription("written elsewhere");
            new DesignFormat().save(elsewhere, file);
            look(editor, ".dialog-pane", KeyCode.CONTROL, KeyCode.S);
            assertEquals(List.of(), noted);
        }
    }

    @Test
    void theOfferOfLostWorkHasNames() throws Exception {
        Path folder = Files.createDirectories(home.resolve("recovery"));
        Recovery before = Recovery.begin(folder);
        Design design = new DesignFormat()
                .read(LiveEditor.project("presets", "digits-plain.json"))
                .value()
                .orElseThrow();
        before.keep("a", new Keepsake("lost", Optional.empty(), FileStamp.NONE, Instant.now(), design));
        Path left = Files.createDirectory(folder.resolve("left"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().contains("a.")).toList()) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
        }
        before.close();
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of())) {
            editor.await("the offer", () -> AnyWindow.find("#recovery-recover").isPresent());
            note("the offer");
            assertEquals(List.of(), noted);
        }
    }

    @Test
    void theDataTheRunsAndTheQuestionAboutARunHaveNames() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            panel(editor, "dock-data");
            note("the data");
            editor.click("#train-button");
            editor.await("the run", () -> editor.text("#training-headline").startsWith("epoch "));
            note("a run");
            editor.shortcut(KeyCode.CONTROL, KeyCode.Q);
            editor.await("the question", () -> AnyWindow.find("#leave-run").isPresent());
            note("the question");
            editor.shortcut(KeyCode.ESCAPE);
            AnyWindow.awaitNo(editor, "#leave-run");
            editor.click("#training-stop");
            editor.await("its end", () -> !editor.text("#training-headline").startsWith("epoch "));
            note("an ended run");
            panel(editor, "dock-runs");
            editor.await("its row", () -> editor.scene().lookup("#runs-table .table-row-cell:filled") != null);
            note("the runs");
            panel(editor, "dock-profile");
            note("the profile");
            assertEquals(List.of(), noted);
        }
    }
}
