package convas.editor;

import convas.editor.document.Change;
import convas.editor.document.Document;
import java.util.Optional;
import javafx.scene.Node;

/** A part of the window that follows the document in front. */
public interface DocumentPanel {
    Node root();

    /** Another document is in front, or none. */
    void show(Optional<Document> document);

    /** The document in front has changed. */
    void changed(Change change);
}
