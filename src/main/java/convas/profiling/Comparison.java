package convas.profiling;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Two profiles side by side: two designs, two batch sizes, two devices.
 *
 * @param whole the networks as wholes; its path is empty
 * @param rows by path, primitives and sums: those of the first profile in its order, then those that only the second has
 */
public record Comparison(Row whole, Map<String, Row> rows) {
    /** What can be said of two times. */
    public enum Verdict {
        /** The first took less time, and their ranges have nothing in common. */
        FIRST_QUICKER,
        SECOND_QUICKER,
        /** Their ranges overlap: another measurement might say the opposite. */
        NOT_RANKED,
        ONLY_FIRST,
        ONLY_SECOND
    }

    /**
     * One path in both.
     *
     * @param first forward and backward time in the first profile; absent where it has no such path
     * @param second the same in the second
     */
    public record Row(String path, Optional<Spread> first, Optional<Spread> second) {
        public Verdict verdict() {
            if (second.isEmpty()) {
                return Verdict.ONLY_FIRST;
            } else if (first.isEmpty()) {
                return Verdict.ONLY_SECOND;
            } else if (first.get().overlaps(second.get())) {
                return Verdict.NOT_RANKED;
            }
            return first.get().high() < second.get().low() ? Verdict.FIRST_QUICKER : Verdict.SECOND_QUICKER;
        }

        /** Time of the second over that of the first; absent where one is missing or the first took no time. */
        public OptionalDouble ratio() {
            return first.isPresent() && second.isPresent() && first.get().middle() > 0
                    ? OptionalDouble.of(second.get().middle() / first.get().middle())
                    : OptionalDouble.empty();
        }
    }

    public Comparison {
        rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    public static Comparison of(Profile first, Profile second) {
        Map<String, PathProfile> one = first.byPath();
        Map<String, PathProfile> other = second.byPath();
        Set<String> paths = new LinkedHashSet<>(one.keySet());
        paths.addAll(other.keySet());
        Map<String, Row> rows = new LinkedHashMap<>();
        paths.forEach(path -> rows.put(path, new Row(path, time(one, path), time(other, path))));
        Row whole = new Row(
                "",
                Optional.of(first.whole().latency()),
                Optional.of(second.whole().latency()));
        return new Comparison(whole, rows);
    }

    private static Optional<Spread> time(Map<String, PathProfile> profile, String path) {
        return Optional.ofNullable(profile.get(path)).map(PathProfile::total);
    }

    /** The rows where one is quicker, the greatest difference first. */
    public List<Row> ranked() {
        return rows.values().stream()
                .filter(row -> row.verdict() == Verdict.FIRST_QUICKER || row.verdict() == Verdict.SECOND_QUICKER)
                .sorted(java.util.Comparator.comparingDouble(Comparison::difference)
                        .reversed())
                .toList();
    }

    private static double difference(Row row) {
        return Math.abs(
                row.first().orElseThrow().middle() - row.second().orElseThrow().middle());
    }
}
