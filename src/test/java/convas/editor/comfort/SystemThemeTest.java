package convas.editor.comfort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.editor.Settings;
import convas.editor.Theme;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the systems' tools print, as seen on such systems, and what becomes of it. */
final class SystemThemeTest {
    @TempDir
    private Path home;

    private static Optional<Boolean> first(String system, int way, String printed) {
        return SystemTheme.questions(system).get(way).read(printed);
    }

    @Test
    void everySystemsAnswerIsUnderstood() {
        assertEquals(Optional.of(true), first("Linux", 0, "   variant       variant          uint32 1"));
        assertEquals(Optional.of(false), first("Linux", 0, "   variant       variant          uint32 2"));
        assertEquals(Optional.empty(), first("Linux", 0, "   variant       variant          uint32 0"));
        assertEquals(Optional.of(true), first("Linux", 1, "'prefer-dark'\n"));
        assertEquals(Optional.empty(), first("Linux", 1, "'default'\n"));
        assertEquals(Optional.of(true), first("Linux", 2, "'Adwaita-dark'\n"));
        assertEquals(Optional.of(false), first("Linux", 2, "'Adwaita'\n"));
        assertEquals(Optional.of(true), first("Mac OS X", 0, "Dark\n"));
        assertEquals(Optional.of(false), first("Mac OS X", 0, ""));
        assertEquals(Optional.of(true), first("Windows 11", 0, "    AppsUseLightTheme    REG_DWORD    0x0\r\n"));
        assertEquals(Optional.of(false), first("Windows 11", 0, "    AppsUseLightTheme    REG_DWORD    0x1\r\n"));
    }

    @Test
    void theSystemsThemeIsShownOnlyWhereTheChoiceIsLeftToIt() {
        Settings settings = new Settings(home.resolve("settings.properties"), Runnable::run);
        Look look = new Look(settings, Tasks.threaded(UiThread.javafx()));
        List<Theme> shown = new ArrayList<>();
        assertEquals(Theme.LIGHT, look.theme());
        look.heard(Optional.of(true), () -> shown.add(look.theme()));
        look.heard(Optional.of(true), () -> shown.add(look.theme()));
        assertEquals(List.of(Theme.DARK), shown);
        look.heard(Optional.empty(), () -> shown.add(look.theme()));
        assertEquals(List.of(Theme.DARK, Theme.LIGHT), shown);
        look.chooseTheme("dark");
        look.heard(Optional.of(false), () -> shown.add(look.theme()));
        assertEquals(Theme.DARK, look.theme());
        assertEquals(2, shown.size());
    }

    @Test
    void aWindowComesBackOnlyWhereAScreenShowsItsTop() {
        List<Rectangle2D> screens = List.of(new Rectangle2D(0, 0, 1920, 1050));
        Rectangle2D seen = new Rectangle2D(100, 80, 1200, 800);
        assertEquals(Optional.of(seen), WindowPlace.fitting(seen, screens));
        // On a second screen that is gone, above the top, and with no more than a corner in sight.
        assertEquals(Optional.empty(), WindowPlace.fitting(new Rectangle2D(2000, 80, 1200, 800), screens));
        assertEquals(Optional.empty(), WindowPlace.fitting(new Rectangle2D(100, -300, 1200, 800), screens));
        assertEquals(Optional.empty(), WindowPlace.fitting(new Rectangle2D(1900, 1000, 1200, 800), screens));
        // On a screen that was larger, and for the most part beside the one that there is.
        assertEquals(Optional.empty(), WindowPlace.fitting(new Rectangle2D(0, 0, 3840, 2100), screens));
        assertEquals(Optional.empty(), WindowPlace.fitting(new Rectangle2D(0, 0, 1900, 1060), screens));
        assertEquals(
                Optional.of(new Rectangle2D(720, 250, 1200, 800)),
                WindowPlace.fitting(new Rectangle2D(1500, 700, 1200, 800), screens));
    }
}
