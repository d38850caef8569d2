package convas.editor.dock;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.operator.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * @param filter a part of the path or type; rows above a row that fits are shown too
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
        String wanted = view.filter().strip().toLowerCase(Locale.ROOT);
        List<CostRow> rows = new ArrayList<>();
        if (view.flat()) {
            reports.keySet().stream()
                    .filter(path -> !children.containsKey(path) && fits(path, wanted))
                    .forEach(path -> rows.add(row(path, 0, false)));
            view.order().ifPresent(rows::sort);
        } else {
            add(rows, "", 0, view, wanted);
        }
        return rows;
    }

    private void add(List<CostRow> rows, String parent, int depth, View view, String wanted) {
        List<CostRow> level = new ArrayList<>();
        for (String path : children.getOrDefault(parent, List.of())) {
            if (hasFit(path, wanted)) {
                boolean inner = children.containsKey(path);
                level.add(row(path, depth, inner && (view.open().contains(path) || opens(path, wanted))));
            }
        }
        view.order().ifPresent(level::sort);
        for (CostRow row : level) {
            rows.add(row);
            if (row.open()) {
                add(rows, row.path(), depth + 1, view, wanted);
            }
        }
    }

    /** A filter opens what has a fit inside. */
    private boolean opens(String path, String wanted) {
        return !wanted.isEmpty() && children.get(path).stream().anyMatch(inner -> hasFit(inner, wanted));
    }

    private boolean hasFit(String path, String wanted) {
        return fits(path, wanted)
                || children.getOrDefault(path, List.of()).stream().anyMatch(inner -> hasFit(inner, wanted));
    }

    private boolean fits(String path, String wanted) {
        return wanted.isEmpty()
                || path.toLowerCase(Locale.ROOT).contains(wanted)
                || reports.get(path).type().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private CostRow row(String path, int depth, boolean open) {
        NodeReport report = reports.get(path);
        Optional<Double> share = total.filter(whole -> whole.macs() > 0)
                .flatMap(whole -> report.cost().map(cost -> (double) cost.macs() / whole.macs()));
        return new CostRow(
                path, depth, report.type(), report.outputs(), report.cost(), share, children.containsKey(path), open);
    }
}
