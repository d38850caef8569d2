package convas.editor.overview;

import convas.editor.canvas.CanvasView;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Viewport;
import convas.graph.Point;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The whole sheet in small, with a frame around the part that is visible, which may be dragged. */
public final class Overview extends Region {
    private static final double MARGIN = 8;

    private final CanvasView view;
    private final Canvas canvas = new Canvas();
    private Viewport small = Viewport.START;

    public Overview(CanvasView view) {
        this.view = view;
        getStyleClass().add("convas-overview");
        setId("overview");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefSize(154, 104);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(canvas);
        canvas.setManaged(false);
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
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        CanvasTheme theme = view.theme();
        graphics.setFill(theme.card());
        graphics.fillRoundRect(0, 0, width, height, 12, 12);
        graphics.setStroke(theme.cardLine());
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(0.5, 0.5, width - 1, height - 1, 12, 12);
        Bounds seen = view.visible();
        Bounds all = view.picture().bounds().union(seen);
        small = Viewport.fitting(all, width, height, MARGIN);
        for (NodeShape node : view.picture().nodes()) {
            Color color = node.isError() ? theme.error() : theme.categories().of(node.category());
            graphics.setFill(color);
            graphics.fillRect(
                    small.surfaceX(node.bounds().minX()),
                    small.surfaceY(node.bounds().minY()),
                    Math.max(1, node.bounds().width() * small.scale()),
                    Math.max(1, node.bounds().height() * small.scale()));
        }
        graphics.setStroke(theme.accent());
        graphics.setLineWidth(1.5);
        graphics.strokeRect(
                small.surfaceX(seen.minX()),
                small.surfaceY(seen.minY()),
                seen.width() * small.scale(),
                seen.height() * small.scale());
    }
}
