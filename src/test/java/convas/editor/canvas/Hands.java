package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.Look;
import convas.editor.canvas.paint.Recording;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.PortShape;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Document;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Point;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A canvas in a window, at actual size, the mouse and the keys that a person has, and eyes for what is drawn. */
public final class Hands implements AutoCloseable {
    public static final CanvasTheme THEME = CanvasTheme.light();

    private final Catalog catalog = BuiltinCatalog.create();
    private final Tasks tasks = Tasks.threaded(UiThread.javafx());
    private final FxRobot robot = new FxRobot();
    private final Document document;
    private final CanvasView view;

    /** To be made on the window's thread, with the stage that is to show it. */
    public Hands(Stage stage, Design design) {
        document = new Document(catalog, design, Optional.empty());
        document.setAnalysis(new Analyzer(catalog).analyze(design));
        view = new CanvasView(document, THEME, new Texts(Locale.ENGLISH), tasks);
        // What a window does in the background is done at once here.
        document.addListener(change -> {
            if (change.meaning()) {
                document.setAnalysis(new Analyzer(catalog).analyze(document.design()));
            }
        });
        stage.setScene(new Scene(view, 1300, 760));
        stage.setX(20);
        stage.setY(20);
        stage.show();
        view.requestFocus();
        view.zoomTo(1);
        view.centerOn(480, 120);
    }

    public CanvasView view() {
        return view;
    }

    public Document document() {
        return document;
    }

    public Design design() {
        return document.design();
    }

    public Graph graph() {
        return document.design().graph();
    }

    public List<Edge> edges() {
        return graph().edges();
    }

    public Point place(String id) {
        return design().layout().of(id).orElseThrow();
    }

    /** How many steps can be undone. */
    public int steps() {
        return document.history().depth();
    }

    public static <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    /** Does something on the window's thread and waits until it is drawn. */
    public void run(Runnable action) {
        robot.interact(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits for what the window does by itself. */
    public static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> ask(condition));
        } catch (TimeoutException late) {
            throw new AssertionError("Waited 20 s in vain", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Where a place of the sheet is on the screen. */
    public Point2D at(double x, double y) {
        return ask(() -> view.screenOf(x, y));
    }

    /** The middle of a card on the screen. */
    public Point2D middle(String id) {
        return ask(() -> {
            var card = view.picture().node(id).orElseThrow().bounds();
            return view.screenOf(card.centerX(), card.centerY());
        });
    }

    public Point2D port(String id, boolean input, int number) {
        return ask(() -> {
            PortShape port =
                    view.picture().node(id).orElseThrow().port(input, number).orElseThrow();
            return view.screenOf(port.x(), port.y());
        });
    }

    public void click(Point2D place, KeyCode... held) {
        robot.moveTo(place);
        strike(held, hand -> hand.mouseClick(MouseButton.PRIMARY));
    }

    /** Clicks twice at once; two clicks of a busy robot may be too far apart. */
    public void doubleClick(Point2D place) {
        robot.moveTo(place);
        strike(new KeyCode[0], hand -> {
            hand.mouseClick(MouseButton.PRIMARY);
            hand.mouseClick(MouseButton.PRIMARY);
        });
    }

    /** Strikes keys together, and lets go at once: a key that is held while the window works would repeat. */
    public void keys(KeyCode... keys) {
        strike(keys, hand -> {});
    }

    private void strike(KeyCode[] held, java.util.function.Consumer<Robot> action) {
        run(() -> {
            Robot hand = new Robot();
            for (KeyCode key : held) {
                hand.keyPress(key);
            }
            action.accept(hand);
            for (int index = held.length - 1; index >= 0; index--) {
                hand.keyRelease(held[index]);
            }
        });
    }

    /** Types into whatever has the keyboard. */
    public void write(String text) {
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses the button, moves the mouse, and leaves the button down. */
    public void dragTo(Point2D from, Point2D to, MouseButton button) {
        robot.moveTo(from).press(button);
        robot.moveTo(from.interpolate(to, 0.5)).moveTo(to);
        WaitForAsyncUtils.waitForFxEvents();
    }

    public void drag(Point2D from, Point2D to) {
        dragTo(from, to, MouseButton.PRIMARY);
        let();
    }

    /** Lets all buttons go. */
    public void let() {
        robot.release(new MouseButton[] {});
        WaitForAsyncUtils.waitForFxEvents();
    }

    public FxRobot robot() {
        return robot;
    }

    /** Whether a colour is to be seen within two pixels of a place of the sheet. */
    public boolean isDrawn(double x, double y, Color color) {
        return ask(() -> {
            WritableImage image = view.snapshot(null, null);
            Point2D local = view.screenToLocal(view.screenOf(x, y));
            for (int dx = -2; dx <= 2; dx++) {
                for (int dy = -2; dy <= 2; dy++) {
                    Color found = image.getPixelReader()
                            .getColor((int) Math.round(local.getX()) + dx, (int) Math.round(local.getY()) + dy);
                    double distance = Math.abs(found.getRed() - color.getRed())
                            + Math.abs(found.getGreen() - color.getGreen())
                            + Math.abs(found.getBlue() - color.getBlue());
                    if (distance < 0.12) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    public void assertDrawn(double x, double y, Color color) {
        assertTrue(isDrawn(x, y, color), () -> "no " + color + " at " + x + ", " + y);
    }

    /** The whole of a canvas' sheet, at actual size, as a list of what is drawn; the sheet's pixels are the list's. */
    public static Recording drawn(CanvasView view) {
        return ask(() -> {
            Recording recording = new Recording();
            Bounds all = view.picture().bounds().grown(40);
            new SheetPainter(Recording.RULER)
                    .paint(
                            recording,
                            view.picture(),
                            Viewport.START,
                            all.maxX(),
                            all.maxY(),
                            Look.plain(THEME, view.document().selection()));
            return recording;
        });
    }

    @Override
    public void close() {
        robot.release(new MouseButton[] {});
        robot.release(new KeyCode[] {});
        robot.interact(view::close);
        tasks.close();
    }
}
