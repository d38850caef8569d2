package convas.editor.runs;

import convas.editor.DocumentPanel;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.keys.FieldKeys;
import convas.editor.part.Kit;
import convas.editor.task.Choice;
import convas.editor.training.ChartMenu;
import convas.text.Texts;
import convas.training.archive.NotesUnreadableException;
import convas.training.archive.ParetoFront;
import convas.training.archive.RunArchive;
import convas.training.archive.RunColumn;
import convas.training.archive.RunGoesOnException;
import convas.training.archive.RunGroup;
import convas.training.archive.RunNotes;
import convas.training.archive.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** The table of all runs with its chart. Looks for new runs and for what has changed while it can be seen. */
final class RunsPanel implements DocumentPanel {
    private static final Duration BETWEEN_LOOKS = Duration.seconds(2);

    private final Kit kit;
    private final Texts texts;
    private final RunArchive archive;
    private final Node root;
    private final RunTable runs;
    private final PauseTransition again = new PauseTransition(BETWEEN_LOOKS);
    private boolean reading;
    private Optional<Future<?>> drawing = Optional.empty();

    @FXML
    private TextField filter;

    @FXML
    private Label count;

    @FXML
    private Button open;

    @FXML
    private Button compare;

    @FXML
    private Button resume;

    @FXML
    private Button delete;

    @FXML
    private TableView<RunSummary> table;

    @FXML
    private ComboBox<ChartView> view;

    @FXML
    private HBox smoothingRow;

    @FXML
    private Slider smoothing;

    @FXML
    private RunChart chart;

