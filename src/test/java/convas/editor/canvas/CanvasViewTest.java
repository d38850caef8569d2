package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.PortShape;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import convas.graph.Edge;
import convas.graph.Point;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The canvas under a real mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
class CanvasViewTest {
    private final Catalog catalog = BuiltinCatalog.create();
    private final Tasks tasks = Tasks.threaded(UiThread.javafx());
    private Document document;
    private CanvasView view;
    private FxRobot robot;

    @Start
    void show(Stage stage) {
        document = new Document(catalog, Samples.chain(), Optional.empty());
        document.setAnalysis(new Analyzer(catalog).analyze(document.design()));
        view = new CanvasView(document, CanvasTheme.light(), new Texts(Locale.ENGLISH), tasks);
        stage.setScene(new Scene(view, 1200, 700));
        stage.setX(20);
        stage.setY(20);
        stage.show();
        view.requestFocus();
    }

    @BeforeEach
    void takeRobot(FxRobot given) {
        robot = given;
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void stop() {
        robot.release(new MouseButton[] {});
        robot.release(new KeyCode[] {});
        robot.interact(view::close);
        tasks.close();
    }

    private NodeShape card(String id) {
        return ask(() -> view.picture().node(id).orElseThrow());
    }

    private Point2D middle(String id) {
        NodeShape card = card(id);
        return ask(() -> view.screenOf(card.bounds().centerX(), card.bounds().centerY()));
    }

    private Point2D port(String id, boolean input, int number) {
        PortShape port = card(id).port(input, number).orElseThrow();
        return ask(() -> view.screenOf(port.x(), port.y()));
    }

    private static <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private void drag(Point2D from, Point2D to, MouseButton button) {
        robot.moveTo(from).press(button);
        robot.moveTo(from.interpolate(to, 0.5)).moveTo(to);
        robot.release(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void draggingANodeMovesItInOneStepThatCanBeUndone() {
        robot.interact(() -> view.setSnapping(false));
        drag(middle("relu"), middle("relu").add(60, 120), MouseButton.PRIMARY);

        // At actual size, sheet pixels are screen pixels.
        double zoom = ask(() -> view.zoomProperty().get());
        Point moved = document.design().layout().of("relu").orElseThrow();
        assertEquals(520 + 60 / zoom, moved.x(), 1.5);
        assertEquals(120 / zoom, moved.y(), 1.5);
        assertEquals(1, document.history().depth());

        robot.interact(document::undo);
        assertEquals(Optional.of(new Point(520, 0)), document.design().layout().of("relu"));
    }

    @Test
    void aClickSelectsAndShiftAddsAndEmptyGroundSelectsNothing() {
        robot.clickOn(middle("conv"));
        assertEquals(Set.of("conv"), document.selection().nodes());
        robot.press(KeyCode.SHIFT).clickOn(middle("relu")).release(KeyCode.SHIFT);
        assertEquals(Set.of("conv", "relu"), document.selection().nodes());
        robot.clickOn(middle("conv").add(0, 200));
        assertEquals(Set.of(), document.selection().nodes());
        assertEquals(0, document.history().depth());
    }

    @Test
    void aRectangleSelectsWhatItTouches() {
        drag(middle("conv").add(-120, -90), middle("relu").add(10, 10), MouseButton.PRIMARY);

        assertEquals(Set.of("conv", "relu"), document.selection().nodes());
    }

    @Test
    void draggingFromPortToPortConnects() {
        robot.interact(() -> document.apply(document.intents().add("Add", new Point(520, 160))));

        drag(port("conv", false, 0), port("add", true, 1), MouseButton.PRIMARY);

        assertTrue(document.design().graph().edges().contains(Edge.of("conv", "add:1")));
    }

    @Test
    void aWireDroppedOnACardTakesItsFirstFreeInput() {
        robot.interact(() -> document.apply(document.intents().add("Add", new Point(520, 160))));
        drag(port("conv", false, 0), middle("add"), MouseButton.PRIMARY);
        drag(port("image", false, 0), middle("add"), MouseButton.PRIMARY);

        assertTrue(document.design()
                .graph()
                .edges()
                .containsAll(List.of(Edge.of("conv", "add:0"), Edge.of("image", "add:1"))));
    }

    @Test
    void aWireThatWouldCloseACircleIsRefusedWithTheReason() {
        String[] hint = {""};
        robot.interact(() -> view.setOnHint(said -> hint[0] = said.isEmpty() ? hint[0] : said));

        drag(port("relu", false, 0), port("conv", true, 0), MouseButton.PRIMARY);

        assertEquals("This wire would close a circle: conv already leads to relu.", hint[0]);
        assertEquals(0, document.history().depth());
    }

    @Test
    void aWireDroppedNearItsPortDoesNothing() {
        drag(port("conv", false, 0), port("conv", false, 0).add(10, 32), MouseButton.PRIMARY);

        assertEquals(0, document.history().depth());
    }

    @Test
    void theEndOfAWireCanBeTakenToAnotherInput() {
        robot.interact(() -> document.apply(document.intents().add("Sigmoid", new Point(520, 160))));

        drag(port("relu", true, 0), port("sigmoid", true, 0), MouseButton.PRIMARY);

        assertTrue(document.design().graph().edges().contains(Edge.of("conv", "sigmoid")));
        assertFalse(document.design().graph().edges().contains(Edge.of("conv", "relu")));
        robot.interact(document::undo);
        assertTrue(document.design().graph().edges().contains(Edge.of("conv", "relu")));
    }

    @Test
    void deleteRemovesTheSelectionAndUndoBringsItBack() {
        robot.clickOn(middle("conv")).type(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(
                Set.of("image", "relu", "scores"), document.design().graph().ids());
        robot.interact(document::undo);
        assertEquals(4, document.design().graph().nodes().size());
        assertEquals(3, document.design().graph().edges().size());
    }

    @Test
    void zoomingWithTheWheelKeepsWhatIsUnderThePointer() {
        Point2D pointer = middle("conv");
        robot.moveTo(pointer).press(KeyCode.CONTROL);
        robot.scroll(3, VerticalDirection.UP);
        robot.release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();

        assertTrue(ask(() -> view.zoomProperty().get()) > 1.1);
        assertEquals(pointer.getX(), middle("conv").getX(), 1);
        assertEquals(pointer.getY(), middle("conv").getY(), 1);
    }

    @Test
    void theMiddleButtonAndTheSpaceBarPan() {
        Point2D before = middle("conv");
        drag(before.add(0, 150), before.add(70, 190), MouseButton.MIDDLE);
        assertEquals(before.getX() + 70, middle("conv").getX(), 1);

        robot.press(KeyCode.SPACE);
        drag(before.add(0, 150), before.add(-30, 150), MouseButton.PRIMARY);
        robot.release(KeyCode.SPACE);
        assertEquals(before.getX() + 40, middle("conv").getX(), 1);
        assertEquals(0, document.history().depth());
    }

    @Test
    void aSheetFitsTheWindowUntilSomebodyMovesIt() {
        robot.interact(() -> view.getScene().getWindow().setWidth(640));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(ask(view::visible).contains(card("scores").bounds()));
        assertTrue(ask(view::visible).contains(card("image").bounds()));

        robot.interact(() -> view.zoomTo(1));
        double before = ask(() -> view.zoomProperty().get());
        robot.interact(() -> view.getScene().getWindow().setWidth(900));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before, ask(() -> view.zoomProperty().get()));
    }

    @Test
    void arrowsNudgeTheSelectionInOneStep() {
        robot.clickOn(middle("conv"));
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(Optional.of(new Point(276, 8)), document.design().layout().of("conv"));
        assertEquals(1, document.history().depth());
    }

    @Test
    void everythingCanBeSelectedAndLetGoByKeyboard() {
        robot.clickOn(middle("conv")).push(KeyCode.CONTROL, KeyCode.A);
        assertEquals(4, document.selection().nodes().size());
        robot.type(KeyCode.ESCAPE);
        assertTrue(document.selection().isEmpty());
    }

    @Test
    void escapeGivesUpAMoveThatIsGoingOn() {
        robot.moveTo(middle("conv")).press(MouseButton.PRIMARY).moveBy(40, 60);
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(Optional.of(new Point(260, 0)), document.design().layout().of("conv"));
        assertEquals(0, document.history().depth());
    }

    @Test
    void aDoubleClickOpensAModulesBodyWhichIsLaidOutByItself() throws Exception {
        robot.interact(() -> document.apply(document.intents().add("GhostModule", new Point(260, 200))));
        String[] opened = {""};
        robot.interact(() -> view.setOnOpenModule(id -> opened[0] = id));

        robot.doubleClickOn(middle("ghost_module"));

        assertEquals("ghost_module", opened[0]);
        assertEquals(1, document.sheet().place().depth());
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> ask(() -> view.picture().node("primary_conv").isPresent()));
        assertTrue(view.visible().contains(card("primary_conv").bounds()));
        assertTrue(view.visible().contains(card("concat").bounds()));
    }

    @Test
    void aTypeDroppedOnTheCanvasStandsUnderThePointer() {
        Point2D where = middle("conv").add(0, 200);

        assertTrue(ask(() -> view.dropType("GhostModule", where.getX(), where.getY())));

        assertEquals(where.getX(), middle("ghost_module").getX(), 1);
        assertEquals(where.getY(), middle("ghost_module").getY(), 1);
        assertEquals(Set.of("ghost_module"), document.selection().nodes());
    }

    @Test
    void copyAndPasteByKeyboardMakeACopyWithItsWires() {
        robot.interact(() -> document.select(Selection.ofNodes(List.of("conv", "relu"))));
        robot.interact(view::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.CONTROL, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(Set.of("conv2", "relu2"), document.selection().nodes());
        assertTrue(document.design().graph().edges().contains(Edge.of("conv2", "relu2")));
    }

    @Test
    void tidyingIsOneStepAndLosesNoNode() throws Exception {
        robot.interact(() -> document.apply(document.intents()
                .place(Map.of("image", new Point(0, 0), "conv", new Point(5, 5), "relu", new Point(9, 9)))));
        robot.interact(view.tidier()::tidy);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> document.history().depth() == 2);

        assertTrue(card("conv").bounds().minX() > card("image").bounds().maxX());
        assertTrue(card("relu").bounds().minX() > card("conv").bounds().maxX());
    }

    @Test
    void restingOnAPortTellsItsTensor() throws Exception {
        robot.moveTo(port("conv", false, 0).add(40, 80)).moveTo(port("conv", false, 0));
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> !ask(view::tooltipText).isEmpty());

        assertEquals("out: 4 × 6 × 6", ask(view::tooltipText));
    }

    @Test
    void aScreenReaderHearsWhatIsSelected() {
        robot.clickOn(middle("conv"));

        assertEquals(
                "Canvas with 4 nodes and 3 wires. Selected: conv, Conv2d. 4 × 6 × 6 · 40 · 1.30 k",
                view.getAccessibleText());
    }
}
