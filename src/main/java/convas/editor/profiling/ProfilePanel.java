package convas.editor.profiling;

import convas.editor.DocumentPanel;
import convas.editor.dock.Whereabouts;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.part.Desk;
import convas.editor.part.Kit;
import convas.profiling.Profile;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/** Where the time and memory of the design in front go: takes a profile, and shows it in five ways. */
public final class ProfilePanel implements DocumentPanel {
    private static final int MOST_SAMPLES = 4096;

    private final Kit kit;
    private final Texts texts;
    private final ProfileControl control;
    private final ProfileSentences sentences;
    private final Node root;
    private final Runnable unlisten;
    private final AtomicBoolean due = new AtomicBoolean();
    private final TimeTable table;
    private final RooflineChart roofline;
    private final MemoryPane memoryPane;
    private final ComparePane compare;
    private final HistoryChart history;
    private Optional<Document> document = Optional.empty();
    private ProfileState shown;
    private List<Profile> kept = List.of();

    @FXML
    private Button profileButton;

    @FXML
    private ChoiceBox<ProfilingMode> mode;

    @FXML
    private Spinner<Integer> batch;

    @FXML
    private ComboBox<String> device;

    @FXML
    private Spinner<Integer> threads;

    @FXML
    private ToggleGroup views;

    @FXML
    private ToggleButton tableView;

    @FXML
    private ToggleButton rooflineView;

    @FXML
    private ToggleButton memoryView;

    @FXML
    private ToggleButton compareView;

    @FXML
    private ToggleButton historyView;

    @FXML
    private ToggleButton flat;

    @FXML
    private HBox progressRow;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label phase;

    @FXML
    private Label problems;

    @FXML
    private Pane summary;

    @FXML
    private Label latency;

    @FXML
    private Label memory;

    @FXML
    private Label setting;

    @FXML
    private Label aged;

    @FXML
    private StackPane content;

    public ProfilePanel(Kit kit, ProfileControl control) {
        this.kit = kit;
        this.texts = kit.texts();
        this.control = control;
        this.sentences = new ProfileSentences(texts);
        this.root = kit.loader().load("profile", "editorprofiling", this);
        this.table = new TimeTable(texts);
        this.roofline = new RooflineChart(texts);
        this.memoryPane = new MemoryPane(texts);
        this.compare = new ComparePane(texts, this::goTo);
        this.history = new HistoryChart(texts);
        roofline.setId("profile-roofline");
        history.setId("profile-history");
        table.setOnChosen(this::goTo);
        roofline.setOnChosen(this::goTo);
        memoryPane.setOnChosen(this::goTo);
        history.setOnChosen(this::recall);
        fillControls();
        // One that is pressed once more stays: nobody can want to see nothing.
        views.getToggles().forEach(view -> ((ToggleButton) view).setOnAction(event -> views.selectToggle(view)));
        views.selectedToggleProperty().addListener((property, before, now) -> {
            if (now != null) {
                view();
            }
        });
        flat.selectedProperty().addListener((property, before, now) -> fill());
        unlisten = control.addListener(this::schedule);
        view();
        update();
    }

    private void fillControls() {
        mode.getItems().setAll(ProfilingMode.values());
        mode.setConverter(new StringConverter<>() {
            @Override
            public String toString(ProfilingMode each) {
                return texts.get("editorprofiling.mode." + each.word());
            }

            @Override
            public ProfilingMode fromString(String name) {
                return mode.getValue();
            }
        });
        mode.setValue(ProfilingMode.INFERENCE);
        int processors = Runtime.getRuntime().availableProcessors();
        batch.setValueFactory(new IntegerSpinnerValueFactory(1, MOST_SAMPLES, 1));
        threads.setValueFactory(new IntegerSpinnerValueFactory(1, Math.max(processors, 1), processors));
        device.getItems().setAll("cpu", "gpu0");
        device.setValue("cpu");
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> front) {
        document = front;
        front.ifPresent(control::recall);
        offer();
        update();
        follow();
    }

    @Override
    public void changed(Change change) {
        if (change.analysis()) {
            document.ifPresent(control::edited);
        }
        if (change.selection() || change.place()) {
            follow();
        }
    }

    /** Follows the measuring no longer; it goes on. */
    void close() {
        unlisten.run();
    }

