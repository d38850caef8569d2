package convas.editor.profiling;

import convas.editor.Figures;
import convas.editor.chart.Axis;
import convas.editor.chart.MarkedChart;
import convas.editor.chart.Marks;
import convas.profiling.MemoryMoment;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Activation memory over the program, step by step: as the analysis says, and as it was measured. */
public final class MemoryChart extends MarkedChart {
    private static final double TOP = 30;
    private static final double BOTTOM = 24;
    private static final double MEBIBYTE = 1 << 20;

    private final Texts texts;
    private List<MemoryMoment> moments = List.of();

    public MemoryChart(Texts texts) {
        super(texts.get("editorprofiling.view.memory"), true);
        this.texts = texts;
    }

    /** Draws this timeline from now on. */
    public void show(List<MemoryMoment> timeline) {
        moments = List.copyOf(timeline);
        draw();
    }

    private static double measured(MemoryMoment moment) {
        return moment.measured().map(Long::doubleValue).orElse(Double.NaN);
    }

    @Override
    protected Marks paintMarks(GraphicsContext pen, double width, double height) {
        title(pen, texts.get("editorprofiling.memory.title"));
        double most = moments.stream()
                .mapToDouble(
                        moment -> Math.max(moment.predicted(), moment.measured().orElse(0L)))
                .max()
                .orElse(0);
        if (most <= 0) {
            write(pen, texts.get("editorprofiling.empty"), width / 2, height / 2, TextAlignment.CENTER);
            return new Marks(List.of());
        }
        Axis up = new Axis(0, most * 1.06 / MEBIBYTE, false, height - BOTTOM, TOP);
        double left = 16 + widest(up, tick -> up.text(tick, wantedRows(up)));
        Axis across = new Axis(0, Math.max(1, moments.size()), false, left, width - 16);
        rows(pen, across, up, tick -> up.text(tick, wantedRows(up)));
        columns(pen, across, height - 11, tick -> String.valueOf(Math.round(tick)));
        legend(
                pen,
                width - 16,
                List.of(texts.get("editorprofiling.memory.predicted"), texts.get("editorprofiling.memory.measured")),
                List.of(first(), second()));
        line(pen, across, up, MemoryMoment::predicted, first(), true);
        line(pen, across, up, MemoryChart::measured, second(), false);
        return marks(across, up);
    }

    private void line(
            GraphicsContext pen,
            Axis across,
            Axis up,
            ToDoubleFunction<MemoryMoment> bytes,
            Color color,
            boolean fill) {
        double step = (across.to() - across.from()) / moments.size();
        pen.setStroke(color);
        pen.setFill(color.deriveColor(0, 1, 1, 0.15));
        pen.setLineWidth(1.6);
        double before = Double.NaN;
        for (int index = 0; index < moments.size(); index++) {
            double value = bytes.applyAsDouble(moments.get(index));
            if (Double.isNaN(value)) {
                before = value;
                continue;
            }
            double x = across.from() + index * step;
            double y = up.at(value / MEBIBYTE);
            if (fill) {
                pen.fillRect(x, y, step, up.from() - y);
            }
            if (!Double.isNaN(before)) {
                pen.strokeLine(x, before, x, y);
            }
            pen.strokeLine(x, y, x + step, y);
            before = y;
        }
        pen.setLineWidth(1);
    }

    private Marks marks(Axis across, Axis up) {
        double step = (across.to() - across.from()) / moments.size();
        List<Marks.Mark> marks = new ArrayList<>();
        for (int index = 0; index < moments.size(); index++) {
            MemoryMoment moment = moments.get(index);
            Optional<Long> found = moment.measured();
            marks.add(new Marks.Mark(
                    moment.path(),
                    across.from() + (index + 0.5) * step,
                    up.at(found.orElse(moment.predicted()) / MEBIBYTE),
                    texts.get(
                            "editorprofiling.memory.point",
                            moment.path(),
                            Figures.bytes(moment.predicted()),
                            found.map(Figures::bytes).orElse(Figures.UNKNOWN))));
        }
        return new Marks(marks);
    }
}
