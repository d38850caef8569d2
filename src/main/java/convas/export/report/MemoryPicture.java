package convas.export.report;

import convas.profiling.MemoryMoment;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Activation memory over the program as an SVG: predicted for inference and as measured, with the step of the peak. */
final class MemoryPicture {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 300;
    private static final double LEFT = 60;
    private static final double RIGHT = WIDTH - 20;
    private static final double TOP = 34;
    private static final double BOTTOM = HEIGHT - 30;
    private static final double MEBIBYTE = 1 << 20;
    private static final int LINES = 4;
    private static final String PREDICTED = "#6e7781";
    private static final String MEASURED = "#0969da";

    private final List<MemoryMoment> moments;
    private final Texts texts;
    private final double most;

    /** @param moments at least one */
    MemoryPicture(List<MemoryMoment> moments, Texts texts) {
        this.moments = moments;
        this.texts = texts;
        this.most = Math.max(
                1,
                moments.stream()
                        .mapToDouble(moment ->
                                Math.max(moment.predicted(), moment.measured().orElse(0L)))
                        .max()
                        .orElse(1));
    }

    private double x(int step) {
        return LEFT + (step + 0.5) / moments.size() * (RIGHT - LEFT);
    }

    private double y(double bytes) {
        return BOTTOM - bytes / most * (BOTTOM - TOP);
    }

    String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, texts.get("profilereport.memory"));
        for (int line = 0; line <= LINES; line++) {
            double bytes = most * line / LINES;
            svg.line(LEFT, y(bytes), RIGHT, y(bytes));
            svg.words(LEFT - 6, y(bytes) + 4, "end", String.format(Locale.ROOT, "%.2f", bytes / MEBIBYTE));
        }
        svg.words(4, 14, "start", "MiB");
        svg.words(RIGHT, HEIGHT - 10, "end", texts.get("profilereport.memory.across"));
        course(svg, moment -> moment.predicted(), PREDICTED, "5 3");
        boolean measured = moments.stream().allMatch(moment -> moment.measured().isPresent());
        if (measured) {
            course(svg, moment -> moment.measured().orElseThrow(), MEASURED, "");
            svg.words(LEFT + 200, 14, "start", texts.get("profilereport.memory.measured"), MEASURED);
        }
        svg.words(LEFT + 40, 14, "start", texts.get("profilereport.memory.predicted"), PREDICTED);
        peak(svg, measured ? moment -> moment.measured().orElseThrow() : moment -> moment.predicted());
        return svg.toString();
    }

    private void course(Svg svg, ToDoubleFunction<MemoryMoment> bytes, String colour, String dashes) {
        StringBuilder points = new StringBuilder();
        for (int step = 0; step < moments.size(); step++) {
            double y = y(bytes.applyAsDouble(moments.get(step)));
            double half = (RIGHT - LEFT) / moments.size() / 2;
            points.append(Svg.point(x(step) - half, y)).append(Svg.point(x(step) + half, y));
        }
        svg.polyline(points.toString().strip(), colour, dashes);
    }

    private void peak(Svg svg, ToDoubleFunction<MemoryMoment> bytes) {
        int highest = 0;
        for (int step = 0; step < moments.size(); step++) {
            if (bytes.applyAsDouble(moments.get(step)) > bytes.applyAsDouble(moments.get(highest))) {
                highest = step;
            }
        }
        MemoryMoment moment = moments.get(highest);
        boolean right = x(highest) < (LEFT + RIGHT) / 2;
        svg.circle(x(highest), y(bytes.applyAsDouble(moment)), 4, "#cf222e", moment.path());
        svg.words(
                x(highest) + (right ? 8 : -8),
                y(bytes.applyAsDouble(moment)) - 4,
                right ? "start" : "end",
                moment.path());
    }
}
