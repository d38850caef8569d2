package convas.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.export.report.LayeredPlacement.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Boxes in rows, links downward, nothing through a box. */
class LayeredPlacementTest {
    /** 0 to 1 to 2, and 0 past 1 to 2. */
    private final LayeredPlacement skip =
            new LayeredPlacement(List.of(100.0, 100.0, 100.0), List.of(new Link(0, 1), new Link(1, 2), new Link(0, 2)));

    @Test
    void aBoxStandsBelowTheLongestWayToIt() {
        assertEquals(List.of(0, 1, 2), List.of(skip.row(0), skip.row(1), skip.row(2)));
        assertEquals(3, skip.rows());
    }

    @Test
    void aLinkPastABoxRunsBesideIt() {
        List<Double> bends = skip.bends(2);

        assertEquals(1, bends.size());
        assertTrue(Math.abs(bends.get(0) - skip.centre(1)) > 50, skip::toString);
    }

    @Test
    void aChainStandsStraight() {
        LayeredPlacement chain =
                new LayeredPlacement(List.of(60.0, 120.0, 90.0), List.of(new Link(0, 1), new Link(1, 2)));

        assertEquals(60, chain.centre(0));
        assertEquals(60, chain.centre(1));
        assertEquals(60, chain.centre(2));
        assertEquals(120, chain.width());
    }

    @Test
    void boxesOfARowDoNotOverlap() {
        LayeredPlacement fan = new LayeredPlacement(
                List.of(50.0, 80.0, 80.0, 80.0), List.of(new Link(0, 1), new Link(0, 2), new Link(0, 3)));

        assertTrue(fan.centre(2) - fan.centre(1) > 80, fan::toString);
        assertTrue(fan.centre(3) - fan.centre(2) > 80, fan::toString);
        assertEquals(fan.centre(2), fan.centre(0));
    }

    @Test
    void linksThatNeedNotCrossDoNot() {
        // 0 goes to 3 and 1 to 2: in the order of their numbers they would cross.
        LayeredPlacement pairs =
                new LayeredPlacement(List.of(50.0, 50.0, 50.0, 50.0), List.of(new Link(0, 3), new Link(1, 2)));

        assertEquals(pairs.centre(0) < pairs.centre(1), pairs.centre(3) < pairs.centre(2));
    }
}
