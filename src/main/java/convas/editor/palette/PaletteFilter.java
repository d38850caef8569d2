package convas.editor.palette;

import convas.editor.find.Likeness;
import convas.operator.NodeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which node types a search shows, and in which groups. */
public final class PaletteFilter {
    private static final List<String> FIRST = List.of(
            "lightweight convolution",
            "lightweight block",
            "attention",
            "coordinates",
            "residual block",
            "convolution",
            "linear",
            "normalisation",
            "activation",
            "pooling");

    private PaletteFilter() {}

    /**
     * Types that fit a query by name, alias or category, by category. An empty query finds all.
     */
    public static Map<String, List<NodeType>> groups(Collection<NodeType> types, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        Map<String, List<NodeType>> groups = new LinkedHashMap<>();
        Stream.concat(FIRST.stream(), types.stream().map(NodeType::category))
                .forEach(category -> groups.putIfAbsent(category, new ArrayList<>()));
        types.stream()
                .filter(type -> wanted.isEmpty() || Likeness.of(type, wanted) > 0)
                .sorted(Comparator.comparingInt(type -> wanted.isEmpty() ? 0 : -Likeness.of(type, wanted)))
                .forEach(type -> groups.get(type.category()).add(type));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }
}
