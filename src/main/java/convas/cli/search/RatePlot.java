package convas.cli.search;

import convas.training.search.RateCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Smoothed losses over the logarithm of the rate, in characters. */
final class RatePlot {
    /** Columns left of the plot. */
    static final int MARGIN = 10;

    private static final int COLUMNS = 60;
    private static final int ROWS = 12;

    private RatePlot() {}

    /** @param suggestion is marked below the axis */
    static List<String> lines(List<RateCurve.Point> points, OptionalDouble suggestion) {
        double[] losses = points.stream()
                .mapToDouble(RateCurve.Point::smoothed)
                .filter(Double::isFinite)
                .toArray();
        if (losses.length == 0) {
            return List.of();
        }
        double low = Arrays.stream(losses).min().orElseThrow();
        // What blows up in the end must not flatten the rest.
        double high = Math.min(Arrays.stream(losses).max().orElseThrow(), low + 2 * (losses[0] - low) + 1e-3);
        double left = Math.log(points.get(0).rate());
        double right = Math.log(points.get(points.size() - 1).rate());
        char[][] cells = new char[ROWS][COLUMNS];
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
        for (RateCurve.Point point : points) {
            if (point.smoothed() <= high) {
                double height = high == low ? 0 : (point.smoothed() - low) / (high - low);
                cells[(int) Math.round((1 - height) * (ROWS - 1))][column(point.rate(), left, right)] = '*';
            }
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double loss = high - (high - low) * row / (ROWS - 1);
            String label = row % 4 == 0 || row == ROWS - 1 ? String.format(Locale.ROOT, "%8.3f", loss) : " ".repeat(8);
            lines.add((label + " |" + new String(cells[row])).stripTrailing());
        }
        lines.add(" ".repeat(MARGIN - 1) + "+" + "-".repeat(COLUMNS));
        if (suggestion.isPresent()) {
            lines.add(" ".repeat(MARGIN + column(suggestion.getAsDouble(), left, right)) + "^");
        }
        String first = SearchRun.rate(points.get(0).rate());
        String last = SearchRun.rate(points.get(points.size() - 1).rate());
        lines.add(" ".repeat(MARGIN) + first + " ".repeat(COLUMNS - first.length() - last.length()) + last);
        return lines;
    }

    private static int column(double rate, double left, double right) {
        return right == left ? 0 : (int) Math.round((Math.log(rate) - left) / (right - left) * (COLUMNS - 1));
    }
}
