package convas.editor.profiling;

import convas.editor.keys.FieldKeys;
import convas.editor.task.Choice;
import convas.editor.tip.LateTip;
import convas.profiling.Ceilings;
import convas.profiling.Profile;
import convas.profiling.Roof;
import convas.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/**
 * What every node took: modules above what is in them, or primitives in one list. Time and MACs stand side by side, and
 * where a node takes far more of the one than of the other the column between says so.
 */
final class TimeTable {
    private final Texts texts;
    private final TreeTableView<TimeRow> table = new TreeTableView<>();
    private final Set<String> open = new HashSet<>();
    private Consumer<String> onChosen = path -> {};
    private boolean following;

    TimeTable(Texts texts) {
        this.texts = texts;
        table.setId("profile-table");
        table.getStyleClass().add("dense");
        table.setShowRoot(false);
        table.setAccessibleText(texts.get("editorprofiling.view.table"));
        for (TimeColumn column : TimeColumn.values()) {
            table.getColumns().add(column(column));
        }
        table.setPlaceholder(new Label(texts.get("editorprofiling.empty")));
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && FieldKeys.isPlain(event)) {
                selected().ifPresent(path -> onChosen.accept(path));
                event.consume();
            }
        });
        Choice.follow(
                table.getSelectionModel(), () -> following, () -> selected().ifPresent(path -> onChosen.accept(path)));
    }

    private TreeTableRow<TimeRow> row() {
        TreeTableRow<TimeRow> row = new TreeTableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                row.getItem().path().ifPresent(onChosen);
            }
        });
        return row;
    }

    private TreeTableColumn<TimeRow, TimeRow> column(TimeColumn kind) {
        TreeTableColumn<TimeRow, TimeRow> column = new TreeTableColumn<>();
        Label heading = new Label(texts.get("editorprofiling." + kind.key()));
        LateTip.on(heading, texts.get("editorprofiling." + kind.key() + "Tip"));
        column.setGraphic(heading);
        column.setId("profile-" + kind.name().toLowerCase(Locale.ROOT));
        column.setUserData(kind);
        column.setReorderable(false);
        column.setPrefWidth(
                kind == TimeColumn.NAME ? 232 : kind == TimeColumn.TYPE ? 118 : kind == TimeColumn.MISMATCH ? 102 : 92);
        column.setComparator(kind.order());
        column.setCellValueFactory(
                each -> new ReadOnlyObjectWrapper<>(each.getValue().getValue()));
        column.setCellFactory(view -> new Cell(kind));
        if (kind == TimeColumn.TIME_SHARE) {
            column.setSortType(TreeTableColumn.SortType.DESCENDING);
        }
        return column;
    }

    Region root() {
        return table;
    }

    /** Calls {@code action} with the path of each row that a person chooses. */
    void setOnChosen(Consumer<String> action) {
        onChosen = action;
    }

    private Optional<String> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .flatMap(item -> item.getValue().path());
    }

    /** Shows a profile, sorted and opened as the one before was. */
    void show(Optional<Profile> profile, Optional<Ceilings> ceilings, boolean flat) {
        following = true;
        List<TreeTableColumn<TimeRow, ?>> sorted = List.copyOf(table.getSortOrder());
        TreeItem<TimeRow> root = new TreeItem<>();
        profile.ifPresent(known -> {
            Map<String, Roof> roofs =
                    ceilings.map(against -> Roof.byPath(known, against)).orElse(Map.of());
            for (TimeRow row : TimeRow.of(known, roofs, flat, texts.get("editorprofiling.overhead"))) {
                root.getChildren().add(item(row));
            }
        });
        table.setRoot(root);
        table.getSortOrder().setAll(sorted);
        table.sort();
        for (TreeTableColumn<TimeRow, ?> column : table.getColumns()) {
            if (column.getUserData() == TimeColumn.BACKWARD) {
                column.setVisible(
                        profile.flatMap(known -> known.whole().backward()).isPresent());
            }
        }
        following = false;
    }

    private TreeItem<TimeRow> item(TimeRow row) {
        TreeItem<TimeRow> item = new TreeItem<>(row);
        row.inner().forEach(inner -> item.getChildren().add(item(inner)));
        row.path().ifPresent(path -> {
            item.setExpanded(open.contains(path));
            item.expandedProperty().addListener((property, before, now) -> {
                if (now) {
                    open.add(path);
                } else {
                    open.remove(path);
                }
            });
        });
        return item;
    }

    /** Marks the row of a path, where it is shown. */
    void mark(Optional<String> path) {
        following = true;
        if (!selected().equals(path)) {
            table.getSelectionModel().clearSelection();
            path.ifPresent(wanted -> {
                for (int index = 0; index < table.getExpandedItemCount(); index++) {
                    if (table.getTreeItem(index).getValue().path().equals(path)) {
                        table.getSelectionModel().select(index);
                        table.scrollTo(Math.max(0, index - 2));
                        return;
                    }
                }
            });
        }
        following = false;
    }

    /** A cell that shows a text; a share also as a bar behind it. */
    private final class Cell extends TreeTableCell<TimeRow, TimeRow> {
        private final TimeColumn column;
        private final LateTip tip = LateTip.on(this, "");

        Cell(TimeColumn column) {
            this.column = column;
            if (column.isFigure()) {
                setAlignment(Pos.CENTER_RIGHT);
                getStyleClass().add("figure-cell");
            }
        }

        @Override
        protected void updateItem(TimeRow row, boolean none) {
            super.updateItem(row, none);
            boolean empty = none || row == null;
            setText(empty ? null : column.shown(row));
            setStyle(
                    empty
                            ? ""
                            : column.bar(row).map(share -> bar(column, share)).orElse(""));
            if (column == TimeColumn.FORWARD) {
                tip.text(empty ? "" : ProfileSentences.range(texts, row.forward()));
            }
            pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("mismatch"),
                    !empty && column == TimeColumn.MISMATCH && row.mismatch().orElse(0) >= 2);
        }

        private static String bar(TimeColumn column, double share) {
            return String.format(
                    Locale.ROOT,
                    "-fx-background-color: linear-gradient(to right, %2$s %1$.2f%%, transparent %1$.2f%%);",
                    100 * share,
                    column == TimeColumn.TIME_SHARE ? "-color-warning-muted" : "-color-accent-muted");
        }
    }
}