    RunsPanel(Kit kit) {
        this.kit = kit;
        this.texts = kit.texts();
        this.archive = new RunArchive(kit.services().runs());
        this.root = kit.loader().load("runs", "editorruns", this);
        this.runs = new RunTable(table, texts, this::write);
        ChartMenu.attach(chart, texts, kit.tasks(), kit.hint(), texts.get("editorruns.title"), "runs");
        table.setPlaceholder(
                new Label(texts.get("editorruns.empty", kit.services().runs())));
        view.getItems().setAll(ChartView.values());
        view.setConverter(new StringConverter<>() {
            @Override
            public String toString(ChartView shown) {
                return shown == null ? "" : texts.get(shown.key());
            }

            @Override
            public ChartView fromString(String never) {
                throw new UnsupportedOperationException(never);
            }
        });
        view.setValue(ChartView.VALIDATION_ACCURACY);
        view.valueProperty().addListener((property, before, now) -> draw());
        smoothing.valueProperty().addListener((property, before, now) -> draw());
        FieldKeys.passUndo(filter, () -> filter.getText().isEmpty());
        filter.textProperty().addListener((property, before, now) -> {
            runs.filter(now);
            changed();
        });
        Choice.follow(table.getSelectionModel(), () -> false, this::selected);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE && table.getEditingCell() == null) {
                delete();
            }
        });
        again.setOnFinished(event -> look());
        selected();
        look();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> document) {}

    @Override
    public void changed(Change change) {}

    void close() {
        again.stop();
        drawing.ifPresent(work -> work.cancel(true));
    }

    private boolean isSeen() {
        for (Node node = root; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return root.getScene() != null;
    }

    private void look() {
        again.playFromStart();
        if (reading || !isSeen()) {
            return;
        }
        reading = true;
        kit.tasks()
                .start(
                        archive::read,
                        found -> {
                            reading = false;
                            runs.show(found);
                            changed();
                        },
                        unreadable -> {
                            reading = false;
                            kit.hint().accept(String.valueOf(unreadable.getMessage()));
                        });
    }

    private void changed() {
        int shown = runs.shown().size();
        count.setText(
                shown == runs.total()
                        ? texts.get("editorruns.count", shown)
                        : texts.get("editorruns.countOf", shown, runs.total()));
        draw();
    }

    private void selected() {
        List<RunSummary> chosen = runs.selected();
        open.setDisable(chosen.size() != 1 || chosen.get(0).stored().design().isEmpty());
        compare.setDisable(chosen.size() != 2);
        resume.setDisable(chosen.size() != 1 || !chosen.get(0).resumes());
        delete.setDisable(chosen.isEmpty());
        draw();
    }

    /** Reads the curves of the runs that are selected, of all where none is, and draws them. */
    private void draw() {
        ChartView shown = view.getValue();
        smoothingRow.setVisible(shown.cost().isEmpty());
        List<RunSummary> chosen = runs.selected();
        drawing.ifPresent(work -> work.cancel(true));
        if (shown.cost().isPresent()) {
            chart.show(new RunChart.Content(
                    texts.get("editorruns.best"),
                    List.of(),
                    dots(shown.cost().get(), chosen),
                    true,
                    texts.get("editorruns.noDots")));
            return;
        }
        double weight = smoothing.getValue();
        drawing = Optional.of(kit.tasks()
                .start(
                        () -> {
                            List<RunChart.Curve> curves = new ArrayList<>();
                            for (RunSummary run : chosen) {
                                curves.add(new RunChart.Curve(run.name(), Smoothing.of(shown.curve(run), weight)));
                            }
                            return curves;
                        },
                        curves -> chart.show(new RunChart.Content(
                                texts.get(shown.key()),
                                curves,
                                List.of(),
                                shown.isShare(),
                                texts.get("editorruns.select"))),
                        unreadable -> kit.hint().accept(String.valueOf(unreadable.getMessage()))));
    }

    /** A dot for each network that was trained, at the mean of its finished runs: the luckiest seed beats nobody. */
    private List<RunChart.Dot> dots(RunColumn cost, List<RunSummary> chosen) {
        List<RunGroup> known = RunGroup.ofAll(runs.shown()).stream()
                .filter(group -> group.mean(RunColumn.BEST).isPresent()
                        && cost.number(group.first()).orElse(0) > 0)
                .toList();
        List<RunGroup> front = ParetoFront.of(
                known,
                group -> cost.number(group.first()).getAsDouble(),
                group -> group.mean(RunColumn.BEST).getAsDouble());
        // In the order of the front, so that its line goes from dot to dot.
        List<RunGroup> ordered = new ArrayList<>(front);
        known.stream().filter(group -> !front.contains(group)).forEach(ordered::add);
        List<String> labels = RunGroup.labels(ordered);
        List<RunChart.Dot> dots = new ArrayList<>();
        for (int index = 0; index < ordered.size(); index++) {
            RunGroup group = ordered.get(index);
            dots.add(new RunChart.Dot(
                    labels.get(index),
                    cost.number(group.first()).getAsDouble(),
                    group.mean(RunColumn.BEST).getAsDouble(),
                    group.runs().stream().anyMatch(chosen::contains),
                    index < front.size()));
        }
        return dots;
    }

    private void write(RunSummary run, RunNotes notes) {
        kit.tasks()
                .start(
                        () -> {
                            notes.write(run.folder());
                            return run;
                        },
                        written -> look(),
                        refused -> refused(run, refused));
    }

    private void refused(RunSummary run, Exception why) {
        kit.hint()
                .accept(
                        why instanceof RunGoesOnException
                                ? texts.get("editorruns.goesOn", run.name())
                                : why instanceof NotesUnreadableException
                                        ? texts.get("archive.notes.unreadable", why.getMessage())
                                        : texts.get("editorruns.refused", run.name(), why.getMessage()));
    }

    @FXML
    private void open() {
        runs.selected().stream()
                .limit(1)
                .flatMap(run -> run.stored().design().stream())
                .forEach(kit.desk()::open);
    }

    @FXML
    private void compare() {
        List<RunSummary> chosen = runs.selected();
        if (chosen.size() == 2) {
            kit.desk().show(new DifferencePage(kit, chosen.get(0), chosen.get(1)));
        }
    }

    @FXML
    private void resume() {
        runs.selected().stream().limit(1).filter(RunSummary::resumes).forEach(run -> {
            kit.runs().resume(run.folder(), texts);
            kit.desk().showDock("training");
        });
    }

    @FXML
    private void delete() {
        for (RunSummary run : runs.selected()) {
            kit.tasks()
                    .start(
                            () -> RunArchive.trash(run.folder()),
                            (Path gone) -> {
                                kit.hint().accept(texts.get("editorruns.deleted", run.name(), gone.getParent()));
                                look();
                            },
                            refused -> refused(run, refused));
        }
    }

    @FXML
    private void openFolder() {
        Path folder = runs.selected().stream()
                .findFirst()
                .map(RunSummary::folder)
                .orElse(kit.services().runs());
        kit.hint().accept(folder.toString());
        kit.browse().accept(folder.toUri().toString());
    }
}
