package convas.editor.runs;

import convas.editor.tip.LateTip;
import convas.text.Texts;
import convas.training.archive.RunColumn;
import convas.training.archive.RunNotes;
import convas.training.archive.RunSummary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Fills a table with runs: sorts, filters, keeps what is selected when runs come and go, and lets tags and notes be written. */
final class RunTable {
    private final TableView<RunSummary> table;
    private final Texts texts;
    private final BiConsumer<RunSummary, RunNotes> write;
    private final ObservableList<RunSummary> all = FXCollections.observableArrayList();
    private final FilteredList<RunSummary> filtered = new FilteredList<>(all);

    /** @param write keeps what somebody wrote about a run */
    RunTable(TableView<RunSummary> table, Texts texts, BiConsumer<RunSummary, RunNotes> write) {
        this.table = table;
        this.texts = texts;
        this.write = write;
        for (RunColumn column : RunColumn.values()) {
            table.getColumns().add(column(column));
        }
        SortedList<RunSummary> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setEditable(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        // The newest first, until somebody wants something else.
        TableColumn<RunSummary, ?> started = table.getColumns().get(RunColumn.STARTED.ordinal());
        started.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(started);
    }

    private TableColumn<RunSummary, RunSummary> column(RunColumn kind) {
        TableColumn<RunSummary, RunSummary> column = new TableColumn<>(texts.get(kind.key()));
        column.setId("runs-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        column.setReorderable(false);
        column.setPrefWidth(
                switch (kind) {
                    case NAME -> 250;
                    case DESIGN, STARTED -> 135;
                    case TAGS, NOTE, MACS -> 110;
                    case STATE -> 96;
                    default -> 86;
                });
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(kind.order());
        boolean writable = kind == RunColumn.TAGS || kind == RunColumn.NOTE;
        column.setEditable(writable);
        column.setCellFactory(ignored -> new Cell(kind));
        return column;
    }

    /** Shows these runs; those that were selected still are. */
    void show(List<RunSummary> runs) {
        if (isSame(runs)) {
            return;
        }
        Set<String> names = new HashSet<>();
        selected().forEach(run -> names.add(run.name()));
        all.setAll(runs);
        table.getSelectionModel().clearSelection();
        for (int row = 0; row < table.getItems().size(); row++) {
            if (names.contains(table.getItems().get(row).name())) {
                table.getSelectionModel().select(row);
            }
        }
    }

    /** The archive gives the same object for a run that has not changed. */
    private boolean isSame(List<RunSummary> runs) {
        if (runs.size() != all.size()) {
            return false;
        }
        for (int index = 0; index < runs.size(); index++) {
            if (runs.get(index) != all.get(index)) {
                return false;
            }
        }
        return true;
    }

    void filter(String words) {
        filtered.setPredicate(run -> run.matches(words));
    }

    /** Those that the filter lets through. */
    List<RunSummary> shown() {
        return List.copyOf(filtered);
    }

    int total() {
        return all.size();
    }

    /** In the order of the table. */
    List<RunSummary> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** A cell; one that may be written becomes a field after a double click. */
    private final class Cell extends TableCell<RunSummary, RunSummary> {
        private final RunColumn kind;
        private final LateTip tip = LateTip.on(this, "");

        Cell(RunColumn kind) {
            this.kind = kind;
            if (kind.isNumber()) {
                getStyleClass().add("figure-cell");
            }
        }

        @Override
        protected void updateItem(RunSummary run, boolean empty) {
            super.updateItem(run, empty);
            setGraphic(null);
            String text = empty || run == null ? "" : kind.text(run, texts);
            setText(text);
            boolean broken = !empty && run != null && kind == RunColumn.STATE;
            List<String> why = broken ? why(run) : List.of();
            tip.text(String.join("\n", why));
        }

        private List<String> why(RunSummary run) {
            List<String> card = run.stored().card().map(each -> each.problems()).orElse(List.of());
            return card.isEmpty()
                    ? run.stored().problems().stream()
                            .map(problem -> problem.sentence(texts))
                            .toList()
                    : card;
        }

        @Override
        public void startEdit() {
            super.startEdit();
            if (!isEditing() || getItem() == null) {
                return;
            }
            RunNotes notes = getItem().notes();
            TextField field = new TextField(kind == RunColumn.TAGS ? String.join(", ", notes.tags()) : notes.note());
            field.setId("runs-edit");
            field.setOnAction(event -> commit(field.getText()));
            field.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    cancelEdit();
                    event.consume();
                }
            });
            setText("");
            setGraphic(field);
            field.requestFocus();
            field.selectAll();
        }

        private void commit(String text) {
            RunSummary run = getItem();
            RunNotes before = run.notes();
            RunNotes after = kind == RunColumn.TAGS
                    ? new RunNotes(Arrays.asList(text.split("[,\\s]+")), before.note())
                    : new RunNotes(before.tags(), text);
            cancelEdit();
            if (!after.equals(before)) {
                write.accept(run, after);
            }
        }

        @Override
        public void cancelEdit() {
            super.cancelEdit();
            updateItem(getItem(), isEmpty());
        }
    }
}
