package convas.profiling.djl;

import convas.profiling.Spread;
import java.util.ArrayList;
import java.util.List;

/** Times of one thing, one for each round of measuring. */
final class Rounds {
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Long> nanos = new ArrayList<>();

    void add(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    Spread spread() {
        return Spread.of(milliseconds());
    }

    /** As a part of something else that was measured in the same rounds: its middle is over that one's middle half. */
    Spread within(Rounds whole) {
        return Spread.of(milliseconds(), Spread.middleHalf(whole.milliseconds()));
    }

    private double[] milliseconds() {
        return nanos.stream().mapToDouble(value -> value / NANOS_PER_MILLI).toArray();
    }

    /** One of each for a program's steps. */
    static List<Rounds> of(int steps) {
        List<Rounds> rounds = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            rounds.add(new Rounds());
        }
        return rounds;
    }
}
