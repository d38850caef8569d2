package convas.editor.part;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What fills a tab among those of the designs without being a design to edit: a comparison, a report. */
public interface Page extends AutoCloseable {
    /** The tab's title; may become another. */
    ObservableValue<String> title();

    Node content();

    /** Where the keyboard goes when the page comes to the front. */
    void focus();

    /** The same page for a window that is made anew, for instance in another language. */
    Page again(Kit kit);

    /** Its tab is closed. */
    @Override
    void close();
}
