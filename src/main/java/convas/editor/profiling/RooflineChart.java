package convas.editor.profiling;

import convas.editor.Figures;
import convas.editor.chart.Axis;
import convas.editor.chart.MarkedChart;
import convas.editor.chart.Marks;
import convas.profiling.Ceilings;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.Roof;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The roofline (Williams, Waterman and Patterson, 2009): a point for each primitive by its floating-point operations a
 * byte and a second, below what the machine's memory and arithmetic allow. The area of a point is its share of the time.
 */
public final class RooflineChart extends MarkedChart {
    private static final double TOP = 32;
    private static final double BOTTOM = 24;

    private final Texts texts;
    private Optional<Profile> profile = Optional.empty();
    private Optional<Ceilings> ceilings = Optional.empty();
    private Map<String, Roof> roofs = Map.of();

    public RooflineChart(Texts texts) {
        super(texts.get("editorprofiling.view.roofline"), false);
        this.texts = texts;
    }

    /** Draws these from now on. */
    public void show(Optional<Profile> shown, Optional<Ceilings> against) {
        profile = shown;
        ceilings = against;
        roofs = shown.isPresent() && against.isPresent() ? Roof.byPath(shown.get(), against.get()) : Map.of();
        draw();
    }

    private List<PathProfile> points() {
        return profile.stream()
                .flatMap(known -> known.nodes().stream())
                .filter(node -> node.flops() > 0
                        && node.bytesMoved() > 0
                        && node.forward().middle() > 0)
                .sorted(Comparator.comparingDouble(RooflineChart::intensity))
                .toList();
    }

    private static double intensity(PathProfile node) {
        return (double) node.flops() / node.bytesMoved();
    }

    @Override
    protected Marks paintMarks(GraphicsContext pen, double width, double height) {
        title(pen, texts.get("editorprofiling.roofline.title"));
        List<PathProfile> points = points();
        if (points.isEmpty() || ceilings.isEmpty()) {
            write(
                    pen,
                    texts.get(
                            profile.isEmpty()
                                    ? "editorprofiling.empty"
                                    : points.isEmpty()
                                            ? "editorprofiling.roofline.noArithmetic"
                                            : "editorprofiling.roofline.noCeilings"),
                    width / 2,
                    height / 2,
                    TextAlignment.CENTER);
            return new Marks(List.of());
        }
        Ceilings roof = ceilings.get();
        double least = Math.min(intensity(points.get(0)), roof.ridge() / 2);
        double most = Math.max(intensity(points.get(points.size() - 1)), roof.ridge() * 4);
        double slowest = points.stream()
                .mapToDouble(PathProfile::gigaflopsPerSecond)
                .min()
                .orElseThrow();
        double quickest = Math.max(
                roof.gigaflopsPerSecond(),
                points.stream()
                        .mapToDouble(PathProfile::gigaflopsPerSecond)
                        .max()
                        .orElseThrow());
        Axis up = new Axis(Math.max(slowest, quickest / 1e6) / 2, quickest * 1.5, true, height - BOTTOM, TOP);
        double left = 16 + widest(up, tick -> up.text(tick, 0));
        Axis across = new Axis(least / 1.5, most * 1.5, true, left, width - 16);
        rows(pen, across, up, tick -> up.text(tick, 0));
        columns(pen, across, height - 11, tick -> across.text(tick, 0));
        roof(pen, across, up, roof);
        legend(
                pen,
                width - 16,
                List.of(
                        texts.get("editorprofiling.limit.arithmetic"),
                        texts.get("editorprofiling.limit.memory"),
                        texts.get("editorprofiling.limit.calls")),
                List.of(first(), second(), third()));
        return points(pen, points, across, up);
    }

    private void roof(GraphicsContext pen, Axis across, Axis up, Ceilings roof) {
        double ridge = Math.max(across.low(), Math.min(across.high(), roof.ridge()));
        pen.setStroke(text());
        pen.setLineWidth(1.5);
        double start = Math.max(across.low(), up.low() / roof.gigabytesPerSecond());
        pen.strokePolyline(
                new double[] {across.at(start), across.at(ridge), across.to()},
                new double[] {
                    up.at(start * roof.gigabytesPerSecond()),
                    up.at(Math.min(roof.gigaflopsPerSecond(), ridge * roof.gigabytesPerSecond())),
                    up.at(roof.gigaflopsPerSecond())
                },
                3);
        pen.setLineWidth(1);
        write(
                pen,
                texts.get("editorprofiling.roofline.peak", Figures.brief(roof.gigaflopsPerSecond())),
                across.to() - 4,
                up.at(roof.gigaflopsPerSecond()) + 10,
                TextAlignment.RIGHT);
        write(
                pen,
                texts.get("editorprofiling.roofline.bandwidth", Figures.brief(roof.gigabytesPerSecond())),
                across.at(start) + 4,
                Math.max(TOP + 6, up.at(start * roof.gigabytesPerSecond()) - 12),
                TextAlignment.LEFT);
    }

    private Marks points(GraphicsContext pen, List<PathProfile> points, Axis across, Axis up) {
        List<Marks.Mark> marks = new ArrayList<>();
        for (PathProfile node : points) {
            double x = across.at(intensity(node));
            double y = up.at(node.gigaflopsPerSecond());
            double share = profile.orElseThrow().share(node);
            double size = 5 + 20 * Math.sqrt(share);
            Color color = color(roofs.get(node.path()));
            pen.setFill(color.deriveColor(0, 1, 1, 0.55));
            pen.fillOval(x - size / 2, y - size / 2, size, size);
            pen.setStroke(color);
            pen.strokeOval(x - size / 2, y - size / 2, size, size);
            Roof roof = roofs.get(node.path());
            marks.add(new Marks.Mark(
                    node.path(),
                    x,
                    y,
                    texts.get(
                            "editorprofiling.roofline.point",
                            node.path(),
                            Figures.milliseconds(node.forward().middle()),
                            Figures.percent(roof.reached()),
                            Figures.milliseconds(roof.gained()))));
        }
        return new Marks(marks);
    }

    private Color color(Roof roof) {
        return switch (roof.limit()) {
            case ARITHMETIC -> first();
            case MEMORY -> second();
            case CALLS -> third();
        };
    }
}
