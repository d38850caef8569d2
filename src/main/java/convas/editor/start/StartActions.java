package convas.editor.start;

import java.nio.file.Path;

/** What the start page can ask of the window. */
public interface StartActions {
    void openPreset(String name);

    void openFile(Path file);

    void newDesign();

    /** Asks for a file, and opens it. */
    void browse();

    /** Goes back to the designs that are open. */
    void back();
}
