package convas.export.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places the boxes of a graph without cycles in rows from top to bottom: each as far down as the longest way to it from
 * the top, so that every link leads downward. A link over several rows gets a bend in each row between, which takes room
 * there like a narrow box, so that no link runs through a box. Rows are ordered for few crossings, then boxes pulled
 * towards what they are linked to. The same graph always gives the same places.
 */
final class LayeredPlacement {
    /** From one box to another, by index. */
    record Link(int from, int to) {}

    private static final double GAP = 26;
    private static final double BEND = 8;
    /** Bends pull on bends this much more, so that long links run straight down. */
    private static final double STRAIGHT = 6;

    private static final int PULLS = 60;

    private final List<Double> widths;
    private final List<Link> links;
    private final List<Integer> rowOf = new ArrayList<>();
    private final List<List<Integer>> above = new ArrayList<>();
    private final List<List<Integer>> below = new ArrayList<>();
    private final List<List<Integer>> bends = new ArrayList<>();
    private final int boxes;
    private List<List<Integer>> rows = new ArrayList<>();
    private double[] centres = {};

    /** @param widths of the boxes, by index */
    LayeredPlacement(List<Double> widths, List<Link> links) {
        this.boxes = widths.size();
        this.widths = new ArrayList<>(widths);
        this.links = List.copyOf(links);
        findRows();
        bendLongLinks();
        rows = new RowOrder(above, below).order(rows);
        pull();
        straighten();
        settle();
    }

    /** The row of a box, from 0 at the top. */
    int row(int box) {
        return rowOf.get(box);
    }

    /** The middle of a box, from the left. */
    double centre(int box) {
        return centres[box];
    }

    /** The middles of a link's bends, one in each row between its ends. */
    List<Double> bends(int link) {
        return bends.get(link).stream().map(bend -> centres[bend]).toList();
    }

    int rows() {
        return rows.size();
    }

    private void findRows() {
        int[] depth = new int[boxes];
        // As many rounds as the longest way has links, at most.
        for (int round = 0; round < boxes; round++) {
            for (Link link : links) {
                depth[link.to] = Math.max(depth[link.to], depth[link.from] + 1);
            }
        }
        for (int box = 0; box < boxes; box++) {
            vertex(depth[box]);
        }
    }

    private int vertex(int row) {
        int index = rowOf.size();
        rowOf.add(row);
        above.add(new ArrayList<>());
        below.add(new ArrayList<>());
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        rows.get(row).add(index);
        return index;
    }

    private void bendLongLinks() {
        for (Link link : links) {
            List<Integer> way = new ArrayList<>();
            int last = link.from;
            for (int row = rowOf.get(link.from) + 1; row < rowOf.get(link.to); row++) {
                int bend = vertex(row);
                widths.add(BEND);
                join(last, bend);
                way.add(bend);
                last = bend;
            }
            join(last, link.to);
            bends.add(way);
        }
    }

    private void join(int from, int to) {
        below.get(from).add(to);
        above.get(to).add(from);
    }

    /**
     * Makes each run of boxes, or of bends, that are linked to nothing else between stand straight, and moves the runs as
     * wholes towards what their ends are linked to, as far as their neighbours leave room.
     */
    private void straighten() {
        List<List<Integer>> runs = runs();
        for (int round = 0; round < PULLS; round++) {
            for (List<Integer> run : runs) {
                List<Integer> ends = new ArrayList<>(above.get(run.get(0)));
                ends.addAll(below.get(run.get(run.size() - 1)));
                double wanted = ends.stream()
                        .mapToDouble(each -> centres[each])
                        .average()
                        .orElse(centres[run.get(0)]);
                double least =
                        run.stream().mapToDouble(each -> limit(each, -1)).max().orElseThrow();
                double most =
                        run.stream().mapToDouble(each -> limit(each, 1)).min().orElseThrow();
                if (least <= most) {
                    double middle = Math.max(least, Math.min(most, wanted));
                    run.forEach(each -> centres[each] = middle);
                }
            }
        }
    }

    /** Each vertex in the run that it belongs to, alone where it has none; from the top. */
    private List<List<Integer>> runs() {
        List<List<Integer>> runs = new ArrayList<>();
        for (int vertex = 0; vertex < centres.length; vertex++) {
            if (above.get(vertex).size() == 1 && goesOn(above.get(vertex).get(0), vertex)) {
                continue;
            }
            List<Integer> run = new ArrayList<>(List.of(vertex));
            int last = vertex;
            while (below.get(last).size() == 1 && goesOn(last, below.get(last).get(0))) {
                last = below.get(last).get(0);
                run.add(last);
            }
            runs.add(run);
        }
        return runs;
    }

