package convas.editor.chart;

import convas.editor.keys.FieldKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/**
 * A chart with places that one can point at and choose: the one under the pointer says what it is, a click or Enter
 * chooses it, the arrow keys walk along them.
 */
public abstract class MarkedChart extends Chart {
    private final String name;
    private final boolean anyHeight;
    private Consumer<String> onChosen = id -> {};
    private Marks marks = new Marks(List.of());
    private Optional<String> pointed = Optional.empty();
    private Optional<String> chosen = Optional.empty();

    /**
     * @param name for those who hear the window
     * @param anyHeight whether a place is pointed at from above and below too
     */
    protected MarkedChart(String name, boolean anyHeight) {
        this.name = name;
        this.anyHeight = anyHeight;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        setOnMouseMoved(event -> point(at(event)));
        setOnMouseExited(event -> point(Optional.empty()));
        setOnMousePressed(event -> requestFocus());
        setOnMouseClicked(event -> at(event).ifPresent(this::choose));
        setOnKeyPressed(this::key);
        focusedProperty().addListener((property, before, now) -> draw());
    }

    /** Calls {@code action} with the id of each place that is chosen. */
    public final void setOnChosen(Consumer<String> action) {
        onChosen = action;
    }

    /** Marks a place from outside, without choosing it; absent marks none. */
    public final void mark(Optional<String> id) {
        if (!chosen.equals(id)) {
            chosen = id;
            draw();
        }
    }

    /** The places as last drawn, in the chart's own pixels. */
    public final Marks marks() {
        return marks;
    }

    private Optional<String> at(MouseEvent event) {
        return marks.near(event.getX(), event.getY(), anyHeight).map(Marks.Mark::id);
    }

    private void point(Optional<String> id) {
        if (!pointed.equals(id)) {
            pointed = id;
            draw();
        }
    }

    private void choose(String id) {
        mark(Optional.of(id));
        onChosen.accept(id);
    }

    private void key(KeyEvent event) {
        if (!FieldKeys.isPlain(event)) {
            return;
        }
        int steps = switch (event.getCode()) {
            case RIGHT -> 1;
            case LEFT -> -1;
            case HOME -> -marks.all().size();
            case END -> marks.all().size();
            default -> 0;
        };
        if (steps != 0) {
            String from = pointed.or(() -> chosen).orElse("");
            marks.from(from, steps).ifPresent(mark -> {
                point(Optional.of(mark.id()));
                setAccessibleText(name + ": " + mark.words());
            });
            event.consume();
        } else if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
            pointed.ifPresent(this::choose);
            event.consume();
        }
    }

    /** Paints the chart and tells its places. */
    protected abstract Marks paintMarks(GraphicsContext pen, double width, double height);

    @Override
    protected final void paint(GraphicsContext pen, double width, double height) {
        marks = paintMarks(pen, width, height);
        chosen.flatMap(marks::of).ifPresent(mark -> ring(pen, mark));
        if (isFocused() || pointed.isPresent()) {
            pointed.flatMap(marks::of).ifPresent(mark -> {
                ring(pen, mark);
                say(pen, mark, width);
            });
        }
    }

    private void ring(GraphicsContext pen, Marks.Mark mark) {
        pen.setStroke(text());
        pen.setLineWidth(2);
        pen.setLineCap(StrokeLineCap.ROUND);
        pen.strokeOval(mark.x() - 7, mark.y() - 7, 14, 14);
        pen.setLineWidth(1);
    }

    /** What a place is, beside it and within the chart. */
    private void say(GraphicsContext pen, Marks.Mark mark, double width) {
        double room = widthOf(mark.words()) + 16;
        double left = Math.max(4, Math.min(mark.x() + 12, width - room - 4));
        double top = mark.y() > 44 ? mark.y() - 34 : mark.y() + 12;
        pen.setFill(text());
        pen.fillRoundRect(left, top, room, 22, 8, 8);
        pen.setFill(
                text().grayscale().getBrightness() > 0.5
                        ? javafx.scene.paint.Color.BLACK
                        : javafx.scene.paint.Color.WHITE);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(javafx.geometry.VPos.CENTER);
        pen.fillText(mark.words(), left + 8, top + 11);
    }
}
