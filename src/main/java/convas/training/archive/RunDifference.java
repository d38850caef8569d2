package convas.training.archive;

import convas.graph.Design;
import convas.graph.Value;
import convas.training.recipe.Recipe;
import convas.training.run.RunCard;
import convas.training.run.StoredRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        programs(first.card(), second.card(), rows);
        Map<String, Value> before = first.recipe().map(Recipe::write).orElse(Map.of());
        Map<String, Value> after = second.recipe().map(Recipe::write).orElse(Map.of());
        compare(Kind.RECIPE, DesignFields.flat(before), DesignFields.flat(after), rows);
        compare(Kind.DATA, data(first.card()), data(second.card()), rows);
        compare(Kind.MACHINE, machine(first.card()), machine(second.card()), rows);
        return new RunDifference(rows);
    }

    private static void designs(Design first, Design second, List<Row> rows) {
        DesignFields before = DesignFields.of(first);
        DesignFields after = DesignFields.of(second);
        compare(Kind.DESIGN, before.variables(), after.variables(), rows);
        compare(Kind.DESIGN, before.rest(), after.rest(), rows);
    }

    /** Where the files say the same and still something else was trained, as with modules of another version. */
    private static void programs(Optional<RunCard> first, Optional<RunCard> second, List<Row> rows) {
        Optional<String> before = first.map(RunCard::program);
        Optional<String> after = second.map(RunCard::program);
        if (rows.isEmpty() && before.isPresent() && after.isPresent() && !before.equals(after)) {
            rows.add(new Row(Kind.DESIGN, "program", before.get(), after.get()));
        }
    }

    private static Map<String, String> data(Optional<RunCard> card) {
        Map<String, String> figures = new LinkedHashMap<>();
        card.ifPresent(read -> {
            figures.put("digest", Objects.toString(read.datasetDigest(), ""));
            figures.put("train_images", Integer.toString(read.trainImages()));
            figures.put("validation_images", Integer.toString(read.validationImages()));
        });
        return figures;
    }

    private static Map<String, String> machine(Optional<RunCard> card) {
        Map<String, String> figures = new LinkedHashMap<>();
        card.ifPresent(read -> {
            figures.put("convas", Objects.toString(read.convas(), ""));
            figures.put("engine", Objects.toString(read.engine(), ""));
            figures.put("java", Objects.toString(read.java(), ""));
            figures.put("system", Objects.toString(read.system(), ""));
            figures.put("device", Objects.toString(read.device(), ""));
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
}
