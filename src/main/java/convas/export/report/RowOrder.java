package convas.export.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders the vertices of each row so that few links between neighbouring rows cross: each row is sorted by the mean place
 * of what its vertices are linked to, downward and upward in turn, and the best order seen is kept.
 */
final class RowOrder {
    private static final int SWEEPS = 12;

    private final List<List<Integer>> above;
    private final List<List<Integer>> below;

    /**
     * @param above for each vertex those it is linked to in the row above
     * @param below for each vertex those it is linked to in the row below
     */
    RowOrder(List<List<Integer>> above, List<List<Integer>> below) {
        this.above = above;
        this.below = below;
    }

    /** The same rows, each in its new order. */
    List<List<Integer>> order(List<List<Integer>> given) {
        List<List<Integer>> rows = copy(given);
        List<List<Integer>> best = given;
        long fewest = crossings(rows);
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int step = 1; step < rows.size(); step++) {
                int row = down ? step : rows.size() - 1 - step;
                sort(rows.get(row), rows.get(down ? row - 1 : row + 1), down ? above : below);
            }
            long now = crossings(rows);
            if (now < fewest) {
                fewest = now;
                best = copy(rows);
            }
        }
        return best;
    }

    private static void sort(List<Integer> row, List<Integer> fixed, List<List<Integer>> towards) {
        List<Integer> before = List.copyOf(row);
        row.sort(Comparator.comparingDouble(vertex ->
                towards.get(vertex).stream().mapToInt(fixed::indexOf).average().orElse(before.indexOf(vertex))));
    }

    private static List<List<Integer>> copy(List<List<Integer>> rows) {
        List<List<Integer>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    private long crossings(List<List<Integer>> rows) {
        long count = 0;
        for (int row = 0; row + 1 < rows.size(); row++) {
            List<Integer> next = rows.get(row + 1);
            List<Integer> ends = new ArrayList<>();
            for (int vertex : rows.get(row)) {
                List<Integer> own =
                        below.get(vertex).stream().map(next::indexOf).toList();
                for (int end : own) {
                    count += ends.stream().filter(earlier -> earlier > end).count();
                }
                ends.addAll(own);
            }
        }
        return count;
    }
}
