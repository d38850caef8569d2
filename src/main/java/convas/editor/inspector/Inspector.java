package convas.editor.inspector;

import convas.analysis.Analysis;
import convas.analysis.figures.NodeFigures;
import convas.editor.DocumentPanel;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.task.Tasks;
import convas.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The panel at the right: the selected node, how many are selected, or the design itself. */
public final class Inspector implements DocumentPanel {
    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

    private final Texts texts;
    private final Tasks tasks;
    private final Consumer<String> browse;
    private final Node root;
    private Optional<Document> document = Optional.empty();
    private Map<String, NodeFigures> figures = Map.of();
    private Optional<NodeInspector> node = Optional.empty();
    private Optional<DesignInspector> design = Optional.empty();

    @FXML
    private VBox content;

    /**
     * @param tasks works out in the background what the analysis leaves out
     * @param browse opens a web page outside the program
     */
    public Inspector(Panels panels, Tasks tasks, Consumer<String> browse) {
        this.texts = panels.texts();
        this.tasks = tasks;
        this.browse = browse;
        this.root = panels.load("inspector", this);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> shown) {
        document = shown;
        rebuild();
        figure();
    }

    @Override
    public void changed(Change change) {
        if (change.analysis()) {
            figure();
        }
        Document open = document.orElseThrow();
        Optional<String> single = open.selection().single();
        boolean stays = !change.selection()
                && !change.place()
                && (single.isPresent()
                        ? node.filter(inspector -> inspector.fits(open, single.get()))
                                .isPresent()
                        : design.filter(inspector -> inspector.fits(open)).isPresent());
        if (!stays) {
            rebuild();
            return;
        }
        if (change.design()) {
            node.ifPresent(NodeInspector::updated);
            design.ifPresent(DesignInspector::updated);
        }
        if (change.analysis()) {
            node.ifPresent(inspector -> inspector.analysed(figures));
            design.ifPresent(DesignInspector::analysed);
        }
    }

    /** Works out receptive fields and intensities, which large designs have many of. */
    private void figure() {
        figures = Map.of();
        Optional<Analysis> analysis = document.flatMap(Document::analysis);
        analysis.flatMap(Analysis::program)
                .ifPresent(program -> tasks.start(
                        () -> NodeFigures.byPath(program),
                        found -> {
                            if (document.flatMap(Document::analysis).equals(analysis)) {
                                figures = found;
                                node.ifPresent(inspector -> inspector.analysed(found));
                            }
                        },
                        failure -> LOG.warn("No figures of {}", program.name(), failure)));
    }

    private void rebuild() {
        node = Optional.empty();
        design = Optional.empty();
        content.getChildren().clear();
        if (document.isEmpty()) {
            return;
        }
        Document open = document.get();
        int selected = open.selection().nodes().size();
        if (open.selection().single().isPresent()) {
            NodeInspector inspector =
                    new NodeInspector(open, open.selection().single().get(), figures, texts, browse);
            node = Optional.of(inspector);
            content.getChildren().add(inspector.root());
        } else {
            if (selected > 1) {
                Label many = new Label(texts.get("editor.inspector.selected", selected));
                many.getStyleClass().add("inspector-title");
                content.getChildren().add(many);
            }
            DesignInspector inspector = new DesignInspector(open, texts);
            design = Optional.of(inspector);
            content.getChildren().add(inspector.root());
        }
    }
}
