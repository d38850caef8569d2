package convas.editor.part;

import convas.editor.Command;
import convas.editor.comfort.Preference;
import java.nio.file.Path;
import java.util.List;

/** A part of the editor that stands on its own. Made anew with the window, as for another theme or language. */
public interface Part extends AutoCloseable {
    /**
     * Its commands, in groups as the menus show them; the parts of an id but the last name the menu. A command's name is
     * looked up under {@link Command#textKey}.
     */
    default List<List<Command>> commands() {
        return List.of();
    }

    /** Its panels beside the cost table and the others of the dock. */
    default List<DockTab> dock() {
        return List.of();
    }

    /** Its rows of the preferences. */
    default List<Preference> preferences() {
        return List.of();
    }

    /** Something was dropped on the window; true where it is this part's matter, and taken. */
    default boolean drop(Path dropped) {
        return false;
    }

    /** The window is made anew or closes. */
    @Override
    default void close() {}
}
