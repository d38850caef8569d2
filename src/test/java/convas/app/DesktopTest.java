package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.cli.EditorLauncher.Obstacle;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class DesktopTest {
    @TempDir
    private Path programs;

    @Test
    void withoutAScreenTheCommandForAVirtualOneIsGiven() throws IOException {
        install("xvfb-run");
        assertEquals(
                Optional.of(
                        new Obstacle("cli.editor.noDisplay", List.of("xvfb-run -a ./convas a.json", "a.json"), true)),
                desktop(Map.of("PATH", programs.toString())).obstacle("a.json"));
    }

    @Test
    void whereTheVirtualScreenIsMissingTooItsInstallationComesFirst() {
        assertEquals(
                List.of(":4711", "sudo apt-get install xvfb && xvfb-run -a ./convas a.json", "a.json"),
                desktop(Map.of("DISPLAY", ":4711"))
                        .obstacle("a.json")
                        .orElseThrow()
                        .arguments());
    }

    @Test
    void aMissingLibraryIsNamedWithTheCommandThatInstallsIt() throws IOException {
        try (ServerSocket server = freeDisplay()) {
            String display = "localhost:" + (server.getLocalPort() - 6000);
            Desktop bare = new Desktop(Map.of("DISPLAY", display), name -> !name.startsWith("libgtk"));
            assertEquals(
                    Optional.of(new Obstacle(
                            "cli.editor.noLibrary",
                            List.of("libgtk-3.so.0", "sudo apt-get install libgtk-3-0 libxtst6", "a.json"),
                            false)),
                    bare.obstacle("a.json"));
            install("dnf");
            Desktop fedora = new Desktop(Map.of("DISPLAY", display, "PATH", programs.toString()), name -> false);
            assertEquals(
                    "sudo dnf install gtk3 libXtst",
                    fedora.obstacle("a.json").orElseThrow().arguments().get(1));
        }
    }

    /** A bare server lacks both; nobody needs the library there. */
    @Test
    void aMissingScreenComesBeforeAMissingLibrary() {
        Obstacle obstacle =
                new Desktop(Map.of(), name -> false).obstacle("a.json").orElseThrow();
        assertEquals("cli.editor.noDisplay", obstacle.key());
        assertTrue(obstacle.withoutScreen());
    }

    @Test
    void aDisplayThatMakesNoSenseIsOneThatDoesNotAnswer() {
        for (String display : new String[] {"nonsense", ":", "localhost:99999", "no such host:0"}) {
            assertEquals(
                    "cli.editor.deadDisplay",
                    desktop(Map.of("DISPLAY", display))
                            .obstacle("a")
                            .orElseThrow()
                            .key());
        }
    }

    @Test
    void aScreenThatAnswersIsEnough() throws IOException {
        try (ServerSocket server = freeDisplay()) {
            String display = "localhost:" + (server.getLocalPort() - 6000) + ".0";
            assertEquals(Optional.empty(), desktop(Map.of("DISPLAY", display)).obstacle("a.json"));
        }
    }

    /** X11 counts its displays from port 6000. */
    private static ServerSocket freeDisplay() throws IOException {
        for (int port = 6100; ; port++) {
            try {
                return new ServerSocket(port);
            } catch (IOException taken) {
                if (port == 6200) {
                    throw taken;
                }
            }
        }
    }

    private void install(String program) throws IOException {
        Files.createFile(programs.resolve(program)).toFile().setExecutable(true);
    }

    private static Desktop desktop(Map<String, String> environment) {
        return new Desktop(environment, name -> true);
    }
}
