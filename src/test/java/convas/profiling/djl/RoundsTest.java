package convas.profiling.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Times in milliseconds; the expected ones were worked out by hand. */
class RoundsTest {
    private static Rounds of(double... milliseconds) {
        Rounds rounds = new Rounds();
        for (double time : milliseconds) {
            rounds.add(Math.round(time * 1e6));
        }
        return rounds;
    }

    /** Quartiles 2 and 4: the fence is at 4 + 1.5 x 2 = 7. */
    @Test
    void anInterruptionCountsAsTheMostThatIsNone() {
        Rounds whole = of(1, 2, 3, 4, 100);

        assertEquals(3, of(1, 2, 3, 4, 7).within(whole).middle(), 1e-9);
        assertEquals((2.0 + 3 + 4) / 3, of(1, 2, 3, 4, 100).calm().within(whole).middle(), 1e-9);
        assertEquals((1 + 7 + 2.0) / 3, of(3, 1, 100, 2, 4).calm().within(whole).middle(), 1e-9);
    }

    @Test
    void whatIsNotInThePartsIsTheRest() {
        Rounds whole = of(10, 20, 30);
        Rounds rest = whole.without(List.of(of(4, 5, 6), of(1, 1, 4)));

        assertEquals((5 + 14 + 20) / 3.0, rest.within(whole).middle(), 1e-9);
    }
}
