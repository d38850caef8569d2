package convas.editor.profiling;

import convas.editor.Figures;
import convas.editor.task.Choice;
import convas.profiling.Comparison;
import convas.profiling.Profile;
import convas.profiling.Spread;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * Two profiles side by side: two designs, two batch sizes, two versions. Where the middle halves of two times overlap,
 * neither is called quicker.
 */
final class ComparePane extends VBox {
    private final Texts texts;
    private final ProfileSentences sentences;
    private final ComboBox<Profile> first;
    private final ComboBox<Profile> second;
    private final Label verdict = new Label();
    private final TableView<Comparison.Row> table = new TableView<>();
    private boolean filling;
    private boolean chosen;

    ComparePane(Texts texts, Consumer<String> goTo) {
        this.texts = texts;
        this.sentences = new ProfileSentences(texts);
        this.first = choice("first");
        this.second = choice("second");
        getStyleClass().add("profile-compare");
        HBox bar = new HBox(8, first, new Label(texts.get("editorprofiling.compare.with")), second, verdict);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        verdict.setId("profile-compare-verdict");
        verdict.setMaxWidth(Double.MAX_VALUE);
        table.setId("profile-compare-table");
        table.getStyleClass().add("dense");
        table.setAccessibleText(texts.get("editorprofiling.view.compare"));
        table.setPlaceholder(new Label(texts.get("editorprofiling.compare.empty")));
        column("path", 320, false, Comparison.Row::path, Comparator.comparing(Comparison.Row::path));
        column("first", 130, true, row -> time(row.first()), by(row -> middle(row.first())));
        column("second", 130, true, row -> time(row.second()), by(row -> middle(row.second())));
        column(
                "ratio",
                110,
                true,
                row -> row.ratio().isPresent()
                        ? "\u00d7" + Figures.brief(row.ratio().getAsDouble())
                        : Figures.UNKNOWN,
                by(row -> row.ratio().orElse(-1)));
        column("verdict", 240, false, this::verdict, Comparator.comparing(this::verdict));
        Choice.follow(
                table.getSelectionModel(),
                () -> false,
                () -> Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                        .filter(row -> !row.path().isEmpty())
                        .ifPresent(row -> goTo.accept(row.path())));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
    }

    private ComboBox<Profile> choice(String key) {
        ComboBox<Profile> box = new ComboBox<>();
        box.setId("profile-compare-" + key);
        box.setPrefWidth(330);
        box.setAccessibleText(texts.get("editorprofiling.compare." + key));
        box.setTooltip(new Tooltip(texts.get("editorprofiling.compare." + key)));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Profile profile) {
                return profile == null ? "" : sentences.line(profile);
            }

            @Override
            public Profile fromString(String line) {
                return box.getValue();
            }
        });
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling) {
                chosen = true;
                compare();
            }
        });
        return box;
    }

    private void column(
            String key,
            double width,
            boolean figure,
            Function<Comparison.Row, String> shown,
            Comparator<Comparison.Row> order) {
        TableColumn<Comparison.Row, Comparison.Row> column =
                new TableColumn<>(texts.get("editorprofiling.compare.column." + key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            {
                setAlignment(figure ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            }

            @Override
            protected void updateItem(Comparison.Row row, boolean none) {
                super.updateItem(row, none);
                setText(none || row == null ? null : shown.apply(row));
            }
        });
        table.getColumns().add(column);
    }

    private static Comparator<Comparison.Row> by(Function<Comparison.Row, Double> figure) {
        return Comparator.comparingDouble(figure::apply);
    }

    private static double middle(Optional<Spread> time) {
        return time.map(Spread::middle).orElse(-1.0);
    }

    private static String time(Optional<Spread> time) {
        return time.map(spread -> Figures.milliseconds(spread.middle())).orElse(Figures.UNKNOWN);
    }

    private String verdict(Comparison.Row row) {
        return texts.get("editorprofiling.verdict." + row.verdict().name().toLowerCase(Locale.ROOT));
    }

    /**
     * Offers these profiles, newest first; keeps what a person has chosen, else compares the newest with the one before.
     */
    void offer(List<Profile> profiles) {
        filling = true;
        Profile one = first.getValue();
        Profile other = second.getValue();
        List<Profile> newestFirst = new ArrayList<>(profiles);
        newestFirst.sort(Comparator.comparing(Profile::taken).reversed());
        first.getItems().setAll(newestFirst);
        second.getItems().setAll(newestFirst);
        first.setValue(chosen && newestFirst.contains(one) ? one : newestFirst.size() > 1 ? newestFirst.get(1) : null);
        second.setValue(
                chosen && newestFirst.contains(other) ? other : newestFirst.isEmpty() ? null : newestFirst.get(0));
        filling = false;
        compare();
    }

    private void compare() {
        if (first.getValue() == null || second.getValue() == null) {
            table.getItems().clear();
            verdict.setText("");
            return;
        }
        Comparison comparison = Comparison.of(first.getValue(), second.getValue());
        verdict.setText(verdict(comparison.whole()));
        verdict.setTooltip(new Tooltip(texts.get("editorprofiling.compare.ranges")));
        table.getItems().setAll(comparison.rows().values());
        table.sort();
    }
}
