package convas.editor.overlay;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A number for each path of a design, wherever it comes from.
 *
 * @param name for people, with the convention of counting where there are several
 * @param sums whether a module's number is the sum of what is in it
 * @param values by path; a path that is absent is unknown, which is not 0
 * @param leaves the paths of primitives, among which the highest are looked for
 */
public record Overlay(String name, Unit unit, boolean sums, Map<String, Double> values, List<String> leaves) {
    public Overlay {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        leaves = List.copyOf(leaves);
    }

    public OptionalDouble value(String path) {
        Double value = values.get(path);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The primitives with the highest values, highest first; those at 0 are not among them. */
    public List<String> highest(int count) {
        return leaves.stream()
                .filter(path -> values.getOrDefault(path, 0.0) > 0)
                .sorted(Comparator.comparingDouble((String path) -> values.get(path))
                        .reversed())
                .limit(count)
                .toList();
    }

    /** The sum over all primitives. */
    public double total() {
        return leaves.stream()
                .mapToDouble(path -> values.getOrDefault(path, 0.0))
                .sum();
    }
}
