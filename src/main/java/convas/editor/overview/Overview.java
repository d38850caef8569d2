package convas.editor.overview;

import convas.editor.canvas.CanvasView;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.Viewport;
import convas.graph.Point;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The whole sheet in small, with a frame around the part that is visible, which may be dragged. */
public final class Overview extends Region {
    private static final double MARGIN = 8;

    private final CanvasView view;
    /** The cards are drawn only when they change; the frame above them follows every step of a pan. */
    private final Canvas cards = new Canvas();

    private final Canvas frame = new Canvas();
    private Viewport small = Viewport.START;
    private Shown shown;

    private record Shown(Picture picture, CanvasTheme theme, Bounds all, double width, double height) {}

    public Overview(CanvasView view) {
        this.view = view;
        getStyleClass().add("convas-overview");
        setId("overview");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefSize(154, 104);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(cards, frame);
        cards.setManaged(false);
        frame.setManaged(false);
        view.addViewListener(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::look);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::look);
    }

    /** Moves the view so that its middle is under the pointer. */
    private void look(MouseEvent event) {
        Point at = small.sheet(event.getX(), event.getY());
        view.centerOn(at.x(), at.y());
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        Bounds seen = view.visible();
        Bounds all = view.picture().bounds().union(seen);
        Shown wanted = new Shown(view.picture(), view.theme(), all, width, height);
        if (!wanted.equals(shown)) {
            shown = wanted;
            small = Viewport.fitting(all, width, height, MARGIN);
            resize(cards, width, height);
            resize(frame, width, height);
            drawCards(width, height);
        }
        drawFrame(seen, width, height);
    }

    private static void resize(Canvas canvas, double width, double height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
    }

    private void drawCards(double width, double height) {
        GraphicsContext graphics = cards.getGraphicsContext2D();
        CanvasTheme theme = view.theme();
        graphics.clearRect(0, 0, width, height);
        graphics.setFill(theme.card());
        graphics.fillRoundRect(0, 0, width, height, 12, 12);
        graphics.setStroke(theme.cardLine());
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(0.5, 0.5, width - 1, height - 1, 12, 12);
        for (NodeShape node : view.picture().nodes()) {
            graphics.setFill(node.isError() ? theme.error() : theme.categories().of(node.category()));
            graphics.fillRect(
                    small.surfaceX(node.bounds().minX()),
                    small.surfaceY(node.bounds().minY()),
                    Math.max(1, node.bounds().width() * small.scale()),
                    Math.max(1, node.bounds().height() * small.scale()));
        }
    }

    private void drawFrame(Bounds seen, double width, double height) {
        GraphicsContext graphics = frame.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        graphics.setStroke(view.theme().accent());
        graphics.setLineWidth(1.5);
        graphics.strokeRect(
                small.surfaceX(seen.minX()),
                small.surfaceY(seen.minY()),
                seen.width() * small.scale(),
                seen.height() * small.scale());
    }
}
