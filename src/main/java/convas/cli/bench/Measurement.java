package convas.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a measurement found.
 *
 * @param facts of the machine and the setting, and single figures, by name with the unit in it
 * @param series times that were measured many times over
 */
public record Measurement(String name, Map<String, Object> facts, List<Series> series) {
    public Measurement {
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
        series = List.copyOf(series);
    }

    /**
     * Times of one kind, in milliseconds.
     *
     * @param median and the others are of {@code count} values
     */
    public record Series(String name, double median, double p95, double most, int count) {
        /** @param milliseconds in any order; at least one */
        public static Series of(String name, double... milliseconds) {
            double[] sorted = milliseconds.clone();
            Arrays.sort(sorted);
            int last = sorted.length - 1;
            return new Series(
                    name,
                    sorted[sorted.length / 2],
                    sorted[Math.min(last, (int) Math.ceil(sorted.length * 0.95) - 1)],
                    sorted[last],
                    sorted.length);
        }
    }

    /** The series and facts as lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        facts.forEach((fact, value) -> lines.add(fact + ": " + value));
        return lines;
    }
}
