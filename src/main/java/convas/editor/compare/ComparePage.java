package convas.editor.compare;

import convas.editor.canvas.picture.NodeShape;
import convas.editor.dock.Whereabouts;
import convas.editor.document.Place;
import convas.editor.part.Kit;
import convas.editor.part.Page;
import convas.graph.DesignDiff;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two designs side by side with what differs marked, what the differences cost, and a list of them. Open designs are
 * followed while they are edited.
 */
public final class ComparePage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(ComparePage.class);

    private final Kit kit;
    private final Texts texts;
    private final Sources sources;
    private final Node root;
    private final DiffCanvas left;
    private final DiffCanvas right;
    private final DiffTable list;
    private final TotalLine totals;
    private final Side first;
    private final Side second;
    private final StringProperty title = new SimpleStringProperty("");
    private boolean offering;
    private Place at = Place.DESIGN;
    private Comparison comparison = Comparison.NONE;
    private Optional<Future<?>> comparing = Optional.empty();
    private Optional<Version> shownLeft = Optional.empty();
    private Optional<Version> shownRight = Optional.empty();

    @FXML
    private ComboBox<Source> before;

    @FXML
    private ComboBox<Source> after;

    @FXML
    private Button beforeFile;

    @FXML
    private Button afterFile;

    @FXML
    private Button swap;

    @FXML
    private ToggleButton linked;

    @FXML
    private Button fit;

    @FXML
    private Button up;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    @FXML
    private Label count;

    @FXML
    private Label place;

    @FXML
    private Label params;

    @FXML
    private Label macs;

    @FXML
    private Label peak;

    @FXML
    private Label problem;

    @FXML
    private SplitPane sheets;

    @FXML
    private HBox legend;

    @FXML
    private TableView<Difference> table;

    /** @param one stands left and counts as the earlier one: what only {@code other} has is added */
    public ComparePage(Kit kit, Source one, Source other) {
        this.kit = kit;
        this.texts = kit.texts();
        this.sources = new Sources(kit);
        this.root = kit.loader().load("compare", "editorcompare", this);
        this.left = canvas("compare-left", "editorcompare.before");
        this.right = canvas("compare-right", "editorcompare.after");
        sheets.getItems().setAll(left, right);
        this.list = new DiffTable(table, texts, kit.theme().canvas());
        this.totals = new TotalLine(texts);
        this.first = new Side(kit, this::changed);
        this.second = new Side(kit, this::changed);
        legend.getChildren().setAll(list.legend());
        wire();
        first.use(one);
        second.use(other);
        offer();
        count();
    }

    private DiffCanvas canvas(String id, String nameKey) {
        DiffCanvas canvas = new DiffCanvas(id, texts.get(nameKey), kit.theme().canvas(), texts, kit.tasks());
        canvas.setOnClick(this::choose);
        canvas.setOnOpen(this::enter);
        return canvas;
    }

    private void wire() {
        left.setOnMotion(motion -> follow(right, motion));
        right.setOnMotion(motion -> follow(left, motion));
        new DiffKeys(left, this::up, this::enter);
        new DiffKeys(right, this::up, this::enter);
        before.setOnAction(event -> use(first, before));
        after.setOnAction(event -> use(second, after));
        before.setOnShowing(event -> offer());
        after.setOnShowing(event -> offer());
        beforeFile.setOnAction(event -> sources.choose().ifPresent(first::use));
        afterFile.setOnAction(event -> sources.choose().ifPresent(second::use));
        swap.setOnAction(event -> {
            Optional<Source> was = first.source();
            second.source().ifPresent(first::use);
            was.ifPresent(second::use);
        });
        fit.setOnAction(event -> fit());
        up.setOnAction(event -> up());
        previous.setOnAction(event -> step(-1));
        next.setOnAction(event -> step(1));
        list.setOnChosen(this::jump);
    }

    private void use(Side side, ComboBox<Source> box) {
        Source chosen = box.getValue();
        if (!offering && chosen != null && !side.source().equals(Optional.of(chosen))) {
            at = Place.DESIGN;
            fit();
            side.use(chosen);
        }
    }

    private void follow(DiffCanvas other, DiffCanvas.Motion motion) {
        if (linked.isSelected()) {
            other.follow(motion);
        }
    }

    /** What can be chosen now; the chosen ones are always among it. */
    private void offer() {
        // A box whose choices become others takes one of them by itself; nobody chose that.
        offering = true;
        fill(before, first);
        fill(after, second);
        offering = false;
    }

    private void fill(ComboBox<Source> box, Side side) {
        List<Source> choices = new ArrayList<>(sources.all());
        side.source().filter(chosen -> !choices.contains(chosen)).ifPresent(chosen -> choices.add(0, chosen));
        if (!box.getItems().equals(choices)) {
            box.getItems().setAll(choices);
        }
        side.source().ifPresent(box::setValue);
    }

    private void changed() {
        // A side says so while it is made, too.
        if (second == null || second.source().isEmpty()) {
            return;
        }
        offer();
        title.set(texts.get("editorcompare.title", name(first), name(second)));
        show();
        String wrong = (first.problem() + "\n" + second.problem()).strip();
        problem.setText(wrong);
        problem.setVisible(!wrong.isEmpty());
        problem.setManaged(!wrong.isEmpty());
        comparing.ifPresent(job -> job.cancel(true));
        comparing = Optional.empty();
        if (first.version().isEmpty() || second.version().isEmpty()) {
            compared(Comparison.NONE);
            return;
        }
        Version old = first.version().get();
        Version now = second.version().get();
        comparing = Optional.of(kit.tasks()
                .start(
                        () -> Comparison.of(old, now),
                        this::compared,
                        failure -> LOG.error("The designs cannot be compared", failure)));
    }

    private void compared(Comparison found) {
        comparison = found;
        list.show(found.differences());
        params.setText(totals.params(found));
        macs.setText(totals.macs(found));
        peak.setText(totals.peak(found));
        mark();
        count();
    }

    /** Puts the sheets at the place onto the canvases, where they are not there yet. */
    private void show() {
        if (!shownLeft.equals(first.version())) {
            shownLeft = first.version();
            shownLeft.ifPresentOrElse(version -> left.show(version, at), left::clear);
        }
        if (!shownRight.equals(second.version())) {
            shownRight = second.version();
            shownRight.ifPresentOrElse(version -> right.show(version, at), right::clear);
        }
        String path = at.prefix();
        place.setText(path.isEmpty() ? texts.get("editorcompare.whole") : path.substring(0, path.length() - 1));
        up.setDisable(at.depth() == 0);
    }

    private void mark() {
        Map<String, Kind> kinds = comparison.on(at);
        if (first.version().isEmpty() || second.version().isEmpty()) {
            left.mark(DiffPainter.Marks.NONE);
            right.mark(DiffPainter.Marks.NONE);
            return;
        }
        DesignDiff wires = DesignDiff.between(
                first.version().get().sheet(at).sheet(),
                second.version().get().sheet(at).sheet());
        left.mark(new DiffPainter.Marks(kinds, wires.removedEdges(), Kind.REMOVED));
        right.mark(new DiffPainter.Marks(kinds, wires.addedEdges(), Kind.ADDED));
    }

    private void go(Place wanted) {
        if (!at.equals(wanted)) {
            at = wanted;
            shownLeft = Optional.empty();
            shownRight = Optional.empty();
            fit();
            show();
            mark();
        }
    }

    private void fit() {
        left.fit();
        right.fit();
    }

    private void up() {
        if (at.depth() > 0) {
            String from = at.steps().get(at.depth() - 1).id();
            go(at.upTo(at.depth() - 1));
            select(Optional.of(from));
        }
    }

    /** Looks into a module, in both designs as far as they have it. */
    private void enter(String id) {
        second.version()
                .flatMap(version -> version.sheet(at).into(id, version.design(), version.catalog()))
                .or(() -> first.version()
                        .flatMap(version -> version.sheet(at).into(id, version.design(), version.catalog())))
                .ifPresent(inside -> go(inside.place()));
    }

    private void select(Optional<String> id) {
        left.select(id);
        right.select(id);
    }

    /** A card was clicked: its row is the chosen one. */
    private void choose(String id) {
        select(Optional.of(id));
        list.choose(at.path(id));
    }

    /** A row was chosen: both canvases go there. */
    private void jump(Difference difference) {
        count();
        if (difference.path().isEmpty()) {
            go(Place.DESIGN);
            select(Optional.empty());
            fit();
            return;
        }
        where(second, difference).or(() -> where(first, difference)).ifPresent(there -> {
            go(there.place());
            select(Optional.of(there.id()));
            center(left, right, there.id());
            center(right, left, there.id());
        });
    }

    /** A node that one side lacks is shown where the other has it. */
    private static void center(DiffCanvas canvas, DiffCanvas other, String id) {
        if (canvas.picture().node(id).isPresent() || other.picture().node(id).isEmpty()) {
            canvas.center(id);
        } else {
            other.picture().node(id).map(NodeShape::bounds).ifPresent(canvas::center);
        }
    }

    private static Optional<Whereabouts> where(Side side, Difference difference) {
        return side.version()
                .flatMap(version -> Whereabouts.of(version.design(), version.catalog(), difference.path()));
    }

    /** Goes to the next difference, or back; from the last to the first. */
    void step(int by) {
        list.step(by);
    }

    private void count() {
        int all = comparison.differences().size();
        int chosen = list.chosen();
        boolean ready = first.version().isPresent() && second.version().isPresent();
        count.setText(
                !ready
                        ? texts.get("editorcompare.reading")
                        : all == 0
                                ? texts.get("editorcompare.same")
                                : chosen < 0
                                        ? texts.get("editorcompare.count", all)
                                        : texts.get("editorcompare.nth", chosen + 1, all));
        previous.setDisable(all == 0);
        next.setDisable(all == 0);
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    private static String name(Side side) {
        return side.source().map(Source::name).orElse("");
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
    public Page again(Kit other) {
        return new ComparePage(
                other, first.source().orElseThrow(), second.source().orElseThrow());
    }

    @Override
    public void close() {
        first.close();
        second.close();
        comparing.ifPresent(job -> job.cancel(true));
    }
}
