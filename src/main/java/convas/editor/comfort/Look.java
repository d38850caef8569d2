package convas.editor.comfort;

import convas.editor.Settings;
import convas.editor.Theme;
import convas.editor.task.Tasks;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Theme and language: as the user said in this program, else as the system has them. Used on the window's thread, and
 * kept in the settings.
 */
public final class Look {
    /** What is kept for a choice that is left to the system. */
    public static final String SYSTEM = "system";

    private static final Logger LOG = LoggerFactory.getLogger(Look.class);
    private static final String THEME = "theme";
    /** What the system said last, so that a window begins with it and does not flash. */
    private static final String LAST = "theme.system";

    private static final String LANGUAGE = "language";

    private final Settings settings;
    private final Tasks tasks;

    public Look(Settings settings, Tasks tasks) {
        this.settings = settings;
        this.tasks = tasks;
    }

    /** {@code light}, {@code dark} or {@link #SYSTEM}. */
    public String themeChoice() {
        return settings.get(THEME).filter(name -> !name.isBlank()).orElse(SYSTEM);
    }

    /** A language tag or {@link #SYSTEM}. */
    public String languageChoice() {
        return settings.get(LANGUAGE).filter(tag -> !tag.isBlank()).orElse(SYSTEM);
    }

    /** @param choice {@code light}, {@code dark} or {@link #SYSTEM} */
    public void chooseTheme(String choice) {
        settings.set(THEME, choice);
    }

    /** @param choice a language tag or {@link #SYSTEM} */
    public void chooseLanguage(String choice) {
        settings.set(LANGUAGE, choice);
    }

    /** The theme to show; light where the system has not said. */
    public Theme theme() {
        String choice = themeChoice();
        return Theme.named(choice.equals(SYSTEM) ? settings.get(LAST).orElse("light") : choice);
    }

    public Locale locale() {
        String choice = languageChoice();
        return choice.equals(SYSTEM) ? Locale.getDefault() : Locale.forLanguageTag(choice);
    }

    /**
     * Asks the system again, in the background, where the theme is left to it.
     *
     * @param changed called where it is now another theme than before
     */
    public void ask(Runnable changed) {
        if (!themeChoice().equals(SYSTEM)) {
            return;
        }
        tasks.start(
                SystemTheme::isDark,
                answer -> heard(answer, changed),
                failure -> LOG.info("Whether the system is dark is unknown: {}", failure.toString()));
    }

    void heard(Optional<Boolean> dark, Runnable changed) {
        Theme before = theme();
        settings.set(LAST, dark.orElse(false) ? "dark" : "light");
        if (theme() != before) {
            changed.run();
        }
    }
}
