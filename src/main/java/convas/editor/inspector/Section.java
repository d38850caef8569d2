package convas.editor.inspector;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled part of the inspector. */
final class Section extends VBox {
    Section(String title) {
        super(6);
        getStyleClass().add("inspector-section");
        Label heading = new Label(title);
        heading.getStyleClass().add("inspector-heading");
        getChildren().add(heading);
    }

    /** A name and a value beside each other. */
    void figure(String name, String value, String tip) {
        figure(name, value, tip, "");
    }

    /** A name and a value beside each other, the value under an id. */
    void figure(String name, String value, String tip, String id) {
        Label left = new Label(name);
        left.getStyleClass().add("field-name");
        Label right = new Label(value);
        right.getStyleClass().add("figure");
        right.setId(id.isEmpty() ? null : id);
        right.setMinWidth(Region.USE_PREF_SIZE);
        if (!tip.isEmpty()) {
            left.setTooltip(new Tooltip(tip));
            right.setTooltip(new Tooltip(tip));
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().add(new HBox(8, left, space, right));
    }

    /** A name and a control beside each other. */
    void field(String name, Node control) {
        Label left = new Label(name);
        left.getStyleClass().add("field-name");
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(8, left, control);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
    }
}
