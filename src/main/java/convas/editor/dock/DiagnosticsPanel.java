package convas.editor.dock;

import convas.editor.DocumentPanel;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.problems.Problems;
import convas.editor.problems.Remark;
import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The list of everything that is wrong with the design in front and of what is advised against. A click or Enter goes to
 * the node in question; where one edit makes it right, a button or Alt+Enter does it.
 */
public final class DiagnosticsPanel implements DocumentPanel {
    private final Texts texts;
    private final Problems problems;
    private final Consumer<String> goTo;
    private final Node root;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();

    private final Label nothing = new Label();

    @FXML
    private ListView<Remark> list;

    /** @param goTo shows the node at a path on the canvas */
    public DiagnosticsPanel(Panels panels, Problems problems, Consumer<String> goTo) {
        this.texts = panels.texts();
        this.problems = problems;
        this.goTo = goTo;
        this.root = panels.load("diagnostics", "editorpanels", this);
        list.setPlaceholder(nothing);
        list.setAccessibleText(texts.get("editorpanels.problems.title"));
        list.setCellFactory(view -> {
            DiagnosticCell cell = new DiagnosticCell(texts, problems::mend);
            cell.setOnMouseClicked(event -> {
                if (!cell.isEmpty()) {
                    go(cell.getItem());
                }
            });
            return cell;
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Remark chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && !event.isAltDown() && chosen != null) {
                go(chosen);
                event.consume();
            }
        });
        problems.addListener(this::fill);
        fill();
    }

    @Override
    public Node root() {
        return root;
    }

    /** The panel's name, with how many problems there are. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The problem that is chosen in the list; null where none is. */
    public ReadOnlyObjectProperty<Remark> chosenProperty() {
        return list.getSelectionModel().selectedItemProperty();
    }

    /**
     * Chooses the next problem and goes to its node; after the last one comes the first.
     *
     * @param step 1 for the next, -1 for the one before
     * @return the problem, as a sentence with its place; empty where there is none
     */
    public Optional<String> step(int step) {
        int count = list.getItems().size();
        if (count == 0) {
            return Optional.empty();
        }
        int at = list.getSelectionModel().getSelectedIndex();
        int next = at < 0 ? (step > 0 ? 0 : count - 1) : Math.floorMod(at + step, count);
        list.getSelectionModel().clearAndSelect(next);
        list.scrollTo(Math.max(0, next - 1));
        Remark remark = list.getItems().get(next);
        goTo.accept(remark.diagnostic().path());
        return Optional.of(remark.diagnostic().line(texts));
    }

    /** Makes the edit that puts the chosen problem right; false where none is chosen or no one edit does. */
    public boolean mend() {
        Remark chosen = list.getSelectionModel().getSelectedItem();
        return chosen != null && problems.mend(chosen);
    }

    private void go(Remark remark) {
        goTo.accept(remark.diagnostic().path());
    }

    @Override
    public void show(Optional<Document> shown) {
        fill();
    }

    @Override
    public void changed(Change change) {
        // What is wrong tells of itself.
    }

    /** Rows that say what they said stay as they are. */
    private void replace(List<Remark> remarks) {
        ObservableList<Remark> items = list.getItems();
        if (items.size() != remarks.size()) {
            items.setAll(remarks);
            return;
        }
        for (int row = 0; row < remarks.size(); row++) {
            if (!items.get(row).equals(remarks.get(row))) {
                items.set(row, remarks.get(row));
            }
        }
    }

    /** That there is no problem, as far as one has looked. */
    public String nothing() {
        return texts.get(problems.knowsData() ? "editorpanels.problems.none" : "editorpanels.problems.noneInDesign");
    }

    private void fill() {
        nothing.setText(nothing());
        List<Remark> remarks = problems.all();
        if (!list.getItems().equals(remarks)) {
            int at = list.getSelectionModel().getSelectedIndex();
            replace(remarks);
            // One that was mended leaves its place to the next.
            if (at >= 0 && !remarks.isEmpty()) {
                list.getSelectionModel().clearAndSelect(Math.min(at, remarks.size() - 1));
            }
        }
        String name = texts.get("editorpanels.problems.title");
        title.set(remarks.isEmpty() ? name : name + "  " + remarks.size());
    }
}
