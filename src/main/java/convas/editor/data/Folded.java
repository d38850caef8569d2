package convas.editor.data;

import convas.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** The first of many things, and a link that shows the others. */
final class Folded extends VBox {
    /** @param most so many are shown at first */
    Folded(List<Node> all, int most, Texts texts) {
        super(4);
        // A link that hides a single line would take as much room as that line.
        if (all.size() <= most + 1) {
            getChildren().setAll(all);
            return;
        }
        getChildren().setAll(all.subList(0, most));
        Hyperlink more = new Hyperlink(texts.get("editordata.unfold", all.size() - most));
        more.getStyleClass().add("data-unfold");
        more.setOnAction(event -> {
            getChildren().setAll(all);
            requestFocus();
        });
        getChildren().add(more);
    }
}
