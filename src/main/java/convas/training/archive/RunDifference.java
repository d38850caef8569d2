package convas.training.archive;

import convas.graph.Design;
import convas.graph.DesignDiff;
import convas.graph.Edge;
import convas.graph.Node;
import convas.graph.Value;
import convas.training.recipe.Recipe;
import convas.training.run.RunCard;
import convas.training.run.StoredRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In what two runs differ, so that one knows what a difference in their results may come from: design, recipe, data, and
 * the machine.
 *
 * @param rows in order of kind; empty where nothing differs
 */
public record RunDifference(List<Row> rows) {
    /** What differs. */
    public enum Kind {
        DESIGN,
        RECIPE,
        DATA,
        MACHINE
    }

    /**
     * One difference.
     *
     * @param name of the node, field or figure
     * @param first what the first run has; empty where it has no such thing
     * @param second likewise
     */
    public record Row(Kind kind, String name, String first, String second) {}

    public RunDifference {
        rows = List.copyOf(rows);
    }

    public static RunDifference between(StoredRun first, StoredRun second) {
        List<Row> rows = new ArrayList<>();
        if (first.design().isPresent() && second.design().isPresent()) {
            designs(first.design().get(), second.design().get(), rows);
        }
        Map<String, Value> before = first.recipe().map(Recipe::write).orElse(Map.of());
        Map<String, Value> after = second.recipe().map(Recipe::write).orElse(Map.of());
        compare(Kind.RECIPE, flat(before), flat(after), rows);
        compare(Kind.DATA, data(first.card()), data(second.card()), rows);
        compare(Kind.MACHINE, machine(first.card()), machine(second.card()), rows);
        return new RunDifference(rows);
    }

    private static void designs(Design first, Design second, List<Row> rows) {
        compare(Kind.DESIGN, variables(first), variables(second), rows);
        DesignDiff diff = DesignDiff.between(first.sheet(), second.sheet());
        Set<String> nodes = new LinkedHashSet<>(diff.removed());
        nodes.addAll(diff.changed());
        nodes.addAll(diff.added());
        for (String id : nodes) {
            Optional<Node> old = first.graph().node(id);
            Optional<Node> now = second.graph().node(id);
            compare(Kind.DESIGN, fields(id, old), fields(id, now), rows);
        }
        diff.removedEdges().forEach(edge -> rows.add(new Row(Kind.DESIGN, wire(edge), "\u2713", "")));
        diff.addedEdges().forEach(edge -> rows.add(new Row(Kind.DESIGN, wire(edge), "", "\u2713")));
    }

    private static Map<String, String> variables(Design design) {
        Map<String, String> values = new LinkedHashMap<>();
        design.variables()
                .forEach((name, variable) -> values.put(name, variable.value().display()));
        return values;
    }

    private static String wire(Edge edge) {
        return edge.from() + " \u2192 " + edge.to();
    }

    private static Map<String, String> fields(String id, Optional<Node> node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.ifPresent(there -> {
            fields.put(id, there.type());
            flat(there.params()).forEach((name, value) -> fields.put(id + "." + name, value));
        });
        return fields;
    }

    private static Map<String, String> data(Optional<RunCard> card) {
        Map<String, String> figures = new LinkedHashMap<>();
        card.ifPresent(read -> {
            figures.put("digest", String.valueOf(read.datasetDigest()));
            figures.put("train_images", Integer.toString(read.trainImages()));
            figures.put("validation_images", Integer.toString(read.validationImages()));
        });
        return figures;
    }

    private static Map<String, String> machine(Optional<RunCard> card) {
        Map<String, String> figures = new LinkedHashMap<>();
        card.ifPresent(read -> {
            figures.put("convas", String.valueOf(read.convas()));
            figures.put("engine", String.valueOf(read.engine()));
            figures.put("java", String.valueOf(read.java()));
            figures.put("system", String.valueOf(read.system()));
            figures.put("device", String.valueOf(read.device()));
            figures.put("threads", Integer.toString(read.threads()));
        });
        return figures;
    }

    private static void compare(Kind kind, Map<String, String> first, Map<String, String> second, List<Row> rows) {
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            String before = first.getOrDefault(name, "");
            String after = second.getOrDefault(name, "");
            if (!before.equals(after)) {
                rows.add(new Row(kind, name, before, after));
            }
        }
    }

    /** Fields within fields by names with a dot: {@code optimizer.learning_rate}. */
    private static Map<String, String> flat(Map<String, Value> fields) {
        Map<String, String> flat = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof Value.Mapping mapping) {
                flat(mapping.fields()).forEach((inner, text) -> flat.put(name + "." + inner, text));
            } else {
                flat.put(name, value.display());
            }
        });
        return flat;
    }
}
