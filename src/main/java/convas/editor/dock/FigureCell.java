package convas.editor.dock;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A cell that shows a text; the share also as a bar behind it. */
final class FigureCell extends TableCell<CostRow, CostRow> {
    private final CostColumn column;
    private final Region bar = new Region();

    FigureCell(CostColumn column) {
        this.column = column;
        if (column.isFigure()) {
            setAlignment(Pos.CENTER_RIGHT);
            getStyleClass().add("figure-cell");
        }
        if (column == CostColumn.SHARE) {
            bar.getStyleClass().add("share-bar");
            bar.setManaged(false);
            setGraphic(bar);
        }
    }

    @Override
    protected void updateItem(CostRow row, boolean none) {
        super.updateItem(row, none);
        boolean empty = none || row == null;
        setText(empty ? null : column.shown(row));
        if (column == CostColumn.OUTPUT) {
            setTooltip(empty ? null : new Tooltip(column.shown(row)));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (column == CostColumn.SHARE) {
            double share =
                    getItem() == null || isEmpty() ? 0 : getItem().macShare().orElse(0.0);
            bar.setVisible(share > 0);
            bar.resizeRelocate(4, 4, Math.max(1, share * (getWidth() - 70)), Math.max(0, getHeight() - 9));
        }
    }
}
