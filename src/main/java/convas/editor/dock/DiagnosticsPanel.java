package convas.editor.dock;

import convas.analysis.Analysis;
import convas.analysis.lint.Finding;
import convas.analysis.lint.Lints;
import convas.editor.DocumentPanel;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is wrong with the design in front, and, once nothing is, what is advised against. A click or Enter
 * goes to the node in question; where one edit makes it right, a button does it.
 */
public final class DiagnosticsPanel implements DocumentPanel {
    private static final Logger LOG = LoggerFactory.getLogger(DiagnosticsPanel.class);

    private final Texts texts;
    private final Tasks tasks;
    private final Lints lints = new Lints();
    private final Node root;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private Optional<Document> document = Optional.empty();
    private List<Finding> advice = List.of();

    @FXML
    private ListView<Remark> list;

    /** @param tasks looks for advice in the background */
    public DiagnosticsPanel(Panels panels, Tasks tasks) {
        this.texts = panels.texts();
        this.tasks = tasks;
        this.root = panels.load("diagnostics", "editorpanels", this);
        list.setPlaceholder(new Label(texts.get("editorpanels.problems.none")));
        list.setCellFactory(view -> {
            DiagnosticCell cell = new DiagnosticCell(texts, this::mend);
            cell.setOnMouseClicked(event -> {
                if (!cell.isEmpty()) {
                    goTo(cell.getItem().diagnostic());
                }
            });
            return cell;
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Remark chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                goTo(chosen.diagnostic());
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
        advice = List.of();
        advise();
    }

    @Override
    public void changed(Change change) {
        if (change.analysis()) {
            advise();
        }
    }

    /** Shows what is known, and looks for advice; what was advised before stays until then. */
    private void advise() {
        Optional<Analysis> analysis = document.flatMap(Document::analysis);
        if (analysis.flatMap(Analysis::program).isEmpty()) {
            advice = List.of();
            fill();
            return;
        }
        Design design = document.orElseThrow().design();
        tasks.start(
                () -> lints.check(design, analysis.get()),
                found -> {
                    if (document.flatMap(Document::analysis).equals(analysis)) {
                        advice = found;
                        fill();
                    }
                },
                failure -> {
                    LOG.warn("No advice on {}", design.name(), failure);
                    advice = List.of();
                    fill();
                });
    }

    private void fill() {
        List<Remark> remarks = Stream.concat(
                        document.flatMap(Document::analysis).map(Analysis::diagnostics).orElse(List.of()).stream()
                                .map(Remark::of),
                        advice.stream().map(Remark::of))
                .sorted(Comparator.comparing(remark -> remark.diagnostic().severity()))
                .toList();
        if (!list.getItems().equals(remarks)) {
            list.getItems().setAll(remarks);
        }
        String name = texts.get("editorpanels.problems.title");
        title.set(remarks.isEmpty() ? name : name + "  " + remarks.size());
    }

    private void mend(Finding finding) {
        document.ifPresent(shown -> finding.mend().ifPresent(edit -> shown.apply("editor.edit.mend", edit)));
    }

    private void goTo(Diagnostic problem) {
        document.ifPresent(shown -> Whereabouts.goTo(shown, problem.path()));
    }
}
