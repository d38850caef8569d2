package convas.editor.inspector;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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

    /**
     * Adds a name and a value beside each other.
     *
     * @param tip what it means; none where it is empty
     * @param id of the value; none where it is empty
     */
    Figure figure(String name, String tip, String id) {
        Figure figure = new Figure(name, tip, id);
        getChildren().add(figure.root());
        return figure;
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
