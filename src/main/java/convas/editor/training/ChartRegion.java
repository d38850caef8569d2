package convas.editor.training;

import convas.editor.chart.Ticks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
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
     * @param low its lower end; of a logarithmic one the logarithm of that, and so the others
     * @param marks where a number stands
     * @param text how it is written
     * @param logarithmic whether what is drawn is the logarithm to the base of 10
     */
    public record Axis(double low, double high, List<Double> marks, DoubleFunction<String> text, boolean logarithmic) {
        public Axis {
            marks = List.copyOf(marks);
        }

        /** One that shows figures as they are. */
        public Axis(double low, double high, List<Double> marks, DoubleFunction<String> text) {
            this(low, high, marks, text, false);
        }
    }

    /** A line with what it is called. */
    public record Line(String name, Series series, Color color) {}

    /** From figures to pixels. */
    public record Scale(double left, double right, double top, double bottom, Axis across, Axis up) {
        public double x(double value) {
            return left + (value - across.low()) / (across.high() - across.low()) * (right - left);
        }

        /** Within the axis, whatever the value. */
        public double y(double value) {
            double shown = up.logarithmic() ? Math.log10(Math.max(value, Double.MIN_NORMAL)) : value;
            double inside = Math.max(up.low(), Math.min(up.high(), shown));
            return bottom - (inside - up.low()) / (up.high() - up.low()) * (bottom - top);
        }
    }

    protected static final double TOP = 30;
    protected static final double BOTTOM = 24;
    protected static final double RIGHT = 14;
    private static final double LEAST_WIDTH = 120;
    private static final double LINE = 14;
    private static final int DIGITS = 4;
    /** Points of lines that stand so near to each other, in epochs, are read together. */
    private static final double NEAR = 0.5;

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
    /** Above the curves, so that these are not drawn anew for each step of the pointer. */
    private final Canvas readout = new Canvas();

    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private Optional<Scale> drawn = Optional.empty();
    private final Text ruler = new Text();
    private final Font font = Font.font(11);

    protected ChartRegion() {
        getStyleClass().add("plot");
        setMinSize(LEAST_WIDTH, 60);
        getChildren().addAll(canvas, readout);
        readout.setMouseTransparent(true);
        logarithmic.addListener((changed, before, now) -> redraw());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> read(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> read(Double.NaN));
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
            readout.setWidth(getWidth());
            readout.setHeight(getHeight());
            redraw();
        }
    }

    protected final void redraw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        drawn = Optional.empty();
        read(Double.NaN);
        if (width >= LEAST_WIDTH && height >= TOP + BOTTOM + 20) {
            pen.setFont(font);
            pen.setLineWidth(1);
            draw(pen, width, height);
        }
    }

    /** Draws everything; the canvas is empty and large enough. */
    protected abstract void draw(GraphicsContext pen, double width, double height);

    /** The lines that are shown, for whoever reads or takes them; none where other things are. */
    public List<Line> lines() {
        return List.of();
    }

    /** Whether the vertical axis shows powers of ten, where all that is shown is more than 0. */
    public final BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** What stands at the place of a pointer, as its readout says; empty where it is beside the lines. */
    public final List<String> readAt(double x) {
        Optional<Scale> scale = drawn.filter(at -> x >= at.left() - 2 && x <= at.right() + 2);
        Optional<Double> place = scale.flatMap(at -> nearest(at, x));
        if (place.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        words.add(number(place.get()));
        for (Line line : lines()) {
            int index = line.series().nearest(place.get());
            if (index >= 0 && Math.abs(line.series().x(index) - place.get()) <= NEAR) {
                words.add(line.name() + "  " + number(line.series().y(index)));
            }
        }
        return words;
    }

    /** Where the line that has a point nearest to the pointer has it. */
    private Optional<Double> nearest(Scale scale, double x) {
        double value = scale.across().low()
                + (x - scale.left())
                        / (scale.right() - scale.left())
                        * (scale.across().high() - scale.across().low());
        return lines().stream()
                .map(Line::series)
                .filter(series -> !series.isEmpty())
                .map(series -> series.x(series.nearest(value)))
                .min(Comparator.comparingDouble(found -> Math.abs(found - value)));
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toString();
    }

    private void read(double x) {
        GraphicsContext pen = readout.getGraphicsContext2D();
        pen.clearRect(0, 0, readout.getWidth(), readout.getHeight());
        List<String> words = Double.isNaN(x) ? List.of() : readAt(x);
        if (words.isEmpty()) {
            return;
        }
        Scale scale = drawn.orElseThrow();
        double at = Math.round(scale.x(nearest(scale, x).orElseThrow())) + 0.5;
        pen.setStroke(textColor.get());
        pen.setLineWidth(1);
        pen.strokeLine(at, scale.top(), at, scale.bottom());
        double width = words.stream().mapToDouble(this::widthOf).max().orElse(0) + 12;
        double left = at + width + 8 > scale.right() ? at - width - 8 : at + 8;
        pen.setFill(gridColor.get());
        pen.fillRoundRect(left, scale.top(), width, LINE * words.size() + 6, 6, 6);
        pen.setFill(textColor.get());
        pen.setFont(font);
        pen.setTextBaseline(VPos.TOP);
        for (int index = 0; index < words.size(); index++) {
            pen.fillText(words.get(index), left + 6, scale.top() + 3 + LINE * index);
        }
    }

    protected final Color textColor() {
        return textColor.get();
    }

    /** An axis upward with as many numbers as fit. @param number null for as many decimals as they need */
    protected final Axis upward(double low, double high, double height, DoubleFunction<String> number) {
        double least = lines().stream()
                .mapToDouble(line -> line.series().lowest())
                .min()
                .orElse(0);
        if (logarithmic.get() && least > 0 && high > least && Double.isFinite(high)) {
            return powers(least, high, number == null ? ChartRegion::number : number);
        }
        Ticks ticks = Ticks.between(low, high, (int) Math.max(2, (height - TOP - BOTTOM) / 22));
        return new Axis(low, high, ticks.values(), number == null ? ticks::text : number);
    }

    /** An axis of powers of ten; with twos and fives where there is room. */
    private static Axis powers(double low, double high, DoubleFunction<String> number) {
        double from = Math.log10(low);
        double to = Math.log10(high);
        List<Double> marks = new ArrayList<>();
        for (double power = Math.floor(from); power <= to; power++) {
            for (double factor : to - from > 3 ? new double[] {1} : new double[] {1, 2, 5}) {
                double mark = power + Math.log10(factor);
                if (mark >= from && mark <= to) {
                    marks.add(mark);
                }
            }
        }
        return new Axis(from, to, marks, mark -> number.apply(rounded(Math.pow(10, mark))), true);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(2)).doubleValue();
    }

    /** Draws the axes with their numbers and the lines across. */
    protected final Scale frame(GraphicsContext pen, double width, double height, Axis across, Axis up) {
        double left = 16
                + up.marks().stream()
                        .mapToDouble(value -> widthOf(up.text().apply(value)))
                        .max()
                        .orElse(0);
        Scale scale = new Scale(left, width - RIGHT, TOP, height - BOTTOM, across, up);
        drawn = Optional.of(scale);
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
