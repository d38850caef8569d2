package convas.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Starts the window, as far as the command line knows about it. */
@FunctionalInterface
public interface EditorLauncher {
    /**
     * Shows the window and returns when it is closed.
     *
     * @param file the design to open; the start page is shown where there is none
     * @return nothing where all went well, else why there can be no window: a key of a sentence and its arguments
     */
    Optional<Obstacle> open(Optional<Path> file);

    /**
     * Why there can be no window.
     *
     * @param withoutScreen whether nothing is wrong but that this machine has no screen, where much else works
     */
    record Obstacle(String key, List<String> arguments, boolean withoutScreen) {
        public Obstacle {
            arguments = List.copyOf(arguments);
        }
    }
}
