package convas.editor.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From figures to pixels, and places that the pointer finds. */
class AxisTest {
    @Test
    void equalFactorsTakeEqualRoomOnALogarithmicAxis() {
        Axis axis = new Axis(0.1, 1000, true, 0, 400);
        assertEquals(100, axis.at(1), 1e-9);
        assertEquals(300, axis.at(100), 1e-9);
        assertEquals(400, axis.at(5000), 1e-9, "what is beyond the end is at the end");
        assertEquals(List.of(0.1, 1.0, 10.0, 100.0, 1000.0), axis.ticks(9));
        assertEquals("0.1", axis.text(0.1, 9));
        assertEquals("100", axis.text(100, 9));
    }

    @Test
    void anAxisThatPointsUpHasItsLowEndBelow() {
        Axis axis = new Axis(0, 10, false, 200, 0);
        assertEquals(150, axis.at(2.5), 1e-9);
        assertEquals(List.of(0.0, 5.0, 10.0), axis.ticks(3));
    }

    @Test
    void anAxisWithoutExtentIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Axis(1, 1, false, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> new Axis(0, 1, true, 0, 10));
    }

    @Test
    void thePointerFindsTheNearestWithinReachAndTheKeysWalkAlong() {
        Marks.Mark left = new Marks.Mark("left", 10, 10, "");
        Marks.Mark middle = new Marks.Mark("middle", 20, 10, "");
        Marks.Mark right = new Marks.Mark("right", 90, 10, "");
        Marks marks = new Marks(List.of(left, middle, right));
        assertEquals(Optional.of(middle), marks.near(17, 12, false));
        assertEquals(Optional.empty(), marks.near(60, 10, false));
        assertEquals(Optional.of(right), marks.near(60, 500, true));
        assertEquals(Optional.of(middle), marks.from("left", 1));
        assertEquals(Optional.of(right), marks.from("right", 1));
        assertEquals(Optional.of(left), marks.from("nothing", 1));
        assertEquals(Optional.of(right), marks.from("nothing", -1));
    }
}
