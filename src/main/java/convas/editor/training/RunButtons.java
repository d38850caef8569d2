package convas.editor.training;

import convas.editor.Panels;
import convas.text.Texts;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Stops, pauses and queues runs. */
final class RunButtons {
    /** After this a run that was asked to stop may be ended without waiting for it. */
    private static final Duration PATIENCE = Duration.seconds(4);

    private final RunControl control;
    private final Texts texts;
    private final Runnable train;
    private final Runnable queueFront;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Node root;
    private boolean impatient;
    private boolean designOpen;

    @FXML
    private Button stop;

    @FXML
    private Button afterEpoch;

    @FXML
    private Button pause;

    @FXML
    private HBox queueRow;

    @FXML
    private FlowPane row;

    @FXML
    private Button queue;

    @FXML
    private Label queued;

    @FXML
    private Button clear;

    /**
     * @param train trains the design in front
     * @param queueFront queues it
     */
    RunButtons(Panels panels, RunControl control, Runnable train, Runnable queueFront) {
        this.control = control;
        this.texts = panels.texts();
        this.train = train;
        this.queueFront = queueFront;
        this.root = panels.load("runbuttons", "editorruns", this);
        patience.setOnFinished(event -> {
            impatient = true;
            update();
        });
    }

    Node root() {
        return root;
    }

    /** Puts more buttons behind its own. */
    void add(Node... more) {
        row.getChildren().addAll(more);
    }

    void setDesignOpen(boolean open) {
        designOpen = open;
        update();
    }

    void update() {
        RunModel run = control.model();
        boolean active = run.phase().isActive();
        boolean stopping = run.phase() == RunModel.Phase.STOPPING;
        if (!stopping) {
            patience.stop();
            impatient = false;
        } else if (!impatient) {
            patience.play();
        }
        stop.setText(texts.get(
                active
                        ? stopping && impatient ? "editorpanels.training.kill" : "editorpanels.training.stop"
                        : "editorpanels.training.again"));
        stop.setDisable(stopping && !impatient);
        boolean works = run.phase() == RunModel.Phase.RUNNING || run.phase() == RunModel.Phase.PAUSED;
        boolean paused = run.phase() == RunModel.Phase.PAUSED;
        pause.setText(texts.get(paused ? "editorruns.control.goOn" : "editorruns.control.pause"));
        pause.setDisable(!works);
        afterEpoch.setDisable(!works || paused || run.stopsAfterEpoch());
        shown(pause, active);
        shown(afterEpoch, active);
        boolean any = !control.queued().isEmpty();
        shown(queueRow, active || any);
        queue.setDisable(!designOpen);
        queued.setText(any ? texts.get("editorruns.control.queued", String.join(", ", control.queued())) : "");
        shown(clear, any);
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    void close() {
        patience.stop();
    }

    @FXML
    private void stop() {
        if (!control.isRunning()) {
            train.run();
        } else if (impatient) {
            control.kill();
        } else {
            control.stop();
        }
    }

    @FXML
    private void stopAfterEpoch() {
        control.stopAfterEpoch();
    }

    @FXML
    private void pause() {
        control.pauseOrGoOn();
    }

    @FXML
    private void queue() {
        queueFront.run();
    }

    @FXML
    private void clear() {
        control.clearQueue();
    }
}
