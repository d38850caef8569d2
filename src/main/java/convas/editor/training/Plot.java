package convas.editor.training;

import convas.editor.chart.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * A chart of one figure over the epochs: a line for training, one for validation, numbers at the axes.
 */
public final class Plot extends ChartRegion {
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

    private static final StyleablePropertyFactory<Plot> STYLE =
            new StyleablePropertyFactory<>(ChartRegion.getClassCssMetaData());
    private static final CssMetaData<Plot, Color> TRAIN_COLOR =
            STYLE.createColorCssMetaData("-convas-train", plot -> plot.trainColor, Color.web("#0969da"), false);
    private static final CssMetaData<Plot, Color> VALIDATION_COLOR = STYLE.createColorCssMetaData(
            "-convas-validation", plot -> plot.validationColor, Color.web("#e16f24"), false);

    private final StyleableObjectProperty<Color> trainColor = color(TRAIN_COLOR, "trainColor");
    private final StyleableObjectProperty<Color> validationColor = color(VALIDATION_COLOR, "validationColor");
    private Content content;

    private StyleableObjectProperty<Color> color(CssMetaData<Plot, Color> data, String name) {
        StyleableObjectProperty<Color> property =
                new SimpleStyleableObjectProperty<>(data, this, name, data.getInitialValue(this));
        property.addListener((changed, before, now) -> redraw());
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLE.getCssMetaData();
    }

    /** Draws this from now on. */
    public void show(Content changed) {
        content = changed;
        redraw();
    }

    @Override
    public List<Line> lines() {
        return content == null
                ? List.of()
                : List.of(
                        new Line(content.trainName(), content.train(), trainColor.get()),
                        new Line(content.validationName(), content.validation(), validationColor.get()));
    }

    @Override
    protected void draw(GraphicsContext pen, double width, double height) {
        if (content == null) {
            return;
        }
        Axis up = upward(content.low(), content.high(), height, content.number());
        Scale scale = frame(pen, width, height, epochs(content.epochs(), width), up);
        title(pen, content.title());
        drawLegend(pen, width - RIGHT);
        line(pen, scale, content.train(), trainColor.get(), 1.4);
        line(pen, scale, content.validation(), validationColor.get(), 1.8);
    }

    /** An axis of epochs from 0 on. */
    public static Axis epochs(double epochs, double width) {
        int wanted = (int) Math.max(1, width / 70);
        // Half an epoch means nothing to anybody.
        double step = Math.max(1, Ticks.step(epochs / wanted));
        List<Double> marks = new ArrayList<>();
        for (double epoch = 0; epoch <= epochs + 1e-9; epoch += step) {
            marks.add(epoch);
        }
        return new Axis(0, epochs, marks, epoch -> String.valueOf(Math.round(epoch)));
    }

    private void drawLegend(GraphicsContext pen, double right) {
        double y = 15;
        double x = right;
        List<String> names = List.of(content.validationName(), content.trainName());
        List<Color> colors = List.of(validationColor.get(), trainColor.get());
        for (int index = 0; index < names.size(); index++) {
            x -= widthOf(names.get(index));
            pen.setFill(textColor());
            pen.fillText(names.get(index), x, y);
            x -= 22;
            pen.setStroke(colors.get(index));
            pen.setLineWidth(2);
            pen.strokeLine(x, y + 0.5, x + 16, y + 0.5);
            x -= 16;
        }
        pen.setLineWidth(1);
    }
}
