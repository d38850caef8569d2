package convas.editor.motion;

import convas.editor.comfort.SystemTool;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the user told the system about animations. JavaFX 21 cannot tell, so the system's own tools are asked. */
final class SystemMotion {
    private SystemMotion() {}

    /**
     * Absent where the system does not say.
     *
     * @throws IOException where its tool is not there
     */
    static Optional<Boolean> isWanted() throws IOException, InterruptedException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return read(ask("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "0", "1");
        } else if (system.contains("win")) {
            String key = "HKCU\\Control Panel\\Desktop\\WindowMetrics";
            String answer = ask("reg", "query", key, "/v", "MinAnimate");
            return read(answer.substring(answer.lastIndexOf(' ') + 1), "1", "0");
        }
        return read(ask("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "true", "false");
    }

    /** Absent for an answer that is neither. */
    static Optional<Boolean> read(String answer, String yes, String no) {
        String word = answer.strip();
        return word.equals(yes) ? Optional.of(true) : word.equals(no) ? Optional.of(false) : Optional.empty();
    }

    private static String ask(String... command) throws IOException, InterruptedException {
        return SystemTool.ask(List.of(command));
    }
}
