package convas.editor.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.Settings;
import convas.editor.task.Tasks;
import convas.graph.Layout;
import convas.graph.Point;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionTest {
    @Test
    void aGlideStartsAtTheOldPlacesAndEndsAtTheNewOnes() {
        Glide glide = new Glide(Map.of("a", new Point(100, 0)), 1_000);
        Layout end = new Layout(Map.of("a", new Point(0, 40), "new", new Point(7, 7)));

        assertEquals(new Point(100, 0), glide.at(1_000, end).of("a").orElseThrow());
        assertEquals(
                new Point(50, 20),
                glide.at(1_000 + Glide.NANOSECONDS / 2, end).of("a").orElseThrow());
        assertEquals(new Point(7, 7), glide.at(1_000, end).of("new").orElseThrow());
        assertEquals(end, glide.at(1_000 + Glide.NANOSECONDS, end));
        assertFalse(glide.isOver(1_000));
        assertTrue(glide.isOver(1_000 + Glide.NANOSECONDS));
    }

    @Test
    void theSystemsAnswerIsReadAndAnythingElseIsNone() {
        assertEquals(Optional.of(true), SystemMotion.read("true\n", "true", "false"));
        assertEquals(Optional.of(false), SystemMotion.read("1\r\n", "0", "1"));
        assertEquals(Optional.empty(), SystemMotion.read("", "true", "false"));
    }

    @Test
    void whatTheUserSaidHereStays(@TempDir Path folder) {
        Settings settings = new Settings(folder.resolve("settings.properties"), Runnable::run);
        settings.set("motion", "false");
        Motion motion = new Motion(settings, Tasks.immediate());

        assertFalse(motion.isWanted());
        motion.toggle();
        assertTrue(motion.isWanted());
        assertTrue(new Motion(new Settings(folder.resolve("settings.properties"), Runnable::run), Tasks.immediate())
                .isWanted());
    }
}