    /** Measures the design in front under what is chosen. */
    @FXML
    void start() {
        if (control.runningProperty().get()) {
            control.stop();
        } else {
            document.ifPresent(front -> control.start(
                    front,
                    new Setting(
                            batch.getValue(),
                            device.getEditor().getText().strip(),
                            mode.getValue(),
                            threads.getValue()),
                    texts));
        }
    }

    private void schedule() {
        if (due.compareAndSet(false, true)) {
            kit.pulse().once(() -> {
                due.set(false);
                update();
            });
        }
    }

    private void update() {
        ProfileState state = document.map(control::state).orElse(ProfileState.NONE);
        boolean running = control.runningProperty().get();
        profileButton.setText(texts.get(running ? "editorprofiling.stop" : "editorprofiling.start"));
        profileButton.setDisable(document.isEmpty());
        visible(progressRow, state.phase() != ProfileState.Phase.IDLE);
        phase.setText(sentences.phase(state));
        progress.setProgress(state.progress().map(step -> step.done()).orElse(ProgressBar.INDETERMINATE_PROGRESS));
        problems.setText(String.join("\n", state.problems()));
        visible(problems, !state.problems().isEmpty());
        visible(summary, state.profile().isPresent());
        state.profile().ifPresent(profile -> {
            latency.setText(sentences.latency(profile));
            memory.setText(sentences.memory(profile));
            setting.setText(sentences.setting(profile.setting()) + " \u00b7 " + HistoryChart.date(profile));
            aged.setText(state.current() ? "" : texts.get("editorprofiling.aged"));
        });
        boolean other = shown == null || !shown.profile().equals(state.profile());
        if (other || !shown.ceilings().equals(state.ceilings())) {
            shown = state;
            fill();
            if (other) {
                offer();
            }
        }
        shown = state;
    }

    private static void visible(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private void fill() {
        ProfileState state = document.map(control::state).orElse(ProfileState.NONE);
        table.show(state.profile(), state.ceilings(), flat.isSelected());
        roofline.show(state.profile(), state.ceilings());
        memoryPane.show(state.profile(), document.flatMap(Document::analysis));
        showHistory();
        follow();
    }

    /** Reads what is kept of the open designs, for comparing and for the history. */
    private void offer() {
        List<String> names = new ArrayList<>();
        for (Desk.Sheet sheet : kit.desk().designs()) {
            names.add(sheet.document().design().name());
        }
        document.ifPresent(front -> names.add(front.design().name()));
        kit.tasks()
                .start(
                        () -> names.stream()
                                .distinct()
                                .flatMap(name -> control.history(name).stream())
                                .toList(),
                        found -> {
                            kept = found;
                            compare.offer(found);
                            showHistory();
                        },
                        unreadable -> kit.hint().accept(String.valueOf(unreadable.getMessage())));
    }

    private void showHistory() {
        Optional<Profile> now = document.flatMap(front -> control.state(front).profile());
        history.show(now.map(profile -> kept.stream()
                        .filter(each -> each.design().equals(profile.design())
                                && each.setting().equals(profile.setting())
                                && each.machine()
                                        .processor()
                                        .equals(profile.machine().processor()))
                        .toList())
                .orElse(List.of()));
        history.mark(now.map(HistoryChart::id));
    }

    /** Shows a profile that was taken before. */
    private void recall(String id) {
        document.ifPresent(front -> kept.stream()
                .filter(profile -> HistoryChart.id(profile).equals(id))
                .findFirst()
                .ifPresent(profile -> control.show(front, profile)));
    }

    private void view() {
        Region wanted = rooflineView.isSelected()
                ? roofline
                : memoryView.isSelected()
                        ? memoryPane
                        : compareView.isSelected() ? compare : historyView.isSelected() ? history : table.root();
        content.getChildren().setAll(wanted);
        visible(flat, tableView.isSelected());
    }

    private void goTo(String path) {
        document.ifPresent(front -> {
            if (!Whereabouts.goTo(front, path)) {
                kit.hint().accept(texts.get("editorprofiling.gone", path));
            }
        });
    }

    /** What is selected on the canvas is marked in the table and the charts. */
    private void follow() {
        Optional<String> path = document.flatMap(front ->
                front.selection().single().map(id -> front.sheet().place().path(id)));
        table.mark(path);
        roofline.mark(path);
        memoryPane.mark(path);
    }
}
