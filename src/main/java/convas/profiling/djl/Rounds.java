package convas.profiling.djl;

import convas.profiling.Spread;
import java.util.ArrayList;
import java.util.List;

/** Times of one thing, one for each round of measuring. */
final class Rounds {
    private static final double NANOS_PER_MILLI = 1e6;
    /** Tukey's fence: how many ranges of the middle half beyond it a value is taken to be another matter. */
    private static final double FENCE = 1.5;

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

    /** The same without interruptions: what is far above the middle half becomes the most that is not. */
    Rounds calm() {
        Spread spread = spread();
        double fence = spread.high() + FENCE * (spread.high() - spread.low());
        long most = (long) Math.ceil(fence * NANOS_PER_MILLI);
        Rounds calm = new Rounds();
        nanos.forEach(value -> calm.add(Math.min(value, most)));
        return calm;
    }

    /** What of each round is not in these parts. */
    Rounds without(List<Rounds> parts) {
        Rounds rest = new Rounds();
        for (int round = 0; round < nanos.size(); round++) {
            long left = nanos.get(round);
            for (Rounds part : parts) {
                left -= part.nanos.get(round);
            }
            rest.add(left);
        }
        return rest;
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
