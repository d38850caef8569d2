package convas.app;

import convas.cli.EditorLauncher;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Opens the window, after making sure that this machine can show one. */
final class DesktopLauncher implements EditorLauncher {
    private static final String EXAMPLE = "presets/digits-ghost.json";

    @Override
    public Optional<Obstacle> open(Optional<Path> file) {
        String shown = file.map(Path::toString).orElse(EXAMPLE);
        Optional<Obstacle> obstacle = new Desktop(System.getenv(), Desktop::isLoadable).obstacle(shown);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        // JavaFX warns that it was started from the class path, which is how this program is built.
        Logger javafx = Logger.getLogger("javafx");
        javafx.setLevel(Level.SEVERE);
        try {
            Application.launch(
                    EditorApplication.class, file.map(Path::toString).stream().toArray(String[]::new));
            return Optional.empty();
        } catch (UnsupportedOperationException | LinkageError refused) {
            return Optional.of(
                    new Obstacle("cli.editor.failed", List.of(String.valueOf(refused.getMessage()), shown), false));
        }
    }
}
