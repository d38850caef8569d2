package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole editor is killed while there is unsaved work; the next start has that work. */
final class KilledUiTest {
    @TempDir
    private Path home;

    /** The editor that is killed: says so as soon as an edit was made, and goes on as an editor does. */
    public static final class Victim {
        public static void main(String[] arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            LiveEditor editor = LiveEditor.open(home, Optional.of(home.resolve("net.json")), Map.of());
            LiveEditor.onWindowThread(() -> editor.document()
                    .apply("editor.edit.name", design -> design.withDescription("worked on for hours")));
            System.out.println("edited");
            Thread.sleep(120_000);
        }
    }

    @Test
    void atMostFiveSecondsOfWorkAreLostWhenTheEditorIsKilled() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        byte[] saved = Files.readAllBytes(file);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String property : List.of("convas.home", "java.awt.headless", "prism.order", "testfx.robot")) {
            Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value -> command.add("-D" + property + "=" + value));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Victim.class.getName(), home.toString()));
        Process victim = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var lines = victim.inputReader(StandardCharsets.UTF_8);
            String line = lines.readLine();
            while (line != null && !line.equals("edited")) {
                line = lines.readLine();
            }
            assertEquals("edited", line);
            assertFalse(victim.waitFor(5, TimeUnit.SECONDS), "the editor ended by itself");
        } finally {
            // SIGKILL where there is such a thing: nothing of the program runs any more.
            victim.destroyForcibly().waitFor();
        }
        assertEquals(new String(saved, StandardCharsets.UTF_8), Files.readString(file));
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of())) {
            editor.await("the offer", () -> offer().isPresent());
            editor.robot().clickOn(offer().orElseThrow());
            editor.awaitDesign();
            assertEquals("worked on for hours", editor.document().design().description());
            assertEquals(Optional.of(file), editor.document().file());
            assertTrue(editor.document().isDirty());
        }
    }

    private static Optional<Node> offer() {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#recovery-recover"))
                .filter(found -> found != null)
                .findFirst());
    }
}
