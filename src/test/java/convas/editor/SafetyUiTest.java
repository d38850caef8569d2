package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.safety.FileStamp;
import convas.editor.safety.Keepsake;
import convas.editor.safety.Recovery;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** That work is kept, offered again, and never written over what somebody else wrote. */
final class SafetyUiTest {
    @TempDir
    private Path home;

    private static Optional<Node> inAnyWindow(String selector) {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(found -> found != null)
                .findFirst());
    }

    private static void press(LiveEditor editor, String selector) {
        editor.await(selector, () -> inAnyWindow(selector).isPresent());
        editor.robot().clickOn(inAnyWindow(selector).orElseThrow());
    }

    private Design preset() {
        return new DesignFormat()
                .read(LiveEditor.project("presets", "digits-plain.json"))
                .value()
                .orElseThrow();
    }

    @Test
    void workThatASuddenEndLeftIsOfferedAndOpensUnsaved() throws Exception {
        Path dead = Files.createDirectories(home.resolve("recovery"));
        Recovery before = Recovery.begin(dead);
        before.keep(
                "a",
                new Keepsake(
                        "lost-net", Optional.empty(), FileStamp.NONE, Instant.now(), preset().withName("lost-net")));
        // The program that kept it is dead: its lock is free. Another folder with the same files is just that.
        Path left = Files.createDirectory(dead.resolve("left"));
        try (Stream<Path> files = Files.walk(dead)) {
            for (Path file :
                    files.filter(each -> each.toString().contains("a.")).toList()) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
        }
        before.close();
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of())) {
            press(editor, "#recovery-recover");
            editor.awaitDesign();
            assertEquals("lost-net", editor.document().design().name());
            assertTrue(editor.document().isDirty());
            assertEquals(preset().withName("lost-net"), editor.document().design());
            editor.await("the old files to go", () -> !Files.exists(left));
            // It is not lost meanwhile: this program keeps it now.
            editor.await("the work to be kept", () -> kept() == 1);
        }
    }

    private long kept() throws Exception {
        try (Stream<Path> files = Files.walk(home.resolve("recovery"))) {
            return files.filter(file -> file.toString().endsWith(".about")).count();
        }
    }

    @Test
    void anEditIsKeptByItselfAndForgottenWhenSaved() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.drag(editor.card("conv1"), editor.card("conv1").add(0, 40));
            assertTrue(editor.document().isDirty());
            editor.await("the work to be kept", () -> kept() == 1);
            editor.shortcut(KeyCode.CONTROL, KeyCode.S);
            editor.await("the work to be forgotten", () -> kept() == 0);
        }
    }

    @Test
    void aFileThatIsChangedElsewhereIsNoticedAndReloadedAsOneStep() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            Design before = editor.document().design();
            new DesignFormat().save(before.withDescription("written elsewhere"), file);
            press(editor, "#notice-reload");
            editor.await(
                    "the new text",
                    () -> editor.document().design().description().equals("written elsewhere"));
            assertTrue(!editor.document().isDirty());
            editor.await(
                    "the notice to go", () -> !editor.scene().lookup("#notice").isVisible());
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await("the old design", () -> editor.document().design().equals(before));
            assertTrue(editor.document().isDirty());
        }
    }

    @Test
    void savingOverAChangedFileAsksAndCancellingKeepsBoth() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            Design elsewhere = editor.document().design().withDescription("written elsewhere");
            editor.drag(editor.card("conv1"), editor.card("conv1").add(0, 40));
            Design mine = editor.document().design();
            new DesignFormat().save(elsewhere, file);
            editor.shortcut(KeyCode.CONTROL, KeyCode.S);
            editor.await("the question", () -> inAnyWindow(".dialog-pane").isPresent());
            editor.shortcut(KeyCode.ESCAPE);
            editor.await("the question to go", () -> inAnyWindow(".dialog-pane").isEmpty());
            assertEquals(elsewhere, new DesignFormat().read(file).value().orElseThrow());
            assertEquals(mine, editor.document().design());
            assertTrue(editor.document().isDirty());
        }
    }

    @Test
    void aFileThatIsDeletedIsNoticedAndCanBeSavedAgain() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            Files.delete(file);
            editor.await("the notice", () -> inAnyWindow("#notice-saveAgain").isPresent());
            Object shown = inAnyWindow("#notice-saveAgain").orElseThrow();
            // The file is looked at every two seconds; the button has to stay under the hand that goes for it.
            WaitForAsyncUtils.sleep(5, TimeUnit.SECONDS);
            assertSame(shown, inAnyWindow("#notice-saveAgain").orElseThrow());
            press(editor, "#notice-saveAgain");
            editor.await("the file", () -> Files.exists(file));
            assertEquals(
                    editor.document().design(),
                    new DesignFormat().read(file).value().orElseThrow());
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidAndTheWorkStays() throws Exception {
        Path folder = Files.createDirectory(home.resolve("gone"));
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), folder.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.drag(editor.card("conv1"), editor.card("conv1").add(0, 40));
            Design mine = editor.document().design();
            Files.delete(file);
            Files.delete(folder);
            editor.shortcut(KeyCode.CONTROL, KeyCode.S);
            editor.await("the message", () -> inAnyWindow("#save-failed").isPresent());
            editor.shortcut(KeyCode.ESCAPE);
            editor.await("the message to go", () -> inAnyWindow("#save-failed").isEmpty());
            assertEquals(mine, editor.document().design());
            assertTrue(editor.document().isDirty());
        }
    }
}
