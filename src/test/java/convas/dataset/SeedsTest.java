package convas.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

final class SeedsTest {
    @Test
    void startsAsSplitMix64DoesForSeedZero() {
        // The first output of the reference implementation (S. Vigna, splitmix64.c) with state 0.
        assertEquals(0xe220a8397b1dcdafL, Seeds.derive(0));
    }

    @Test
    void differsByEveryCoordinate() {
        assertNotEquals(Seeds.derive(1, 2, 3), Seeds.derive(1, 3, 2));
        assertNotEquals(Seeds.derive(1, 0), Seeds.derive(1));
        assertNotEquals(Seeds.derive(1, 2), Seeds.derive(2, 2));
    }
}
