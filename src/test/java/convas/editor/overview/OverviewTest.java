package convas.editor.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.CanvasView;
import convas.editor.canvas.Samples;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.picture.Bounds;
import convas.editor.document.Document;
import convas.editor.task.FrameWatch;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import convas.editor.task.Yardstick;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The overview beside a canvas with a thousand nodes. */
@ExtendWith(ApplicationExtension.class)
class OverviewTest {
    private final Tasks tasks = Tasks.threaded(UiThread.javafx());
    private CanvasView view;
    private Overview overview;

    @Start
    void show(Stage stage) {
        Document document = new Document(BuiltinCatalog.create(), Samples.large(1000), Optional.empty());
        view = new CanvasView(document, CanvasTheme.light(), new Texts(Locale.ENGLISH), tasks);
        overview = new Overview(view);
        stage.setScene(new Scene(new HBox(view, overview), 1200, 700));
        stage.show();
    }

    @AfterEach
    void stop() {
        tasks.close();
    }

    @Test
    void draggingInTheOverviewMovesTheView(FxRobot robot) {
        robot.interact(() -> view.zoomTo(1));
        Bounds all = view.picture().bounds();
        Point2D corner = overview.localToScreen(12, overview.getHeight() / 2);

        robot.drag(corner).moveBy(20, 0).drop();
        WaitForAsyncUtils.waitForFxEvents();

        double left = view.visible().centerX();
        assertTrue(left < all.centerX(), "left of the middle, as in the overview");
        robot.clickOn(overview.localToScreen(overview.getWidth() - 12, overview.getHeight() / 2));
        assertTrue(view.visible().centerX() > left);
    }

    @Test
    void panningAThousandNodesDoesNotBlockTheWindow(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        pan(robot);
        List<FrameWatch.Stall> stalls = List.of();
        // What blocks does so each time; what the machine does beside does not.
        for (int round = 0; round < 4 && (round == 0 || !stalls.isEmpty()); round++) {
            FrameWatch watch = FrameWatch.start();
            try (watch) {
                pan(robot);
            }
            double[] yard = new double[1];
            robot.interact(() -> yard[0] = Yardstick.millis());
            // The thread's own work, in pieces of work of a known size: 16 ms where the yardstick takes 1.6.
            stalls = watch.busyFor(10 * yard[0]);
        }
        assertEquals(List.of(), stalls);
    }

    private void pan(FxRobot robot) {
        for (int step = 0; step < 40; step++) {
            double x = 2000 + 60.0 * step;
            robot.interact(() -> view.centerOn(x, 800));
            WaitForAsyncUtils.waitForFxEvents(1);
        }
    }

    @Test
    void aPictureShowsTheWholeSheetWhateverIsInView(FxRobot robot) {
        WritableImage[] picture = new WritableImage[1];
        robot.interact(() -> picture[0] = view.picture(0.25));

        // A thousand nodes in rows of 23: the last row is the 44th, 130 pixels apart.
        double width = 22 * 260 + 176 + 64;
        double height = 43 * 130 + 66 + 64;
        assertEquals(Math.ceil(width * 0.25), picture[0].getWidth());
        assertEquals(Math.ceil(height * 0.25), picture[0].getHeight());
        Color ground = picture[0].getPixelReader().getColor(1, 1);
        assertEquals(CanvasTheme.light().background(), ground);
    }
}
