package convas.editor.profiling;

import convas.analysis.Analysis;
import convas.analysis.figures.PeakMemory;
import convas.editor.Figures;
import convas.editor.task.Choice;
import convas.editor.tip.LateTip;
import convas.profiling.Profile;
import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Memory over the program, and beside it the tensors that make the peak with what keeps them. */
final class MemoryPane extends HBox {
    private final Texts texts;
    private final MemoryChart chart;
    private final Label heading = new Label();
    private final ListView<PeakMemory.Held> list = new ListView<>();
    private Consumer<String> onChosen = path -> {};

    MemoryPane(Texts texts) {
        this.texts = texts;
        this.chart = new MemoryChart(texts);
        chart.setId("profile-memory-chart");
        getStyleClass().add("profile-memory");
        HBox.setHgrow(chart, Priority.ALWAYS);
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        list.setId("profile-held");
        list.setAccessibleText(texts.get("editorprofiling.memory.held"));
        list.setPlaceholder(new Label(texts.get("editorprofiling.empty")));
        list.setCellFactory(view -> new Row());
        Choice.follow(
                list.getSelectionModel(),
                () -> false,
                () -> Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                        .ifPresent(chosen -> onChosen.accept(chosen.path())));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox side = new VBox(4, heading, list);
        side.setMinWidth(360);
        side.setPrefWidth(360);
        getChildren().addAll(chart, side);
    }

    void setOnChosen(Consumer<String> action) {
        onChosen = action;
        chart.setOnChosen(action);
    }

    /** The timeline is the profile's, for its batch; the tensors at the peak are the analysis', for one sample. */
    void show(Optional<Profile> profile, Optional<Analysis> analysis) {
        chart.show(profile.map(Profile::timeline).orElse(List.of()));
        Optional<PeakMemory> peak = analysis.flatMap(Analysis::program).map(PeakMemory::of);
        heading.setText(
                peak.map(known -> texts.get("editorprofiling.memory.peak", Figures.bytes(known.bytes()), known.path()))
                        .orElse(""));
        list.getItems().setAll(peak.map(PeakMemory::held).orElse(List.of()));
    }

    void mark(Optional<String> path) {
        chart.mark(path);
    }

    private final class Row extends ListCell<PeakMemory.Held> {
        private final LateTip tip = LateTip.on(this, "");

        Row() {
            // As wide as the list: what is too long is shortened, and whole in the tooltip.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PeakMemory.Held held, boolean none) {
            super.updateItem(held, none);
            if (none || held == null) {
                setText(null);
                tip.text("");
                return;
            }
            String reader =
                    held.lastReader().isEmpty() ? texts.get("editorprofiling.memory.result") : held.lastReader();
            setText(texts.get(
                    held.waiting() ? "editorprofiling.memory.waiting" : "editorprofiling.memory.inUse",
                    Figures.bytes(held.bytes()),
                    held.path(),
                    reader));
            tip.text(getText());
        }
    }
}
