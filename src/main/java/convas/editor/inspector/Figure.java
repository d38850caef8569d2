package convas.editor.inspector;

import convas.editor.tip.LateTip;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A name and a value beside each other. Made once; analyses change its value. */
final class Figure {
    private final Label value = new Label();
    private final HBox root;

    /**
     * @param tip what it means; none where it is empty
     * @param id of the value; none where it is empty
     */
    Figure(String name, String tip, String id) {
        Label left = new Label(name);
        left.getStyleClass().add("field-name");
        value.getStyleClass().add("figure");
        value.setId(id.isEmpty() ? null : id);
        value.setMinWidth(Region.USE_PREF_SIZE);
        if (!tip.isEmpty()) {
            LateTip.on(left, tip);
            LateTip.on(value, tip);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root = new HBox(8, left, space, value);
    }

    HBox root() {
        return root;
    }

    void value(String text) {
        value.setText(text);
    }

    void shown(boolean now) {
        root.setVisible(now);
        root.setManaged(now);
    }
}
