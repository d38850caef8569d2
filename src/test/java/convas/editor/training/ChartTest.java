package convas.editor.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.chart.Ticks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers at axes, and long lines on few pixels. */
final class ChartTest {
    @Test
    void axesCountInOnesTwosAndFives() {
        assertEquals(List.of("0.0", "0.5", "1.0", "1.5", "2.0"), texts(0, 2.3, 5));
        assertEquals(List.of("0", "20", "40", "60", "80", "100"), texts(0, 100, 5));
        assertEquals(List.of("0.900", "0.905", "0.910"), texts(0.9, 0.91, 3));
        assertEquals(List.of("-1", "0", "1"), texts(-1, 1, 3));
    }

    private static List<String> texts(double low, double high, int wanted) {
        Ticks ticks = Ticks.between(low, high, wanted);
        return ticks.values().stream().map(ticks::text).toList();
    }

    @Test
    void aShortLineIsDrawnAsItIs() {
        Series line = new Series();
        line.add(0, 1);
        line.add(1, 2);

        assertSame(line, line.thinned(0, 1, 100));
    }

    @Test
    void aLongLineKeepsItsSpikesAndItsEnds() {
        Series line = new Series();
        for (int index = 0; index < 100_000; index++) {
            line.add(index, index == 54_321 ? 99 : index == 70_007 ? -99 : 1);
        }
        Series thin = line.thinned(0, 100_000, 500);

        assertTrue(thin.size() <= 4 * 500, () -> thin.size() + " points");
        assertEquals(99, thin.highest());
        assertEquals(-99, thin.lowest());
        assertEquals(0, thin.x(0));
        assertEquals(99_999, thin.x(thin.size() - 1));
        for (int index = 1; index < thin.size(); index++) {
            assertTrue(thin.x(index) > thin.x(index - 1));
        }
    }
}
