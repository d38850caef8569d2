package convas.editor.profiling;

import convas.editor.Figures;
import convas.editor.chart.Axis;
import convas.editor.chart.MarkedChart;
import convas.editor.chart.Marks;
import convas.profiling.Profile;
import convas.profiling.Spread;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** The latency of a design over its edits: a point for each profile of one setting, its middle half as a bar. */
public final class HistoryChart extends MarkedChart {
    private static final double TOP = 30;
    private static final double BOTTOM = 24;

    private final Texts texts;
    private List<Profile> profiles = List.of();

    public HistoryChart(Texts texts) {
        super(texts.get("editorprofiling.view.history"), true);
        this.texts = texts;
    }

    /** Draws these from now on. @param shown oldest first */
    public void show(List<Profile> shown) {
        profiles = List.copyOf(shown);
        draw();
    }

    /** The profile of a mark. */
    static String id(Profile profile) {
        return profile.taken() + " " + profile.digest();
    }

    @Override
    protected Marks paintMarks(GraphicsContext pen, double width, double height) {
        title(pen, texts.get("editorprofiling.history.title"));
        if (profiles.isEmpty()) {
            write(pen, texts.get("editorprofiling.empty"), width / 2, height / 2, TextAlignment.CENTER);
            return new Marks(List.of());
        }
        double most = profiles.stream()
                .mapToDouble(profile -> profile.whole().latency().high())
                .max()
                .orElseThrow();
        Axis up = new Axis(0, Math.max(most * 1.1, 1e-3), false, height - BOTTOM, TOP);
        double left = 16 + widest(up, tick -> up.text(tick, wantedRows(up)));
        Axis across = new Axis(0, profiles.size(), false, left, width - 16);
        rows(pen, across, up, tick -> up.text(tick, wantedRows(up)));
        List<Marks.Mark> marks = new ArrayList<>();
        double before = Double.NaN;
        for (int index = 0; index < profiles.size(); index++) {
            Profile profile = profiles.get(index);
            Spread latency = profile.whole().latency();
            double x = across.at(index + 0.5);
            double y = up.at(latency.middle());
            pen.setStroke(grid());
            if (!Double.isNaN(before)) {
                pen.strokeLine(across.at(index - 0.5), before, x, y);
            }
            pen.setStroke(first());
            pen.setLineWidth(3);
            pen.strokeLine(x, up.at(latency.low()), x, up.at(latency.high()));
            pen.setLineWidth(1);
            pen.setFill(first());
            pen.fillOval(x - 4, y - 4, 8, 8);
            before = y;
            marks.add(new Marks.Mark(
                    id(profile),
                    x,
                    y,
                    texts.get(
                            "editorprofiling.history.point",
                            date(profile),
                            Figures.milliseconds(latency.middle()),
                            Figures.milliseconds(latency.low()),
                            Figures.milliseconds(latency.high()))));
        }
        return new Marks(marks);
    }

    /** Day and time, as short as people read it. */
    static String date(Profile profile) {
        String taken = profile.taken();
        return taken.length() >= 16 ? taken.substring(0, 16).replace('T', ' ') : taken;
    }
}
