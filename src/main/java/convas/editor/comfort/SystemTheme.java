package convas.editor.comfort;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the user told the system that windows should be dark. */
final class SystemTheme {
    /** One way to ask, and what the answer has in it where windows should be dark, or not. */
    record Question(List<String> command, String dark, String light) {
        /** Absent for an answer that says neither. */
        Optional<Boolean> read(String answer) {
            return answer.contains(dark)
                    ? Optional.of(true)
                    : answer.contains(light) ? Optional.of(false) : Optional.empty();
        }
    }

    private static final List<Question> LINUX = List.of(
            // The desktop-neutral answer first: 1 prefers dark, 2 light, 0 says nothing.
            new Question(
                    List.of(
                            "dbus-send",
                            "--session",
                            "--print-reply=literal",
                            "--reply-timeout=1000",
                            "--dest=org.freedesktop.portal.Desktop",
                            "/org/freedesktop/portal/desktop",
                            "org.freedesktop.portal.Settings.Read",
                            "string:org.freedesktop.appearance",
                            "string:color-scheme"),
                    "uint32 1",
                    "uint32 2"),
            new Question(
                    List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"),
                    "prefer-dark",
                    "prefer-light"),
            new Question(List.of("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme"), "ark'", "'"));

    private static final List<Question> MAC =
            List.of(new Question(List.of("defaults", "read", "-g", "AppleInterfaceStyle"), "Dark", ""));

    private static final List<Question> WINDOWS = List.of(new Question(
            List.of(
                    "reg",
                    "query",
                    "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                    "/v",
                    "AppsUseLightTheme"),
            "0x0",
            "0x1"));

    private SystemTheme() {}

    /** How a system of this name is asked, the best way first. */
    static List<Question> questions(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.contains("mac") ? MAC : name.contains("win") ? WINDOWS : LINUX;
    }

    /** Absent where the system does not say, or has none of its tools. */
    static Optional<Boolean> isDark() throws InterruptedException {
        for (Question question : questions(System.getProperty("os.name", ""))) {
            try {
                Optional<Boolean> answer = question.read(SystemTool.ask(question.command()));
                if (answer.isPresent()) {
                    return answer;
                }
            } catch (IOException absent) {
                // The next way may be there.
                continue;
            }
        }
        return Optional.empty();
    }
}
