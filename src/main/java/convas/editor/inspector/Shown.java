package convas.editor.inspector;

import javafx.scene.layout.VBox;

/** What the inspector shows of a document, as long as that is what is selected. */
interface Shown {
    VBox root();

    /** Whether this still shows what is selected; otherwise it is made anew. */
    boolean fits();

    /** Values of the design have changed, for instance by undo. */
    void updated();

    /** There are new results, or new problems. */
    void analysed();
}
