package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.arrange.Side;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.picture.PortShape;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Point;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Lining up, copying, putting in and taking out, with a real mouse; the zoom is actual size. */
@ExtendWith(ApplicationExtension.class)
class ArrangingTest {
    private static final CanvasTheme THEME = CanvasTheme.light();

    private final Catalog catalog = BuiltinCatalog.create();
    private final Tasks tasks = Tasks.threaded(UiThread.javafx());
    private final List<String> offered = new ArrayList<>();
    private Document document;
    private CanvasView view;
    private FxRobot robot;

    @Start
    void show(Stage stage) {
        document = new Document(catalog, Samples.chain(), Optional.empty());
        document.setAnalysis(new Analyzer(catalog).analyze(document.design()));
        view = new CanvasView(document, THEME, new Texts(Locale.ENGLISH), tasks);
        // Stands for the list: takes the first of a person's wish.
        view.setTypeChoice((x, y, fits, chosen) -> {
            catalog.all().stream().filter(fits).forEach(type -> offered.add(type.type()));
            chosen.accept("Sigmoid");
        });
        stage.setScene(new Scene(view, 1300, 760));
        stage.setX(20);
        stage.setY(20);
        stage.show();
        view.requestFocus();
    }

    @BeforeEach
    void takeRobot(FxRobot given) {
        robot = given;
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> view.zoomTo(1));
        robot.interact(() -> view.centerOn(480, 120));
    }

    @AfterEach
    void stop() {
        robot.release(new MouseButton[] {});
        robot.release(new KeyCode[] {});
        robot.interact(view::close);
        tasks.close();
    }

    private static <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private Point2D at(double x, double y) {
        return ask(() -> view.screenOf(x, y));
    }

    private Point2D middle(String id) {
        return ask(() -> {
            var card = view.picture().node(id).orElseThrow().bounds();
            return view.screenOf(card.centerX(), card.centerY());
        });
    }

    private Point2D port(String id, boolean input) {
        return ask(() -> {
            PortShape port =
                    view.picture().node(id).orElseThrow().port(input, 0).orElseThrow();
            return view.screenOf(port.x(), port.y());
        });
    }

    private Point place(String id) {
        return document.design().layout().of(id).orElseThrow();
    }

    private List<Edge> edges() {
        return document.design().graph().edges();
    }

    private void drag(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveTo(from.interpolate(to, 0.5)).moveTo(to);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void let() {
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean isDrawn(double x, double y, Color color) {
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
                    if (distance < 0.25) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    @Test
    void aCardThatIsMovedSnapsToTheLeftEdgeOfAnotherAndAGuideSaysSo() {
        // relu stands at 520; conv's left edge is at 260. Moving relu by -256 is 4 pixels off that edge.
        drag(middle("relu"), middle("relu").add(-256, 150));
        assertTrue(isDrawn(260, 110, THEME.accent()));
        let();
        assertEquals(260, place("relu").x());
        assertFalse(isDrawn(260, 110, THEME.accent()));
        assertEquals(1, document.history().depth());
    }

    @Test
    void altMovesFreely() {
        robot.press(KeyCode.ALT);
        drag(middle("relu"), middle("relu").add(-256, 150));
        let();
        robot.release(KeyCode.ALT);
        assertEquals(new Point(264, 150), place("relu"));
    }

    @Test
    void whereNoCardIsNearTheGridAttracts() {
        drag(middle("relu"), middle("relu").add(67, 173));
        let();
        // 587 and 173, to multiples of 8.
        assertEquals(new Point(584, 176), place("relu"));
    }

    @Test
    void controlAndDragLeavesTheOriginalAndSelectsTheCopy() {
        robot.press(KeyCode.CONTROL);
        drag(middle("relu"), middle("relu").add(0, 200));
        let();
        robot.release(KeyCode.CONTROL);
        assertEquals(new Point(520, 0), place("relu"));
        assertEquals(200, place("relu2").y());
        assertEquals(Set.of("relu2"), document.selection().nodes());
        assertEquals(3, edges().size());
    }

    @Test
    void aNodeDroppedOnAWireIsPutIntoItAndWhatFollowsMakesRoom() {
        robot.interact(() -> document.apply(document.intents().add("Sigmoid", new Point(360, 240))));
        Point2D wire = at(478, 33);
        drag(middle("sigmoid"), wire);
        assertTrue(isDrawn(478, 33, THEME.accent()));
        let();
        assertTrue(edges().containsAll(List.of(Edge.of("conv", "sigmoid"), Edge.of("sigmoid", "relu"))));
        assertFalse(edges().contains(Edge.of("conv", "relu")));
        // The card's left edge is at 478 - 88 = 390, its right at 566; 40 more to relu, which was at 520.
        assertEquals(606, place("relu").x(), 1);
        assertEquals(866, place("scores").x(), 1);
        assertEquals(0, place("conv").y());
        robot.interact(document::undo);
        assertTrue(edges().contains(Edge.of("conv", "relu")));
        assertEquals(520, place("relu").x());
    }

    @Test
    void aTypeDroppedOnAWireIsPutIntoIt() {
        Point2D wire = at(478, 33);
        robot.interact(() -> view.dropType("Sigmoid", wire.getX(), wire.getY()));
        assertTrue(edges().containsAll(List.of(Edge.of("conv", "sigmoid"), Edge.of("sigmoid", "relu"))));
        assertEquals(1, document.history().depth());
    }

    @Test
    void aWireLetGoOnEmptyGroundAsksWhatFollowsAndConnectsIt() {
        drag(port("conv", false), at(560, 240));
        // What fits lights up: relu takes this tensor, image has no input.
        assertTrue(isDrawn(520, 33, THEME.accent()));
        let();
        assertTrue(edges().contains(Edge.of("conv", "sigmoid")));
        assertTrue(offered.contains("Add") && !offered.contains("Input"), offered::toString);
        assertEquals(560, place("sigmoid").x(), 1);
        assertEquals(1, document.history().depth());
    }

    @Test
    void aWireLetGoFromAnInputAsksWhatComesBefore() {
        robot.interact(() -> document.apply(document.intents().add("Add", new Point(520, 240))));
        drag(port("add", true), at(420, 330));
        let();
        assertTrue(edges().contains(new Edge(Endpoint.of("sigmoid"), new Endpoint("add", 0))), edges()::toString);
        assertTrue(offered.contains("Input") && !offered.contains("Output"), offered::toString);
    }

    @Test
    void deletingANodeInAChainConnectsItsNeighbours() {
        robot.clickOn(middle("conv")).push(KeyCode.DELETE);
        assertTrue(edges().contains(Edge.of("image", "relu")));
        robot.interact(document::undo);
        robot.interact(() -> document.select(Selection.ofNodes(List.of("conv", "relu"))));
        robot.push(KeyCode.DELETE);
        assertEquals(List.of(Edge.of("image", "scores")), edges());
        robot.interact(document::undo);
        robot.clickOn(middle("conv")).push(KeyCode.SHIFT, KeyCode.DELETE);
        assertEquals(List.of(Edge.of("relu", "scores")), edges());
    }

    @Test
    void controlTogglesWhatIsSelected() {
        robot.clickOn(middle("conv"));
        robot.press(KeyCode.CONTROL).clickOn(middle("relu"));
        assertEquals(Set.of("conv", "relu"), document.selection().nodes());
        robot.clickOn(middle("conv")).release(KeyCode.CONTROL);
        assertEquals(Set.of("relu"), document.selection().nodes());
    }

    @Test
    void selectionGrowsAlongTheWires() {
        robot.interact(() -> document.select(Selection.ofNode("conv")));
        robot.interact(() -> view.arranger().selectDownstream());
        assertEquals(Set.of("conv", "relu", "scores"), document.selection().nodes());
        robot.interact(() -> document.select(Selection.ofNode("relu")));
        robot.interact(() -> view.arranger().selectUpstream());
        assertEquals(Set.of("image", "conv", "relu"), document.selection().nodes());
        robot.interact(() -> document.select(Selection.ofNodes(List.of("image", "scores"))));
        robot.interact(() -> view.arranger().selectPath());
        assertEquals(
                Set.of("image", "conv", "relu", "scores"), document.selection().nodes());
    }

    @Test
    void cardsAreAlignedAndDistributedAndWiresStraightened() {
        robot.interact(() -> document.apply(document.intents()
                .place(Map.of(
                        "conv", new Point(260, 100), "relu", new Point(500, 40), "scores", new Point(900, 220)))));
        robot.interact(() -> document.select(Selection.ofNodes(List.of("conv", "relu", "scores"))));
        robot.interact(() -> view.arranger().distribute(true));
        // From 260 to 900: equal cards, so the middle one stands half way.
        assertEquals(580, place("relu").x());
        robot.interact(() -> view.arranger().straighten());
        // conv's wire comes from image at 0, so all go there.
        assertEquals(0, place("conv").y());
        assertEquals(0, place("relu").y());
        assertEquals(0, place("scores").y());
        robot.interact(() -> view.arranger().align(Side.LEFT));
        assertEquals(260, place("scores").x());
        assertEquals(4, document.history().depth());
    }

    @Test
    void aDoubleClickOnTheGroundAddsWhatIsChosen() {
        robot.moveTo(at(300, 300));
        robot.interact(() -> {
            javafx.scene.robot.Robot hand = new javafx.scene.robot.Robot();
            hand.mouseClick(MouseButton.PRIMARY);
            hand.mouseClick(MouseButton.PRIMARY);
        });
        WaitForAsyncUtils.waitForFxEvents();
        // The card's middle is where the pointer was: half of 176 by 66 to the left and up.
        assertEquals(new Point(212, 267), place("sigmoid"));
    }
}
