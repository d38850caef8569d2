package convas.editor.training;

import convas.editor.DocumentPanel;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The run that was started last: its course as two charts, how far it is, what went wrong, and a way to stop it. */
public final class TrainingPanel implements DocumentPanel {
    private final RunControl control;
    private final Texts texts;
    private final RunSentences sentences;
    private final Pulse pulse;
    private final Consumer<Path> openFolder;
    private final Runnable train;
    private final Runnable unlisten;
    private final AtomicBoolean due = new AtomicBoolean();
    private final RunButtons buttons;
    private final ConfusionButton confusion;
    private final Node root;

    @FXML
    private VBox empty;

    @FXML
    private Button trainButton;

    @FXML
    private Label emptyProblems;

    @FXML
    private HBox content;

    @FXML
    private Plot loss;

    @FXML
    private Plot accuracy;

    @FXML
    private Label recipe;

    @FXML
    private Label headline;

    @FXML
    private Label validation;

    @FXML
    private ProgressBar bar;

    @FXML
    private Label speed;

    @FXML
    private Label more;

    @FXML
    private Label notes;

    @FXML
    private Label problems;

    @FXML
    private VBox buttonRows;

    @FXML
    private Button openButton;

    @FXML
    private TextField folder;

    /**
     * @param tasks reads what a run's folder has
     * @param pulse redraws at most once a frame
     * @param train trains the design in front
     * @param queue queues it behind the run that goes on
     * @param openFolder shows a folder outside the program
     * @param hint gets brief sentences for the status bar
     */
    public TrainingPanel(
            Panels panels,
            RunControl control,
            Tasks tasks,
            Pulse pulse,
            Runnable train,
            Runnable queue,
            Consumer<Path> openFolder,
            Consumer<String> hint) {
        this.control = control;
        this.texts = panels.texts();
        this.sentences = new RunSentences(texts);
        this.pulse = pulse;
        this.train = train;
        this.openFolder = openFolder;
        this.root = panels.load("training", "editorpanels", this);
        this.buttons = new RunButtons(panels, control, train, queue);
        buttonRows.getChildren().add(buttons.root());
        ChartMenu.attach(loss, texts, tasks, hint, texts.get("editorpanels.training.loss"), "loss");
        ChartMenu.attach(accuracy, texts, tasks, hint, texts.get("editorpanels.training.accuracy"), "accuracy");
        this.confusion = new ConfusionButton(texts, tasks);
        buttons.add(openButton, confusion.root());
        unlisten = control.addListener(this::schedule);
        update();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> document) {
        trainButton.setDisable(document.isEmpty());
        buttons.setDesignOpen(document.isPresent());
    }

    @Override
    public void changed(Change change) {}

    /** Follows the run no longer; the run goes on. */
    public void close() {
        buttons.close();
        confusion.close();
        unlisten.run();
    }

    private void schedule() {
        if (due.compareAndSet(false, true)) {
            pulse.once(() -> {
                due.set(false);
                update();
            });
        }
    }

    private void update() {
        RunModel run = control.model();
        boolean any = run.phase() != RunModel.Phase.IDLE;
        content.setVisible(any);
        empty.setVisible(!any);
        String wrong = sentences.problems(run);
        shown(problems, wrong);
        shown(emptyProblems, wrong);
        confusion.update(run);
        if (!any) {
            return;
        }
        recipe.setText(run.recipe().map(sentences::recipe).orElse(""));
        headline.setText(sentences.headline(run));
        validation.setText(sentences.accuracy(run));
        bar.setProgress(run.phase() == RunModel.Phase.STARTING ? ProgressBar.INDETERMINATE_PROGRESS : run.share());
        shown(speed, sentences.speed(run));
        shown(more, sentences.more(run));
        shown(notes, sentences.notes(run));
        buttons.update();
        updateFolder(run);
        draw(run);
    }

    private void updateFolder(RunModel run) {
        for (Node node : List.of(folder, openButton)) {
            node.setVisible(run.folder().isPresent());
            node.setManaged(run.folder().isPresent());
        }
        String path = run.folder().map(Path::toString).orElse("");
        if (!path.equals(folder.getText())) {
            folder.setText(path);
            // The run's own name is at the end.
            folder.end();
        }
    }

    private void draw(RunModel run) {
        double epochs = Math.min(run.epochs(), Math.max(10, 1.2 * run.epochsDone()));
        String trainName = texts.get("editorpanels.training.train");
        String validationName = texts.get("editorpanels.training.validationName");
        double highest =
                Math.max(run.trainLoss().highest(), run.validationLoss().highest());
        loss.show(new Plot.Content(
                texts.get("editorpanels.training.loss"),
                trainName,
                validationName,
                run.trainLoss(),
                run.validationLoss(),
                epochs,
                0,
                highest > 0 && Double.isFinite(highest) ? highest * 1.04 : 1,
                null));
        double lowest =
                Math.min(run.trainAccuracy().lowest(), run.validationAccuracy().lowest());
        double floor = Double.isFinite(lowest) ? Math.max(0, Math.floor(lowest * 10 - 1e-9) / 10) : 0;
        accuracy.show(new Plot.Content(
                texts.get("editorpanels.training.accuracy"),
                trainName,
                validationName,
                run.trainAccuracy(),
                run.validationAccuracy(),
                epochs,
                Math.min(floor, 0.9),
                1,
                value -> Math.round(value * 100) + " %"));
    }

    private static void shown(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    @FXML
    private void train() {
        train.run();
    }

    @FXML
    private void openFolder() {
        control.model().folder().ifPresent(openFolder);
    }
}
