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
 * A chart of one figure over the epochs: a line for training, one for validation, numbers at the axes. Draws at once
 * when told to; whoever calls {@link #show} does so at most once a frame. Its colours come from the style sheet.
 */
public final class Plot extends Region {
    /**
     * What is drawn.
     *
     * @param epochs right end of the axis
     * @param low the least that the vertical axis ends at; {@code high} likewise
     * @param number how the vertical axis writes its numbers; null for as many decimals as they need
     */
    public record Content(
            String title,
            String trainName,
            String validationName,
            Series train,
            Series validation,
            double epochs,
            double low,
            double high,
            DoubleFunction<String> number) {}

    private static final double TOP = 30;
    private static final double BOTTOM = 24;
    private static final double RIGHT = 14;
    private static final double LEAST_WIDTH = 120;

    private static final StyleablePropertyFactory<Plot> STYLE =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Plot, Color> TRAIN_COLOR =
            STYLE.createColorCssMetaData("-convas-train", plot -> plot.trainColor, Color.web("#0969da"), false);
    private static final CssMetaData<Plot, Color> VALIDATION_COLOR = STYLE.createColorCssMetaData(
            "-convas-validation", plot -> plot.validationColor, Color.web("#e16f24"), false);
    private static final CssMetaData<Plot, Color> TEXT_COLOR =
            STYLE.createColorCssMetaData("-convas-text", plot -> plot.textColor, Color.web("#57606a"), false);
    private static final CssMetaData<Plot, Color> GRID_COLOR =
            STYLE.createColorCssMetaData("-convas-grid", plot -> plot.gridColor, Color.web("#d0d7de"), false);

    private final StyleableObjectProperty<Color> trainColor = color(TRAIN_COLOR, "trainColor");
    private final StyleableObjectProperty<Color> validationColor = color(VALIDATION_COLOR, "validationColor");
    private final StyleableObjectProperty<Color> textColor = color(TEXT_COLOR, "textColor");
    private final StyleableObjectProperty<Color> gridColor = color(GRID_COLOR, "gridColor");
    private final Canvas canvas = new Canvas();
    private final Text ruler = new Text();
    private Font font = Font.font(11);
    private Content content;

    public Plot() {
        getStyleClass().add("plot");
        setMinSize(LEAST_WIDTH, 60);
        getChildren().add(canvas);
    }

    private StyleableObjectProperty<Color> color(CssMetaData<Plot, Color> data, String name) {
        StyleableObjectProperty<Color> property =
                new SimpleStyleableObjectProperty<>(data, this, name, data.getInitialValue(this));
        property.addListener((changed, before, now) -> draw());
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLE.getCssMetaData();
    }

    /** Draws this from now on. */
    public void show(Content changed) {
        content = changed;
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        if (content == null || width < LEAST_WIDTH || height < TOP + BOTTOM + 20) {
            return;
        }
        double bottom = height - BOTTOM;
        Ticks vertical = Ticks.between(content.low(), content.high(), (int) Math.max(2, (bottom - TOP) / 22));
        DoubleFunction<String> number = content.number() == null ? vertical::text : content.number();
        double left = 16
                + vertical.values().stream()
                        .mapToDouble(value -> widthOf(number.apply(value)))
                        .max()
                        .orElse(0);
        Scale scale = new Scale(left, width - RIGHT, TOP, bottom, content.epochs(), content.low(), content.high());
        pen.setFont(font);
        pen.setLineWidth(1);
        drawGrid(pen, scale, vertical, number);
        drawLegend(pen, width - RIGHT, left);
        drawLine(pen, scale, content.train(), trainColor.get(), 1.4);
        drawLine(pen, scale, content.validation(), validationColor.get(), 1.8);
    }

    private void drawGrid(GraphicsContext pen, Scale scale, Ticks vertical, DoubleFunction<String> number) {
        pen.setStroke(gridColor.get());
        pen.setFill(textColor.get());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        for (double value : vertical.values()) {
            double y = Math.round(scale.y(value)) + 0.5;
            pen.strokeLine(scale.left(), y, scale.right(), y);
            pen.fillText(number.apply(value), scale.left() - 7, y);
        }
        pen.setTextBaseline(VPos.BOTTOM);
        pen.setTextAlign(TextAlignment.CENTER);
        int wanted = (int) Math.max(1, (scale.right() - scale.left()) / 70);
        // Half an epoch means nothing to anybody.
        double step = Math.max(1, Ticks.step(content.epochs() / wanted));
        for (double epoch = 0; epoch <= content.epochs() + 1e-9; epoch += step) {
            pen.fillText(String.valueOf(Math.round(epoch)), scale.x(epoch), canvas.getHeight() - 5);
        }
    }

    private void drawLegend(GraphicsContext pen, double right, double left) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        double y = 15;
        pen.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()));
        pen.setFill(textColor.get());
        pen.fillText(content.title(), 12, y);
        pen.setFont(font);
        double x = right;
        List<String> names = List.of(content.validationName(), content.trainName());
        List<Color> colors = List.of(validationColor.get(), trainColor.get());
        for (int index = 0; index < names.size(); index++) {
            x -= widthOf(names.get(index));
            pen.setFill(textColor.get());
            pen.fillText(names.get(index), x, y);
            x -= 22;
            pen.setStroke(colors.get(index));
            pen.setLineWidth(2);
            pen.strokeLine(x, y + 0.5, x + 16, y + 0.5);
            x -= 16;
        }
        pen.setLineWidth(1);
    }

    private void drawLine(GraphicsContext pen, Scale scale, Series series, Color color, double thickness) {
        Series line = series.thinned(0, content.epochs(), (int) Math.max(1, scale.right() - scale.left()));
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

    private double widthOf(String text) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    /** From figures to pixels. */
    private record Scale(double left, double right, double top, double bottom, double epochs, double low, double high) {
        double x(double epoch) {
            return left + epoch / epochs * (right - left);
        }

        double y(double value) {
            double inside = Math.max(low, Math.min(high, value));
            return bottom - (inside - low) / (high - low) * (bottom - top);
        }
    }
}
