package convas.editor.overview;

import convas.editor.canvas.CanvasView;
import javafx.scene.layout.Region;

/** The whole sheet in small, with a frame around the part that is visible, which may be dragged. */
public final class Overview extends Region {
    public Overview(CanvasView view) {
        getStyleClass().add("convas-overview");
    }
}
