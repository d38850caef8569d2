package convas.editor.dock;

import convas.editor.tip.LateTip;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;

/** A cell that shows a text; the share also as a bar behind it. */
final class FigureCell extends TableCell<CostRow, CostRow> {
    private final CostColumn column;
    private final LateTip tip = LateTip.on(this, "");

    FigureCell(CostColumn column) {
        this.column = column;
        if (column.isFigure()) {
            setAlignment(Pos.CENTER_RIGHT);
            getStyleClass().add("figure-cell");
        }
    }

    @Override
    protected void updateItem(CostRow row, boolean none) {
        super.updateItem(row, none);
        boolean empty = none || row == null;
        setText(empty ? null : column.shown(row));
        if (column == CostColumn.OUTPUT) {
            tip.text(empty ? "" : column.shown(row));
        }
        if (column == CostColumn.SHARE) {
            setStyle(empty ? "" : bar(row.macShare().orElse(0.0)));
        }
    }

    private static String bar(double share) {
        return String.format(
                Locale.ROOT,
                "-fx-background-color: linear-gradient(to right, -color-accent-muted %1$.2f%%, transparent %1$.2f%%);",
                100 * share);
    }
}