    /** Whether two linked vertices belong to one run: each the other's only one, and both boxes or both bends. */
    private boolean goesOn(int upper, int lower) {
        return below.get(upper).size() == 1 && above.get(lower).size() == 1 && (upper >= boxes) == (lower >= boxes);
    }

    /** How far a vertex may go to the left (side -1) or right (1) before it comes too near to its neighbour. */
    private double limit(int vertex, int side) {
        List<Integer> row = rows.get(rowOf.get(vertex));
        int neighbour = row.indexOf(vertex) + side;
        return neighbour < 0 || neighbour == row.size()
                ? side * Double.MAX_VALUE
                : centres[row.get(neighbour)] - side * apart(vertex, row.get(neighbour));
    }

    private double apart(int one, int other) {
        return (widths.get(one) + widths.get(other)) / 2 + GAP;
    }

    private void pull() {
        centres = new double[rowOf.size()];
        rows.forEach(row -> place(row, new double[row.size()], null));
        for (int round = 0; round < PULLS; round++) {
            for (int step = 0; step < rows.size(); step++) {
                List<Integer> row = rows.get(round % 2 == 0 ? step : rows.size() - 1 - step);
                double[] wanted = new double[row.size()];
                double[] weights = new double[row.size()];
                for (int index = 0; index < row.size(); index++) {
                    wish(row.get(index), index, wanted, weights);
                }
                place(row, wanted, weights);
            }
        }
    }

    /** Moves all of it to the left edge, onto whole numbers. */
    private void settle() {
        double left = Double.MAX_VALUE;
        for (int vertex = 0; vertex < centres.length; vertex++) {
            left = Math.min(left, centres[vertex] - widths.get(vertex) / 2);
        }
        for (int vertex = 0; vertex < centres.length; vertex++) {
            centres[vertex] = Math.rint(centres[vertex] - left);
        }
    }

    /** Where a vertex would stand if only its links counted, and how much it insists. */
    private void wish(int vertex, int index, double[] wanted, double[] weights) {
        double sum = 0;
        double weight = 0;
        for (List<List<Integer>> side : List.of(above, below)) {
            for (int other : side.get(vertex)) {
                double pulls = vertex >= boxes && other >= boxes ? STRAIGHT : 1;
                sum += pulls * centres[other];
                weight += pulls;
            }
        }
        wanted[index] = weight == 0 ? centres[vertex] : sum / weight;
        weights[index] = Math.max(1, weight);
    }

    /**
     * Places a row in its order, as near to the wishes as its gaps allow: least squares, by merging neighbours that would
     * come too close into blocks.
     */
    private void place(List<Integer> row, double[] wanted, double[] weights) {
        int size = row.size();
        double[] offset = new double[size];
        for (int index = 1; index < size; index++) {
            offset[index] = offset[index - 1] + (widths.get(row.get(index - 1)) + widths.get(row.get(index))) / 2 + GAP;
        }
        double[] mean = new double[size];
        double[] weight = new double[size];
        int[] length = new int[size];
        int blocks = 0;
        for (int index = 0; index < size; index++) {
            mean[blocks] = wanted[index] - offset[index];
            weight[blocks] = weights == null ? 1 : weights[index];
            length[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                double both = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * weight[blocks - 2] + mean[blocks - 1] * weight[blocks - 1]) / both;
                weight[blocks - 2] = both;
                length[blocks - 2] += length[blocks - 1];
                blocks--;
            }
        }
        int index = 0;
        for (int block = 0; block < blocks; block++) {
            for (int last = index + length[block]; index < last; index++) {
                centres[row.get(index)] = mean[block] + offset[index];
            }
        }
    }

    /** The width of all of it, from the left of the leftmost to the right of the rightmost. */
    double width() {
        double right = 0;
        for (int vertex = 0; vertex < centres.length; vertex++) {
            right = Math.max(right, centres[vertex] + widths.get(vertex) / 2);
        }
        return right;
    }

    @Override
    public String toString() {
        return rows + " at " + Arrays.toString(centres);
    }
}
