package convas.graph;

import convas.text.LocalText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A module's parameter as its body declares it.
 *
 * @param type int, float, bool, pair, choice or text
 * @param fallback the default; absent means that the user must give a value
 * @param unit for instance px; empty where there is none
 * @param extras fields that this version does not know, kept as they were
 */
public record ParameterDeclaration(
        String type,
        Optional<Value> fallback,
        Optional<Double> min,
        Optional<Double> max,
        List<String> choices,
        String unit,
        LocalText doc,
        Map<String, Value> extras) {
    public ParameterDeclaration {
        choices = List.copyOf(choices);
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }
}
