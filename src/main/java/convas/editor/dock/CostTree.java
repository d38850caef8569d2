package convas.editor.dock;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.editor.find.Findable;
import convas.editor.find.Query;
import convas.operator.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The reports of an analysis as a tree by path: a module stands above what is in its body, a repeated chain above its
 * copies. Immutable; which of its rows a table shows is asked for each time.
 */
public final class CostTree {
    /** A tree with nothing in it. */
    public static final CostTree EMPTY = new CostTree(Map.of(), Optional.empty());

    /**
     * What a table shows.
     *
     * @param flat only primitives, in one list
     * @param filter a part of the path or type, or conditions as {@link Query} reads them; rows above a row that fits are
     *     shown too
     * @param open paths whose inner rows are shown; a filter opens everything
     * @param order within the rows of one parent, or within the list; absent is the order of computation
     */
    public record View(boolean flat, String filter, Set<String> open, Optional<Comparator<CostRow>> order) {}

    private final Map<String, NodeReport> reports;
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final Optional<Cost> total;

    private CostTree(Map<String, NodeReport> reports, Optional<Cost> total) {
        this.reports = reports;
        this.total = total;
        reports.keySet()
                .forEach(path -> children.computeIfAbsent(parent(path), above -> new ArrayList<>())
                        .add(path));
    }

    public static CostTree of(Analysis analysis) {
        return new CostTree(analysis.nodes(), analysis.total());
    }

    /** The sum over the design; absent where some cost is unknown. */
    public Optional<Cost> total() {
        return total;
    }

    /** The sum over what fits a filter, a module with all that is in it once; absent where some cost is unknown. */
    public Optional<Cost> sum(String filter) {
        Predicate<String> wanted = wanted(filter);
        return sum(reports.keySet().stream().filter(wanted).collect(Collectors.toSet()));
    }

    /** The sum over paths, each with all that is in it once; absent where some cost is unknown. */
    public Optional<Cost> sum(Set<String> paths) {
        Optional<Cost> sum = Optional.of(Cost.ZERO);
        for (String path : paths) {
            if (above(path).stream().noneMatch(paths::contains)) {
                Optional<Cost> part = Optional.ofNullable(reports.get(path)).flatMap(NodeReport::cost);
                sum = sum.flatMap(before -> part.map(before::plus));
            }
        }
        return sum;
    }

    /** {@code stage.0} stands below {@code stage}, {@code stage.0/conv} below {@code stage.0}. */
    private String parent(String path) {
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        if (dot > slash && reports.containsKey(path.substring(0, dot))) {
            return path.substring(0, dot);
        }
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The paths above a path, nearest first. */
    public List<String> above(String path) {
        List<String> above = new ArrayList<>();
        for (String next = parent(path); !next.isEmpty(); next = parent(next)) {
            above.add(next);
        }
        return above;
    }

    /** The rows of a view, from top to bottom. */
    public List<CostRow> rows(View view) {
        Predicate<String> wanted = wanted(view.filter());
        List<CostRow> rows = new ArrayList<>();
        if (view.flat()) {
            reports.keySet().stream()
                    .filter(path -> !children.containsKey(path) && wanted.test(path))
                    .forEach(path -> rows.add(row(path, 0, false)));
            view.order().ifPresent(rows::sort);
        } else {
            add(rows, "", 0, view, new Fits(wanted));
        }
        return rows;
    }

    private void add(List<CostRow> rows, String parent, int depth, View view, Fits fits) {
        List<CostRow> level = new ArrayList<>();
        for (String path : children.getOrDefault(parent, List.of())) {
            if (fits.withInner(path)) {
                boolean inner = children.containsKey(path);
                // A filter opens what has a fit inside.
                boolean opened = view.open().contains(path)
                        || !view.filter().isBlank()
                                && children.getOrDefault(path, List.of()).stream()
                                        .anyMatch(fits::withInner);
                level.add(row(path, depth, inner && opened));
            }
        }
        view.order().ifPresent(level::sort);
        for (CostRow row : level) {
            rows.add(row);
            if (row.open()) {
                add(rows, row.path(), depth + 1, view, fits);
            }
        }
    }

    /** Which paths fit or have a fit inside; each is looked at once. */
    private final class Fits {
        private final Predicate<String> wanted;
        private final Map<String, Boolean> known = new HashMap<>();

        Fits(Predicate<String> wanted) {
            this.wanted = wanted;
        }

        boolean withInner(String path) {
            Boolean before = known.get(path);
            if (before == null) {
                before = wanted.test(path)
                        || children.getOrDefault(path, List.of()).stream().anyMatch(this::withInner);
                known.put(path, before);
            }
            return before;
        }
    }

    private Predicate<String> wanted(String filter) {
        String typed = filter.strip();
        if (typed.isEmpty()) {
            return path -> true;
        }
        String word = typed.toLowerCase(Locale.ROOT);
        return Query.parse(typed)
                .<Predicate<String>>map(query -> path -> query.fits(Findable.of(reports.get(path))))
                .orElse(path -> path.toLowerCase(Locale.ROOT).contains(word)
                        || reports.get(path).type().toLowerCase(Locale.ROOT).contains(word));
    }

    private CostRow row(String path, int depth, boolean open) {
        NodeReport report = reports.get(path);
        Optional<Double> share = total.filter(whole -> whole.macs() > 0)
                .flatMap(whole -> report.cost().map(cost -> (double) cost.macs() / whole.macs()));
        return new CostRow(
                path, depth, report.type(), report.outputs(), report.cost(), share, children.containsKey(path), open);
    }
}
