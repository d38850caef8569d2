package convas.editor.palette;

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
     * Types whose name, alias or category has the query's letters in order, by category. An empty query finds all.
     */
    public static Map<String, List<NodeType>> groups(Collection<NodeType> types, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        Map<String, List<NodeType>> groups = new LinkedHashMap<>();
        Stream.concat(FIRST.stream(), types.stream().map(NodeType::category))
                .forEach(category -> groups.putIfAbsent(category, new ArrayList<>()));
        types.stream()
                .filter(type -> wanted.isEmpty() || score(type, wanted) > 0)
                .sorted(Comparator.comparingInt(type -> wanted.isEmpty() ? 0 : -score(type, wanted)))
                .forEach(type -> groups.get(type.category()).add(type));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    /** How well a type fits, higher is better; 0 means not at all. */
    public static int score(NodeType type, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        int best = 2 * score(type.type(), wanted);
        for (String alias : type.aliases()) {
            best = Math.max(best, score(alias, wanted));
        }
        return Math.max(best, type.category().toLowerCase(Locale.ROOT).contains(wanted) ? 1 : 0);
    }

    /** 4 for the word itself, 3 for its beginning, 2 for a part, 1 for its letters in order, 0 for none of these. */
    public static int score(String text, String wanted) {
        String searched = text.toLowerCase(Locale.ROOT);
        if (searched.equals(wanted)) {
            return 4;
        } else if (searched.startsWith(wanted)) {
            return 3;
        } else if (searched.contains(wanted)) {
            return 2;
        }
        int at = 0;
        for (int index = 0; index < searched.length() && at < wanted.length(); index++) {
            if (searched.charAt(index) == wanted.charAt(at)) {
                at++;
            }
        }
        return at == wanted.length() && wanted.length() >= 2 ? 1 : 0;
    }
}
