package convas.editor.dock;

import convas.analysis.Analysis;
import convas.editor.DocumentPanel;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.graph.Diagnostic;
import convas.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Everything that is wrong with the design in front. A click or Enter goes to the node in question. */
public final class DiagnosticsPanel implements DocumentPanel {
    private final Texts texts;
    private final Node root;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private Optional<Document> document = Optional.empty();

    @FXML
    private ListView<Diagnostic> list;

    public DiagnosticsPanel(Panels panels) {
        this.texts = panels.texts();
        this.root = panels.load("diagnostics", "editorpanels", this);
        list.setPlaceholder(new Label(texts.get("editorpanels.problems.none")));
        list.setCellFactory(view -> {
            DiagnosticCell cell = new DiagnosticCell(texts);
            cell.setOnMouseClicked(event -> {
                if (!cell.isEmpty()) {
                    goTo(cell.getItem());
                }
            });
            return cell;
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Diagnostic chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                goTo(chosen);
                event.consume();
            }
        });
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

    @Override
    public void show(Optional<Document> shown) {
        document = shown;
        fill();
    }

    @Override
    public void changed(Change change) {
        if (change.analysis()) {
            fill();
        }
    }

    private void fill() {
        List<Diagnostic> problems =
                document.flatMap(Document::analysis).map(Analysis::diagnostics).orElse(List.of()).stream()
                        .sorted(Comparator.comparing(Diagnostic::severity))
                        .toList();
        if (!list.getItems().equals(problems)) {
            list.getItems().setAll(problems);
        }
        String name = texts.get("editorpanels.problems.title");
        title.set(problems.isEmpty() ? name : name + "  " + problems.size());
    }

    private void goTo(Diagnostic problem) {
        document.ifPresent(shown -> Whereabouts.goTo(shown, problem.path()));
    }
}
