package convas.editor.canvas;

import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.document.Document;
import convas.editor.task.Tasks;
import convas.text.Texts;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/**
 * Shows the sheet of a document that is open, and lets a person edit it with mouse and keyboard. Follows the document
 * by itself; takes its listener away with {@link #close}.
 */
public final class CanvasView extends Region implements AutoCloseable {
    /** What a drag from the palette carries as a string: this and then the node type. */
    public static final String TYPE_PREFIX = "convas-type:";

    private final Document document;
    private final Canvas canvas = new Canvas();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);

    /**
     * @param texts the language of tooltips and hints
     * @param tasks runs automatic layout in the background
     */
    public CanvasView(Document document, CanvasTheme theme, Texts texts, Tasks tasks) {
        this.document = document;
        getChildren().add(canvas);
        getStyleClass().add("convas-canvas");
    }

    public Document document() {
        return document;
    }

    /** Screen pixels for each pixel of the sheet: 1 is actual size. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    public void setTheme(CanvasTheme changed) {}

    /** Shows everything. */
    public void fit() {}

    /** Sets the zoom; what is in the middle stays there. */
    public void zoomTo(double scale) {}

    /** Moves the view as little as needed to show a node. */
    public void ensureVisible(String nodeId) {}

    /** Adds a node of a type where a point of the screen is, as a drop from the palette does; false where it cannot. */
    public boolean dropType(String type, double screenX, double screenY) {
        return false;
    }

    /** Adds a node of a type in the middle of what is visible, beside what stands there already. */
    public boolean addType(String type) {
        return false;
    }

    public void selectAll() {}

    public void deleteSelection() {}

    public void copy() {}

    public void cut() {}

    public void paste() {}

    public void duplicate() {}

    /** Lays the whole sheet out anew, in the background; one step of the history. */
    public void tidy() {}

    /** Opens the body of the selected module, as a double click does; false where that is none. */
    public boolean openSelected() {
        return false;
    }

    /** Called with the id of a module that a person opened; the document has it open already. */
    public void setOnOpenModule(Consumer<String> action) {}

    /** What is to be said briefly, for instance why two ports do not fit: to show in the status bar. Empty clears it. */
    public void setOnHint(Consumer<String> action) {}

    /** The whole sheet as a picture, independent of what is visible. */
    public WritableImage picture(double scale) {
        return new WritableImage(1, 1);
    }

    @Override
    public void close() {}
}
