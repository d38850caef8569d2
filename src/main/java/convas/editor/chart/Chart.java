package convas.editor.chart;

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

/** A picture of figures on one canvas that fills its region; drawn anew when its size, its colours or its figures change. */
public abstract class Chart extends Region {
    private static final double LEAST_WIDTH = 120;
    private static final double LEAST_HEIGHT = 70;
    private static final StyleablePropertyFactory<Chart> STYLE =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Chart, Color> FIRST =
            STYLE.createColorCssMetaData("-convas-first", chart -> chart.first, Color.web("#0969da"), false);
    private static final CssMetaData<Chart, Color> SECOND =
            STYLE.createColorCssMetaData("-convas-second", chart -> chart.second, Color.web("#e16f24"), false);
    private static final CssMetaData<Chart, Color> THIRD =
            STYLE.createColorCssMetaData("-convas-third", chart -> chart.third, Color.web("#8250df"), false);
    private static final CssMetaData<Chart, Color> TEXT =
            STYLE.createColorCssMetaData("-convas-text", chart -> chart.text, Color.web("#57606a"), false);
    private static final CssMetaData<Chart, Color> GRID =
            STYLE.createColorCssMetaData("-convas-grid", chart -> chart.grid, Color.web("#d0d7de"), false);

    private final StyleableObjectProperty<Color> first = color(FIRST, "first");
    private final StyleableObjectProperty<Color> second = color(SECOND, "second");
    private final StyleableObjectProperty<Color> third = color(THIRD, "third");
    private final StyleableObjectProperty<Color> text = color(TEXT, "text");
    private final StyleableObjectProperty<Color> grid = color(GRID, "grid");
    private final Canvas canvas = new Canvas();
    private final Text ruler = new Text();
    private final Font font = Font.font(11);
    private final Font bold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());

    protected Chart() {
        getStyleClass().add("chart");
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        getChildren().add(canvas);
    }

    private StyleableObjectProperty<Color> color(CssMetaData<Chart, Color> data, String name) {
        StyleableObjectProperty<Color> property =
                new SimpleStyleableObjectProperty<>(data, this, name, data.getInitialValue(this));
        property.addListener((changed, before, now) -> draw());
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLE.getCssMetaData();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    /** Draws everything anew. */
    protected final void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() >= LEAST_WIDTH && canvas.getHeight() >= LEAST_HEIGHT) {
            pen.setFont(font);
            pen.setLineWidth(1);
            paint(pen, canvas.getWidth(), canvas.getHeight());
        }
    }

    /** Paints the chart on a clean ground. */
    protected abstract void paint(GraphicsContext pen, double width, double height);

    /** Colours for up to three kinds of figures, the text and the lines behind. */
    protected final Color first() {
        return first.get();
    }

    protected final Color second() {
        return second.get();
    }

    protected final Color third() {
        return third.get();
    }

    protected final Color text() {
        return text.get();
    }

    protected final Color grid() {
        return grid.get();
    }

    protected final double widthOf(String words) {
        ruler.setFont(font);
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    /** The chart's name in its upper left corner. */
    protected final void title(GraphicsContext pen, String name) {
        pen.setFont(bold);
        write(pen, name, 12, 15, TextAlignment.LEFT);
        pen.setFont(font);
    }

    /** A text beside a place, in the middle of its height. */
    protected final void write(GraphicsContext pen, String words, double x, double y, TextAlignment side) {
        pen.setFill(text());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(side);
        pen.fillText(words, x, y);
    }

    /** Lines at the numbers of the vertical axis, and the numbers. */
    protected final void rows(GraphicsContext pen, Axis x, Axis y, DoubleFunction<String> number) {
        pen.setStroke(grid());
        for (double tick : y.ticks(wantedRows(y))) {
            double at = Math.round(y.at(tick)) + 0.5;
            pen.strokeLine(x.from(), at, x.to(), at);
            write(pen, number.apply(tick), x.from() - 7, at, TextAlignment.RIGHT);
        }
    }

    /** The room that the numbers of a vertical axis need. */
    protected final double widest(Axis y, DoubleFunction<String> number) {
        return y.ticks(wantedRows(y)).stream()
                .mapToDouble(tick -> widthOf(number.apply(tick)))
                .max()
                .orElse(0);
    }

    /** How many numbers a vertical axis has room for. */
    protected static int wantedRows(Axis y) {
        return (int) Math.max(2, Math.abs(y.to() - y.from()) / 24);
    }

    /** Numbers below the horizontal axis. */
    protected final void columns(GraphicsContext pen, Axis x, double below, DoubleFunction<String> number) {
        for (double tick : x.ticks((int) Math.max(2, (x.to() - x.from()) / 70))) {
            write(pen, number.apply(tick), x.at(tick), below, TextAlignment.CENTER);
        }
    }

    /** A list of what the colours mean, set from the right; returns where it begins. */
    protected final double legend(GraphicsContext pen, double right, List<String> names, List<Color> colors) {
        double x = right;
        for (int index = names.size() - 1; index >= 0; index--) {
            x -= widthOf(names.get(index));
            write(pen, names.get(index), x, 15, TextAlignment.LEFT);
            x -= 14;
            pen.setFill(colors.get(index));
            pen.fillOval(x, 11, 8, 8);
            x -= 14;
        }
        return x;
    }
}
