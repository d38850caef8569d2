package convas.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of the mutants of a kind. */
final class Tally {
    private final String kind;
    private final long seed;
    private final List<Failure> failures = new ArrayList<>();
    private int read;
    private int refused;
    private double slowest;
    private long slowestSeed;

    Tally(String kind, long seed) {
        this.kind = kind;
        this.seed = seed;
    }

    void add(Kind.End end) {
        if (end == Kind.End.READ) {
            read++;
        } else {
            refused++;
        }
    }

    void add(Failure failure) {
        failures.add(failure);
    }

    void took(double seconds, long own) {
        if (seconds > slowest) {
            slowest = seconds;
            slowestSeed = own;
        }
    }

    int read() {
        return read;
    }

    int refused() {
        return refused;
    }

    List<Failure> failures() {
        return failures;
    }

    /** One line, and one for each sort of failure. */
    String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d mutants from seed %d: %d read, %d refused, %d failed; the slowest took %.1f s (seed %d)",
                kind,
                read + refused + failures.size(),
                seed,
                read,
                refused,
                failures.size(),
                slowest,
                slowestSeed));
        Map<String, List<Failure>> sorts = new TreeMap<>();
        failures.forEach(failure ->
                sorts.computeIfAbsent(failure.sign(), sign -> new ArrayList<>()).add(failure));
        sorts.forEach((sign, all) -> text.append(String.format(
                Locale.ROOT,
                "%n    %d times, first with seed %d: %s",
                all.size(),
                all.get(0).seed(),
                sign)));
        return text.toString();
    }
}
