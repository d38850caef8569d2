package convas.editor.part;

import convas.editor.DocumentPanel;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/**
 * A panel of the dock.
 *
 * @param id the tab's node has the id {@code dock-ID}
 * @param title may change, for instance to say how many rows there are
 */
public record DockTab(String id, ObservableValue<String> title, DocumentPanel panel) {
    /** A tab whose title stays. */
    public static DockTab titled(String id, String title, DocumentPanel panel) {
        return new DockTab(id, new ReadOnlyStringWrapper(title), panel);
    }
}
