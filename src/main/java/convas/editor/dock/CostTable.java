package convas.editor.dock;

import convas.editor.DocumentPanel;
import convas.editor.Figures;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.keys.FieldKeys;
import convas.editor.task.Pulse;
import convas.editor.tip.LateTip;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * What every node costs: as a tree with sums, or as a flat list of primitives, filtered by a word or by conditions as in
 * {@code macs>1M type:Conv2d}. Selected rows and nodes selected on the canvas go together; a double click or Enter goes to
 * the node, into modules where needed. Rows are copied for spreadsheets and for papers.
 */
public final class CostTable implements DocumentPanel {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final Texts texts;
    private final Pulse pulse;
    private final Consumer<String> copy;
    private final Node root;
    private final Set<String> open = new HashSet<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private Optional<Document> document = Optional.empty();
    private CostTree tree = CostTree.EMPTY;
    private boolean seen;
    private final CostLink link;

    @FXML
    private TextField filter;

    @FXML
    private ToggleButton flat;

    @FXML
    private MenuButton copying;

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
        this.link = new CostLink(table, this::reveal);
        for (CostColumn column : CostColumn.values()) {
            table.getColumns().add(column(column));
        }
        table.setPlaceholder(new Label(texts.get("editorpanels.costs.empty")));
        table.setSortPolicy(sorted -> {
            fill();
            return true;
        });
        table.setRowFactory(view -> row());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setContextMenu(new ContextMenu());
        table.getContextMenu().getItems().setAll(copies("costs-context-"));
        copying.getItems().setAll(copies("costs-"));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        FieldKeys.passUndo(filter, () -> filter.getText().isEmpty());
        table.getSelectionModel().getSelectedItems().addListener((InvalidationListener)
                change -> pulse.once(this::sum));
        filter.textProperty().addListener((property, before, now) -> schedule());
        flat.selectedProperty().addListener((property, before, now) -> schedule());
    }

    private TableColumn<CostRow, CostRow> column(CostColumn kind) {
        TableColumn<CostRow, CostRow> column = new TableColumn<>();
        Label heading = new Label(texts.get("editorpanels.costs." + kind.key()));
        LateTip.on(heading, texts.get("editorpanels.costs." + kind.key() + "Tip"));
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

    /** Everything shown, or the selected rows alone, for programs or for people. */
    private List<MenuItem> copies(String prefix) {
        return List.of(
                item(prefix, "copyCsv", () -> TableText.csv(headings(), List.copyOf(table.getItems()))),
                item(prefix, "copyMarkdown", () -> TableText.markdown(headings(), List.copyOf(table.getItems()))),
                new SeparatorMenuItem(),
                item(prefix, "copyRowsCsv", () -> TableText.csv(headings(), selected())),
                item(prefix, "copyRowsMarkdown", () -> TableText.markdown(headings(), selected())));
    }

    private MenuItem item(String prefix, String key, Supplier<String> text) {
        MenuItem item = new MenuItem(texts.get("editorpanels.costs." + key));
        item.setId(prefix + key);
        item.setOnAction(event -> copy.accept(text.get()));
        if (key.startsWith("copyRows")) {
            item.disableProperty()
                    .bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        }
        return item;
    }

    private List<CostRow> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> shown) {
        document = shown;
        link.show(shown);
        open.clear();
        analysed();
    }

    @Override
    public void changed(Change change) {
        if (change.analysis()) {
            analysed();
        } else if (change.selection() || change.place()) {
            link.follow(true);
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
        Set<String> chosen = selected().stream().map(CostRow::path).collect(Collectors.toSet());
        // Another list would make the table forget what it is sorted by.
        link.quietly(() -> table.getItems()
                .setAll(tree.rows(new CostTree.View(flat.isSelected(), filter.getText(), Set.copyOf(open), order()))));
        link.choose(chosen);
        sum();
        link.follow(false);
    }

    /** Of the rows that are selected where those are several, else of what the filter finds, else of all. */
    private void sum() {
        Set<String> chosen = selected().stream().map(CostRow::path).collect(Collectors.toSet());
        if (chosen.size() > 1) {
            total.setText(words("editorpanels.costs.selected", tree.sum(chosen)));
        } else if (!filter.getText().isBlank()) {
            total.setText(words("editorpanels.costs.found", tree.sum(filter.getText())));
        } else {
            total.setText(words("editorpanels.costs.total", tree.total()));
        }
    }

    private String words(String key, Optional<Cost> sum) {
        return sum.map(cost -> texts.get(
                        key, Figures.exact(cost.params()), Figures.exact(cost.macs()), Figures.exact(cost.flops())))
                .orElse("");
    }

    /** Opens what hides rows that are wanted. */
    private void reveal(Set<String> paths) {
        boolean more = false;
        for (String path : paths) {
            more |= open.addAll(tree.above(path));
        }
        if (more && !flat.isSelected()) {
            fill();
        }
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
        if (COPY.match(event)) {
            List<CostRow> rows = selected();
            copy.accept(TableText.tabbed(headings(), rows.isEmpty() ? List.copyOf(table.getItems()) : rows));
            event.consume();
            return;
        }
        CostRow row = table.getSelectionModel().getSelectedItem();
        if (row == null || !FieldKeys.isPlain(event)) {
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

    private List<String> headings() {
        return Arrays.stream(CostColumn.values())
                .map(column -> texts.get("editorpanels.costs." + column.key()))
                .toList();
    }
}
