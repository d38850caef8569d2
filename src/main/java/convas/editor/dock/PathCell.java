package convas.editor.dock;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A row's place in the tree: an arrow that opens it, and its name, set in by its depth. */
final class PathCell extends TableCell<CostRow, CostRow> {
    private static final double INDENT = 16;

    private final Region arrow = new Region();
    private final StackPane button = new StackPane(arrow);
    private final Region indent = new Region();
    private final Label name = new Label();
    private final HBox content = new HBox(indent, button, name);

    PathCell(Consumer<CostRow> toggle) {
        getStyleClass().add("path-cell");
        arrow.getStyleClass().add("arrow");
        button.getStyleClass().add("disclosure");
        button.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && getItem() != null
                    && getItem().inner()) {
                toggle.accept(getItem());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(CostRow row, boolean none) {
        super.updateItem(row, none);
        if (none || row == null) {
            setGraphic(null);
            return;
        }
        indent.setMinWidth(INDENT * row.depth());
        arrow.setVisible(row.inner());
        arrow.setRotate(row.open() ? 90 : 0);
        boolean inTree = row.depth() > 0 || row.inner();
        name.setText(inTree ? row.name() : row.path());
        setGraphic(content);
    }
}
