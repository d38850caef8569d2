package convas.editor.dock;

import convas.editor.DocumentPanel;
import convas.editor.Figures;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.editor.task.Pulse;
import convas.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * What every node costs: as a tree with sums, or as a flat list of primitives. The selected row and the node selected on
 * the canvas go together; a double click or Enter goes to the node, into modules where needed.
 */
public final class CostTable implements DocumentPanel {
    private final Texts texts;
    private final Pulse pulse;
    private final Consumer<String> copy;
    private final Node root;
    private final Set<String> open = new HashSet<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private Optional<Document> document = Optional.empty();
    private CostTree tree = CostTree.EMPTY;
    private boolean following;
    private boolean seen;

    @FXML
    private TextField filter;

    @FXML
    private ToggleButton flat;

    @FXML
    private Label total;

    @FXML
    private TableView<CostRow> table;

    /**
     * @param pulse fills the table at most once a frame
     * @param copy puts a text onto the clipboard
     */
    public CostTable(Panels panels, Pulse pulse, Consumer<String> copy) {
        this.texts = panels.texts();
        this.pulse = pulse;
        this.copy = copy;
        this.root = panels.load("costs", "editorpanels", this);
        for (CostColumn column : CostColumn.values()) {
            table.getColumns().add(column(column));
        }
        table.setPlaceholder(new Label(texts.get("editorpanels.costs.empty")));
        table.setSortPolicy(sorted -> {
            fill();
            return true;
        });
        table.setRowFactory(view -> row());
        table.setContextMenu(new ContextMenu(
                item("copyCsv", () -> copy.accept(TableText.csv(headings(), copied()))),
                item("copyMarkdown", () -> copy.accept(TableText.markdown(headings(), copied())))));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> selected(now));
        filter.textProperty().addListener((property, before, now) -> schedule());
        flat.selectedProperty().addListener((property, before, now) -> schedule());
    }

    private TableColumn<CostRow, CostRow> column(CostColumn kind) {
        TableColumn<CostRow, CostRow> column = new TableColumn<>();
        Label heading = new Label(texts.get("editorpanels.costs." + kind.key()));
        heading.setTooltip(new Tooltip(texts.get("editorpanels.costs." + kind.key() + "Tip")));
        column.setGraphic(heading);
        column.setId("costs-" + kind.key());
        column.setUserData(kind);
        column.setReorderable(false);
        column.setPrefWidth(kind == CostColumn.PATH ? 320 : kind == CostColumn.OUTPUT ? 190 : 150);
        column.setCellValueFactory(row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(ignored -> kind == CostColumn.PATH ? new PathCell(this::toggle) : new FigureCell(kind));
        return column;
    }

    private TableRow<CostRow> row() {
        TableRow<CostRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                goTo(row.getItem());
            }
        });
        return row;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get("editorpanels.costs." + key));
        item.setId("costs-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> shown) {
        document = shown;
        open.clear();
        analysed();
    }

    @Override
    public void changed(Change change) {
        if (change.analysis()) {
            analysed();
        } else if (change.selection() || change.place()) {
            follow();
        }
    }

    private void analysed() {
        tree = document.flatMap(Document::analysis).map(CostTree::of).orElse(CostTree.EMPTY);
        schedule();
    }

    /** Whether the table can be seen; while it cannot, it is not filled. */
    public void setSeen(boolean now) {
        seen = now;
        schedule();
    }

    private void schedule() {
        if (seen && due.compareAndSet(false, true)) {
            pulse.once(() -> {
                due.set(false);
                fill();
            });
        }
    }

    private void fill() {
        following = true;
        // Another list would make the table forget what it is sorted by.
        table.getItems()
                .setAll(tree.rows(new CostTree.View(flat.isSelected(), filter.getText(), Set.copyOf(open), order())));
        following = false;
        total.setText(tree.total()
                .map(cost -> texts.get(
                        "editorpanels.costs.total",
                        Figures.exact(cost.params()),
                        Figures.exact(cost.macs()),
                        Figures.exact(cost.flops())))
                .orElse(""));
        follow();
    }

    private Optional<Comparator<CostRow>> order() {
        Comparator<CostRow> order = null;
        for (TableColumn<CostRow, ?> column : table.getSortOrder()) {
            Comparator<CostRow> next = ((CostColumn) column.getUserData()).order();
            next = column.getSortType() == TableColumn.SortType.ASCENDING ? next : next.reversed();
            order = order == null ? next : order.thenComparing(next);
        }
        return Optional.ofNullable(order);
    }

    private void toggle(CostRow row) {
        if (!open.remove(row.path())) {
            open.add(row.path());
        }
        fill();
    }

    private void key(KeyEvent event) {
        CostRow row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            goTo(row);
            event.consume();
        } else if (row.inner() && event.getCode() == (row.open() ? KeyCode.LEFT : KeyCode.RIGHT)) {
            toggle(row);
            event.consume();
        }
    }

    private void goTo(CostRow row) {
        document.ifPresent(shown -> Whereabouts.goTo(shown, row.path()));
    }

    /** A person chose a row: the canvas follows. */
    private void selected(CostRow row) {
        if (row == null || following || document.isEmpty()) {
            return;
        }
        following = true;
        Whereabouts.onSheet(document.get(), row.path())
                .ifPresent(id -> document.get().select(Selection.ofNode(id)));
        following = false;
    }

    /** Something was selected on the canvas: the table follows, unless the selected row lies within it already. */
    private void follow() {
        if (following || document.isEmpty()) {
            return;
        }
        following = true;
        Document shown = document.get();
        Optional<String> path =
                shown.selection().single().map(id -> shown.sheet().place().path(id));
        CostRow row = table.getSelectionModel().getSelectedItem();
        if (path.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (row == null
                || !(row.path().equals(path.get()) || tree.above(row.path()).contains(path.get()))) {
            choose(path.get());
        }
        following = false;
    }

    private void choose(String path) {
        for (int index = 0; index < table.getItems().size(); index++) {
            if (table.getItems().get(index).path().equals(path)) {
                table.getSelectionModel().clearAndSelect(index);
                table.scrollTo(Math.max(0, index - 2));
                return;
            }
        }
        table.getSelectionModel().clearSelection();
    }

    private List<String> headings() {
        return Arrays.stream(CostColumn.values())
                .map(column -> texts.get("editorpanels.costs." + column.key()))
                .toList();
    }

    private List<CostRow> copied() {
        return List.copyOf(table.getItems());
    }
}
