package convas.editor.runs;

import convas.editor.compare.ComparePage;
import convas.editor.compare.Source;
import convas.editor.part.Kit;
import convas.editor.part.Page;
import convas.training.archive.RunDifference;
import convas.training.archive.RunSummary;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** In what two runs differ: design, recipe, data, machine. */
final class DifferencePage implements Page {
    private final Kit kit;
    private final RunSummary first;
    private final RunSummary second;
    private final Node root;

    @FXML
    private Label names;

    @FXML
    private Button designs;

    @FXML
    private TableView<RunDifference.Row> table;

    DifferencePage(Kit kit, RunSummary first, RunSummary second) {
        this.kit = kit;
        this.first = first;
        this.second = second;
        this.root = kit.loader().load("rundifference", "editorruns", this);
        names.setText(kit.texts().get("editorruns.difference.of", first.name(), second.name()));
        designs.setDisable(
                first.stored().design().isEmpty() || second.stored().design().isEmpty());
        table.setPlaceholder(new Label(kit.texts().get("editorruns.difference.none")));
        add(
                kit.texts().get("editorruns.difference.kind"),
                110,
                row -> kit.texts().get("archive.kind." + row.kind()));
        add(kit.texts().get("editorruns.difference.name"), 260, RunDifference.Row::name);
        add(first.name(), 320, RunDifference.Row::first);
        add(second.name(), 320, RunDifference.Row::second);
        table.getItems()
                .setAll(RunDifference.between(first.stored(), second.stored()).rows());
    }

    /** Opens the two designs side by side, each by the name of its run. */
    @FXML
    private void showDesigns() {
        Source one = Source.of(first.name(), first.stored().design().orElseThrow());
        Source other = Source.of(second.name(), second.stored().design().orElseThrow());
        kit.desk().show(new ComparePage(kit, one, other));
    }

    private void add(String title, double width, Function<RunDifference.Row, String> text) {
        TableColumn<RunDifference.Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        table.getColumns().add(column);
    }

    @Override
    public ObservableValue<String> title() {
        return new ReadOnlyStringWrapper(kit.texts().get("editorruns.difference.title"));
    }

    @Override
    public Node content() {
        return root;
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public Page again(Kit changed) {
        return new DifferencePage(changed, first, second);
    }

    @Override
    public void close() {}
}
