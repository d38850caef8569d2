package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.document.Document;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import convas.graph.Node;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A node that is let go on a wire stands level with it. */
@ExtendWith(ApplicationExtension.class)
class DropOnWireUiTest {
    private final Catalog catalog = BuiltinCatalog.create();
    private final Tasks tasks = Tasks.threaded(UiThread.javafx());
    private Document document;
    private CanvasView view;

    @Start
    void show(Stage stage) {
        document = new Document(catalog, Samples.chain(), Optional.empty());
        document.setAnalysis(new Analyzer(catalog).analyze(document.design()));
        view = new CanvasView(document, CanvasTheme.light(), new Texts(Locale.ENGLISH), tasks);
        stage.setScene(new Scene(view, 1200, 600));
        stage.show();
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(view::close);
        tasks.close();
    }

    @Test
    void aTypeThatIsDroppedSevenPixelsBelowAWireStandsLevelWithIt(FxRobot robot) {
        robot.interact(() -> {
            view.zoomTo(1);
            view.centerOn(400, 33);
        });
        // The wire from conv to relu is level, at the middle of their cards: 33.
        robot.interact(() -> {
            Point2D at = view.screenOf(478, 40);
            assertTrue(view.dropType("Sigmoid", at.getX(), at.getY()));
        });
        WaitForAsyncUtils.waitForFxEvents();

        String id = document.design().graph().nodes().stream()
                .filter(node -> node.type().equals("Sigmoid"))
                .map(Node::id)
                .findFirst()
                .orElseThrow();
        assertEquals(0, document.design().layout().of(id).orElseThrow().y());
        assertEquals(
                "conv", document.design().graph().incoming(id).get(0).from().node());
    }
}
