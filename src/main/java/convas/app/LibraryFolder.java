package convas.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where this system's users keep their modules. */
final class LibraryFolder {
    private LibraryFolder() {}

    /** The folder of this user; the system property {@code convas.library} or CONVAS_LIBRARY names another. */
    static Path here() {
        return of(System.getProperties(), System.getenv());
    }

    static Path of(Properties system, Map<String, String> environment) {
        String wanted = system.getProperty("convas.library", environment.getOrDefault("CONVAS_LIBRARY", ""));
        if (!wanted.isBlank()) {
            return Path.of(wanted);
        }
        String name = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String home = system.getProperty("user.home", "");
        String roaming = environment.getOrDefault("APPDATA", "");
        String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (name.startsWith("windows") && !roaming.isBlank()) {
            return Path.of(roaming, "convas", "modules");
        } else if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "convas", "modules");
        }
        // The XDG specification has relative paths ignored.
        return !configuration.isBlank() && Path.of(configuration).isAbsolute()
                ? Path.of(configuration, "convas", "modules")
                : Path.of(home, ".config", "convas", "modules");
    }
}
