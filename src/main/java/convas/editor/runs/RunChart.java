package convas.editor.runs;

import convas.editor.Figures;
import convas.editor.training.ChartRegion;
import convas.editor.training.Plot;
import convas.editor.training.Series;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Curves of several runs over each other, or a dot for each run by what it costs. */
public final class RunChart extends ChartRegion {
    /** Told apart in light and dark, and by those who see few colours: Okabe and Ito's, in an order of contrast. */
    private static final List<Color> COLORS = List.of(
            Color.web("#0072b2"),
            Color.web("#d55e00"),
            Color.web("#009e73"),
            Color.web("#cc79a7"),
            Color.web("#e69f00"),
            Color.web("#56b4e9"),
            Color.web("#8c8c8c"),
            Color.web("#b8860b"));

    private static final int LEGEND = 8;

    /** A run's curve. */
    public record Curve(String name, Series series) {}

    /**
     * A run by its cost.
     *
     * @param chosen drawn large, with its name
     * @param best whether no other is as cheap and as good
     */
    public record Dot(String name, double cost, double gain, boolean chosen, boolean best) {}

    /**
     * What is drawn: either curves or dots.
     *
     * @param share whether what stands upward is 0 to 1
     * @param empty says why there is nothing
     */
    public record Content(String title, List<Curve> curves, List<Dot> dots, boolean share, String empty) {
        public Content {
            curves = List.copyOf(curves);
            dots = List.copyOf(dots);
        }
    }

    private Content content = new Content("", List.of(), List.of(), false, "");

    public RunChart() {
        getStyleClass().add("run-chart");
    }

    /** Draws this from now on. */
    public void show(Content changed) {
        content = changed;
        redraw();
    }

    public Content content() {
        return content;
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Curve curve : content.curves()) {
            lines.add(new Line(curve.name(), curve.series(), color(lines.size())));
        }
        return lines;
    }

    @Override
    protected void draw(GraphicsContext pen, double width, double height) {
        title(pen, content.title());
        boolean curves =
                content.curves().stream().anyMatch(curve -> !curve.series().isEmpty());
        if (curves) {
            drawCurves(pen, width, height);
        } else if (!content.dots().isEmpty()) {
            drawDots(pen, width, height);
        } else {
            pen.setTextAlign(TextAlignment.CENTER);
            pen.setFill(textColor());
            pen.fillText(content.empty(), width / 2, height / 2);
        }
    }

    private void drawCurves(GraphicsContext pen, double width, double height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double epochs = 1;
        for (Curve curve : content.curves()) {
            Series series = curve.series();
            low = Math.min(low, series.lowest());
            high = Math.max(high, series.highest());
            epochs = series.isEmpty() ? epochs : Math.max(epochs, series.x(series.size() - 1));
        }
        Axis up = upward(low, high, height);
        Scale scale = frame(pen, width, height, Plot.epochs(epochs, width), up);
        for (int index = 0; index < content.curves().size(); index++) {
            line(pen, scale, content.curves().get(index).series(), color(index), 1.6);
        }
        legend(pen, scale);
    }

    private Axis upward(double low, double high, double height) {
        double room = Math.max(1e-6, (high - low) * 0.05);
        double bottom = content.share() ? Math.max(0, low - room) : low - room;
        double top = content.share() ? Math.min(1, high + room) : high + room;
        return content.share()
                ? upward(bottom, Math.max(top, bottom + 1e-3), height, Figures::percent)
                : upward(bottom, top, height, null);
    }

    private void legend(GraphicsContext pen, Scale scale) {
        int shown = Math.min(LEGEND, content.curves().size());
        double widest = content.curves().stream()
                .limit(shown)
                .mapToDouble(curve -> widthOf(curve.name()))
                .max()
                .orElse(0);
        double x = Math.max(scale.left() + 20, scale.right() - widest);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        boolean falls = !content.share();
        for (int index = 0; index < shown; index++) {
            // Losses fall and accuracies rise: the name stands where there are no lines.
            double y = falls ? scale.top() + 8 + 14 * index : scale.bottom() - 8 - 14 * (shown - 1 - index);
            pen.setFill(color(index));
            pen.fillRect(x - 14, y - 2, 10, 4);
            pen.setFill(textColor());
            pen.fillText(content.curves().get(index).name(), x, y);
        }
    }

    private static Color color(int index) {
        return COLORS.get(index % COLORS.size());
    }

    private void drawDots(GraphicsContext pen, double width, double height) {
        double low = content.dots().stream().mapToDouble(Dot::gain).min().orElse(0);
        double high = content.dots().stream().mapToDouble(Dot::gain).max().orElse(1);
        Scale scale = frame(pen, width, height, costs(), upward(low, high, height));
        Series front = new Series();
        content.dots().stream().filter(Dot::best).forEach(dot -> front.add(Math.log10(dot.cost()), dot.gain()));
        pen.setGlobalAlpha(0.6);
        line(pen, scale, front, color(1), 1.4);
        pen.setGlobalAlpha(1);
        pen.setTextBaseline(VPos.CENTER);
        for (Dot dot : content.dots()) {
            double x = scale.x(Math.log10(dot.cost()));
            double y = scale.y(dot.gain());
            double size = dot.chosen() ? 10 : 7;
            pen.setFill(dot.best() ? color(1) : color(0));
            pen.fillOval(x - size / 2, y - size / 2, size, size);
            if (dot.chosen()) {
                boolean toTheLeft = x + 10 + widthOf(dot.name()) > scale.right();
                pen.setTextAlign(toTheLeft ? TextAlignment.RIGHT : TextAlignment.LEFT);
                pen.setFill(textColor());
                pen.fillText(dot.name(), toTheLeft ? x - 9 : x + 9, y);
            }
        }
    }

    /** Powers of ten, as wide apart as factors are; with twos and fives where there is room. */
    private Axis costs() {
        double low =
                Math.log10(content.dots().stream().mapToDouble(Dot::cost).min().orElse(1)) - 0.1;
        double high =
                Math.log10(content.dots().stream().mapToDouble(Dot::cost).max().orElse(10)) + 0.1;
        List<Double> marks = new ArrayList<>();
        for (double power = Math.floor(low); power <= high; power++) {
            for (double factor : high - low > 2 ? new double[] {1} : new double[] {1, 2, 5}) {
                double mark = power + Math.log10(factor);
                if (mark >= low && mark <= high) {
                    marks.add(mark);
                }
            }
        }
        return new Axis(low, high, marks, mark -> Figures.brief(Math.round(Math.pow(10, mark))));
    }
}
