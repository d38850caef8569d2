package convas.editor.dock;

import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.analysis.figures.PeakMemory;
import convas.editor.DocumentPanel;
import convas.editor.Figures;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.problems.ProblemCount;
import convas.editor.problems.Problems;
import convas.editor.task.Tasks;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line at the bottom: totals of the design in front, brief sentences, problems, zoom, and what it trains on. */
public final class StatusBar implements DocumentPanel {
    private static final Logger LOG = LoggerFactory.getLogger(StatusBar.class);
    private static final Duration HINT = Duration.seconds(8);

    private final Tasks tasks;
    private final Texts texts;
    private final Problems known;
    private final Runnable showProblems;
    private final PauseTransition hintEnds = new PauseTransition(HINT);
    private final Node root;
    private Optional<Document> document = Optional.empty();

    @FXML
    private Label params;

    @FXML
    private Label macs;

    @FXML
    private Label activations;

    @FXML
    private Label hint;

    @FXML
    private Button problems;

    @FXML
    private Label zoom;

    @FXML
    private Label device;

    /**
     * @param known what is wrong with the design in front, and what is advised
     * @param showProblems brings the list of problems to the front
     */
    public StatusBar(Panels panels, Tasks tasks, Problems known, Runnable showProblems) {
        this.tasks = tasks;
        this.texts = panels.texts();
        this.known = known;
        this.showProblems = showProblems;
        this.root = panels.load("status", "editorpanels", this);
        hintEnds.setOnFinished(event -> hint.setText(""));
        device(texts.get("editorpanels.status.cpu"), Runtime.getRuntime().availableProcessors());
        known.addListener(this::count);
        count();
        fill();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> shown) {
        document = shown;
        hint("");
        fill();
    }

    @Override
    public void changed(Change change) {
        if (change.analysis()) {
            fill();
        }
    }

    /** Shows a brief sentence for some seconds; an empty one takes the last away. */
    public void hint(String sentence) {
        hint.setText(sentence);
        hintEnds.playFromStart();
    }

    /** What networks are trained on. */
    public void device(String name, int threads) {
        device.setText(texts.get("editorpanels.status.device", name, threads));
    }

    /** Shows this zoom from now on; 1 is actual size. */
    public void zoom(ObservableValue<Number> scale) {
        zoom.textProperty().unbind();
        zoom.textProperty().bind(scale.map(value -> Math.round(100 * value.doubleValue()) + " %"));
    }

    /** No canvas is shown, so no zoom. */
    public void noZoom() {
        zoom.textProperty().unbind();
        zoom.setText("");
    }

    private void fill() {
        Optional<Analysis> analysis = document.flatMap(Document::analysis);
        Optional<Cost> total = analysis.flatMap(Analysis::total);
        boolean any = document.isPresent();
        shown(params, any, "editorpanels.status.params", total.map(cost -> Figures.exact(cost.params())));
        shown(macs, any, "editorpanels.status.macs", total.map(cost -> Figures.brief(cost.macs())));
        // While the next figure is worked out the last one stays.
        analysis.flatMap(Analysis::program)
                .ifPresentOrElse(
                        this::measurePeak,
                        () -> shown(activations, any, "editorpanels.status.activations", Optional.empty()));
        problems.setVisible(any);
        problems.setManaged(any);
    }

    private void count() {
        problems.setText(ProblemCount.sentence(known.all(), known.knowsData(), texts));
        boolean wrong =
                known.all().stream().anyMatch(remark -> remark.diagnostic().isError());
        if (wrong != problems.getStyleClass().contains("status-wrong")) {
            if (wrong) {
                problems.getStyleClass().add("status-wrong");
            } else {
                problems.getStyleClass().remove("status-wrong");
            }
        }
    }

    /** Takes a while for a large program. */
    private void measurePeak(Program program) {
        tasks.start(
                () -> PeakMemory.of(program),
                peak -> {
                    boolean stillShown = document.flatMap(Document::analysis)
                            .flatMap(Analysis::program)
                            .filter(now -> now == program)
                            .isPresent();
                    if (stillShown) {
                        shown(
                                activations,
                                true,
                                "editorpanels.status.activations",
                                Optional.of(Figures.bytes(peak.bytes())));
                    }
                },
                failure -> LOG.error("The peak memory is not known", failure));
    }

    private void shown(Label label, boolean any, String key, Optional<String> figure) {
        label.setText(any ? texts.get(key, figure.orElse(Figures.UNKNOWN)) : "");
        label.setManaged(any);
    }

    @FXML
    private void showProblems() {
        showProblems.run();
    }
}
