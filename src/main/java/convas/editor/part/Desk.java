package convas.editor.part;

import convas.editor.document.Document;
import convas.editor.overlay.HeatSource;
import convas.graph.Design;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** What is open in the window, for a part that works with more than the design in front. */
public interface Desk {
    /** A design that is open in a tab, and what that is called. */
    record Sheet(String name, Document document) {}

    /** Every open design, in the order of the tabs. */
    List<Sheet> designs();

    /** The design in front. */
    Optional<Sheet> front();

    /** A document of a design, with the user's own modules known to it; in no tab. */
    Document document(Design design, Optional<Path> file);

    /** Opens a design in a tab of its own, as work that no file has yet. */
    void open(Design design);

    /** Brings a design's tab to the front; nothing where it is closed meanwhile. */
    void select(Document document);

    /** Shows a number per node by colour on a design's canvas, or nothing of that; nothing where it is closed meanwhile. */
    void warm(Document document, Optional<HeatSource> source);

    /** Opens a page in a tab of its own. */
    void show(Page page);

    /** The page in front; holds null while a design or the start page is. */
    ObservableValue<Page> page();

    /** Brings a panel of the dock to the front. @param id as in {@link DockTab} */
    void showDock(String id);
}
