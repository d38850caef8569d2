package convas.editor.canvas.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a long design into rows, as a text into lines: about as wide all together as a screen is, beside their height,
 * and broken where few wires go from one row to the next.
 *
 * @param layers the first layer of each row
 */
record Rows(List<Integer> layers) {
    /** Up to this many layers stay in one row. */
    private static final int SHORT = 6;
    /** A row may be so much shorter than the longest, where fewer wires are broken there. */
    private static final double SHORTEST = 0.6;

    private static final int ATTEMPTS = 40;

    /**
     * @param lengths of the layers along the flow, with the room to the next
     * @param heights of the layers across the flow, with the room to the next row
     * @param wires how many wires, and how many times more ports with wires, lead from each layer over its end
     * @param shape how long the rows are to be beside the height of all
     */
    static Rows of(double[] lengths, double[] heights, double[] wires, double shape) {
        if (lengths.length <= SHORT) {
            return new Rows(List.of(0));
        }
        double all = 0;
        double longest = 0;
        for (double length : lengths) {
            all += length;
            longest = Math.max(longest, length);
        }
        Rows best = new Rows(List.of(0));
        double least = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
            double most = longest * Math.pow(all / longest, (double) attempt / ATTEMPTS) + 1;
            Rows rows = broken(lengths, wires, most);
            double wrong = Math.abs(Math.log(rows.shape(lengths, heights) / shape));
            if (wrong < least) {
                least = wrong;
                best = rows;
            }
        }
        return best;
    }

    private static Rows broken(double[] lengths, double[] wires, double most) {
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        while (start < lengths.length) {
            starts.add(start);
            start = next(lengths, wires, most, start);
        }
        return new Rows(starts);
    }

    /** Where the row after this one begins. */
    private static int next(double[] lengths, double[] wires, double most, int start) {
        double length = lengths[start];
        int best = start + 1;
        int layer = start + 1;
        while (layer < lengths.length && length + lengths[layer] <= most) {
            length += lengths[layer];
            layer++;
            if (length < SHORTEST * most || layer == lengths.length || wires[layer - 1] <= wires[best - 1]) {
                best = layer;
            }
        }
        return layer == lengths.length ? layer : best;
    }

    private double shape(double[] lengths, double[] heights) {
        double longest = 0;
        double high = 0;
        for (int row = 0; row < layers.size(); row++) {
            double length = 0;
            double height = 0;
            for (int layer = layers.get(row); layer < end(row, lengths.length); layer++) {
                length += lengths[layer];
                height = Math.max(height, heights[layer]);
            }
            longest = Math.max(longest, length);
            high += height;
        }
        return longest / high;
    }

    private int end(int row, int all) {
        return row + 1 < layers.size() ? layers.get(row + 1) : all;
    }

    int count() {
        return layers.size();
    }

    /** The row that a layer is in. */
    int of(int layer) {
        int low = 0;
        int high = layers.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (layers.get(middle) <= layer) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
