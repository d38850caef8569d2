package convas.editor.training;

import convas.editor.chart.Ticks;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A canvas with axes. Draws at once when told to; whoever does so does it at most once a frame. Its colours come from the
 * style sheet.
 */
public abstract class ChartRegion extends Region {
    /**
     * What an axis shows.
     *
     * @param marks where a number stands
     * @param text how it is written
     */
    public record Axis(double low, double high, List<Double> marks, DoubleFunction<String> text) {
        public Axis {
            marks = List.copyOf(marks);
        }
    }

    /** From figures to pixels. */
    public record Scale(double left, double right, double top, double bottom, Axis across, Axis up) {
        public double x(double value) {
            return left + (value - across.low()) / (across.high() - across.low()) * (right - left);
        }

        /** Within the axis, whatever the value. */
        public double y(double value) {
            double inside = Math.max(up.low(), Math.min(up.high(), value));
            return bottom - (inside - up.low()) / (up.high() - up.low()) * (bottom - top);
        }
    }

    protected static final double TOP = 30;
    protected static final double BOTTOM = 24;
    protected static final double RIGHT = 14;
    private static final double LEAST_WIDTH = 120;

    private static final StyleablePropertyFactory<ChartRegion> STYLE =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<ChartRegion, Color> TEXT_COLOR =
            STYLE.createColorCssMetaData("-convas-text", chart -> chart.textColor, Color.web("#57606a"), false);
    private static final CssMetaData<ChartRegion, Color> GRID_COLOR =
            STYLE.createColorCssMetaData("-convas-grid", chart -> chart.gridColor, Color.web("#d0d7de"), false);

    private final StyleableObjectProperty<Color> textColor =
            new SimpleStyleableObjectProperty<>(TEXT_COLOR, this, "textColor", TEXT_COLOR.getInitialValue(this));
    private final StyleableObjectProperty<Color> gridColor =
            new SimpleStyleableObjectProperty<>(GRID_COLOR, this, "gridColor", GRID_COLOR.getInitialValue(this));
    private final Canvas canvas = new Canvas();
    private final Text ruler = new Text();
    private final Font font = Font.font(11);

    protected ChartRegion() {
        getStyleClass().add("plot");
        setMinSize(LEAST_WIDTH, 60);
        getChildren().add(canvas);
        textColor.addListener((changed, before, now) -> redraw());
        gridColor.addListener((changed, before, now) -> redraw());
    }

    /** The style properties of this class, for those of a class that extends it. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return STYLE.getCssMetaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            redraw();
        }
    }

    protected final void redraw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        if (width >= LEAST_WIDTH && height >= TOP + BOTTOM + 20) {
            pen.setFont(font);
            pen.setLineWidth(1);
            draw(pen, width, height);
        }
    }

    /** Draws everything; the canvas is empty and large enough. */
    protected abstract void draw(GraphicsContext pen, double width, double height);

    protected final Color textColor() {
        return textColor.get();
    }

    /** An axis upward with as many numbers as fit. @param number null for as many decimals as they need */
    protected static Axis upward(double low, double high, double height, DoubleFunction<String> number) {
        Ticks ticks = Ticks.between(low, high, (int) Math.max(2, (height - TOP - BOTTOM) / 22));
        return new Axis(low, high, ticks.values(), number == null ? ticks::text : number);
    }

    /** Draws the axes with their numbers and the lines across. */
    protected final Scale frame(GraphicsContext pen, double width, double height, Axis across, Axis up) {
        double left = 16
                + up.marks().stream()
                        .mapToDouble(value -> widthOf(up.text().apply(value)))
                        .max()
                        .orElse(0);
        Scale scale = new Scale(left, width - RIGHT, TOP, height - BOTTOM, across, up);
        pen.setStroke(gridColor.get());
        pen.setFill(textColor.get());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        for (double value : up.marks()) {
            double y = Math.round(scale.y(value)) + 0.5;
            pen.strokeLine(scale.left(), y, scale.right(), y);
            pen.fillText(up.text().apply(value), scale.left() - 7, y);
        }
        pen.setTextBaseline(VPos.BOTTOM);
        pen.setTextAlign(TextAlignment.CENTER);
        for (double value : across.marks()) {
            pen.fillText(across.text().apply(value), scale.x(value), height - 5);
        }
        return scale;
    }

    /** Writes the chart's title in its upper left corner. */
    protected final void title(GraphicsContext pen, String title) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()));
        pen.setFill(textColor.get());
        pen.fillText(title, 12, 15);
        pen.setFont(font);
    }

    /** Draws a line, thinned to what the pixels can show; one of a single point as a dot. */
    protected static void line(GraphicsContext pen, Scale scale, Series series, Color color, double thickness) {
        Series line = series.thinned(
                scale.across().low(), scale.across().high(), (int) Math.max(1, scale.right() - scale.left()));
        pen.setStroke(color);
        pen.setFill(color);
        pen.setLineWidth(thickness);
        double[] xs = new double[line.size()];
        double[] ys = new double[line.size()];
        for (int index = 0; index < xs.length; index++) {
            xs[index] = scale.x(line.x(index));
            ys[index] = scale.y(line.y(index));
        }
        if (xs.length == 1) {
            pen.fillOval(xs[0] - 2.5, ys[0] - 2.5, 5, 5);
        } else {
            pen.strokePolyline(xs, ys, xs.length);
        }
    }

    protected final double widthOf(String text) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
