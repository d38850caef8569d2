package convas.editor.inspector;

import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.analysis.figures.NodeFigures;
import convas.analysis.figures.PeakMemory;
import convas.editor.DocumentPanel;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.problems.Problems;
import convas.editor.task.Tasks;
import convas.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The panel at the right: the selected node, several of them at once, or the design itself. */
public final class Inspector implements DocumentPanel {
    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

    private final Texts texts;
    private final Tasks tasks;
    private final Problems problems;
    private final Consumer<String> browse;
    private final Node root;
    private Optional<Document> document = Optional.empty();
    private Known known = Known.NOTHING;
    private Optional<Shown> shown = Optional.empty();
    /** What had the keyboard, where nothing in its place is shown. */
    private Optional<Node> left = Optional.empty();

    /** What is worked out in the background: figures by path, and the peak of the activations in bytes. */
    private record Known(Map<String, NodeFigures> figures, OptionalLong peak) {
        static final Known NOTHING = new Known(Map.of(), OptionalLong.empty());

        static Known of(Program program) {
            return new Known(
                    NodeFigures.byPath(program),
                    OptionalLong.of(PeakMemory.of(program).bytes()));
        }
    }

    @FXML
    private VBox content;

    /**
     * @param tasks works out in the background what the analysis leaves out
     * @param browse opens a web page outside the program
     */
    public Inspector(Panels panels, Tasks tasks, Problems problems, Consumer<String> browse) {
        this.texts = panels.texts();
        this.tasks = tasks;
        this.problems = problems;
        this.browse = browse;
        this.root = panels.load("inspector", this);
        problems.addListener(() -> shown.ifPresent(Shown::analysed));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> front) {
        document = front;
        known = Known.NOTHING;
        rebuild();
        figure();
    }

    @Override
    public void changed(Change change) {
        if (change.analysis()) {
            figure();
        }
        if (change.place() || shown.filter(Shown::fits).isEmpty()) {
            rebuild();
            return;
        }
        if (change.design()) {
            shown.ifPresent(Shown::updated);
        }
        if (change.analysis()) {
            shown.ifPresent(Shown::analysed);
        }
    }

    /** Works out what large designs have much of. What is known stays shown until the next is. */
    private void figure() {
        Optional<Analysis> analysis = document.flatMap(Document::analysis);
        analysis.flatMap(Analysis::program)
                .ifPresentOrElse(
                        program -> tasks.start(
                                () -> Known.of(program),
                                found -> {
                                    if (document.flatMap(Document::analysis).equals(analysis)) {
                                        tell(found);
                                    }
                                },
                                failure -> LOG.warn("No figures of {}", program.name(), failure)),
                        () -> tell(Known.NOTHING));
    }

    private void tell(Known found) {
        known = found;
        shown.ifPresent(panel -> {
            if (panel instanceof NodeInspector node) {
                node.figures(found.figures());
            } else if (panel instanceof DesignInspector design) {
                design.peak(found.peak());
            }
        });
    }

    private void rebuild() {
        Optional<Node> holder = holder();
        shown = document.map(this::panel);
        content.getChildren().clear();
        shown.ifPresent(panel -> content.getChildren().add(panel.root()));
        left = holder.filter(field -> !focus(field.getId()));
    }

    /** The field that has the keyboard, also where it is gone already and no other has taken that. */
    private Optional<Node> holder() {
        Node owner = content.getScene() == null ? null : content.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == content) {
                return Optional.of(owner);
            }
        }
        return left.filter(field -> field == owner);
    }

    /**
     * Who works in a field goes on there when it is made anew, for instance because its node has another name now, or in
     * that of the node one goes to. False where there is none.
     */
    private boolean focus(String id) {
        // Makes what lies in panes that fold, too.
        content.applyCss();
        Optional<Node> field = Optional.ofNullable(id).map(known -> content.lookup("#" + known));
        field.ifPresent(Node::requestFocus);
        return field.isPresent();
    }

    private Shown panel(Document open) {
        Optional<String> inner =
                open.selection().inner().filter(path -> open.sheetOf(path).isPresent());
        if (inner.isPresent()) {
            return new NodeInspector(open, inner.get(), known.figures(), problems, texts, browse);
        }
        Set<String> selected = open.selection().nodes();
        return switch (selected.size()) {
            case 0 -> new DesignInspector(open, known.peak(), texts);
            case 1 -> new NodeInspector(open, selected.iterator().next(), known.figures(), problems, texts, browse);
            default -> new SeveralInspector(open, selected, problems, texts);
        };
    }
}
