package convas.editor.compare;

import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.task.Choice;
import convas.editor.tip.LateTip;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;

/** The list of differences: how, which node, what of it, and what that costs. */
final class DiffTable {
    private static final double LEAST = 200;
    private static final double SCROLL_BAR = 18;

    private final TableView<Difference> table;
    private final Texts texts;
    private final CanvasTheme theme;
    private Consumer<Difference> onChosen = difference -> {};
    private boolean quiet;

    DiffTable(TableView<Difference> table, Texts texts, CanvasTheme theme) {
        this.table = table;
        this.texts = texts;
        this.theme = theme;
        column("kind", 100, each -> each).setCellFactory(column -> new KindCell());
        column("path", 160, each -> each.path().isEmpty() ? texts.get("editorcompare.design") : each.path())
                .setCellFactory(column -> new TextCell());
        column("type", 150, Difference::type).setCellFactory(column -> new TextCell());
        TableColumn<Difference, String> altered = column("altered", 300, Difference::altered);
        altered.setCellFactory(column -> new TextCell());
        figure("moreParams", 135, Cost::params);
        figure("moreMacs", 135, Cost::macs);
        figure("moreActivations", 155, Cost::activationBytes);
        // What differs gets the room that the others leave.
        double others = table.getColumns().stream()
                .filter(column -> column != altered)
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        table.widthProperty()
                .addListener((property, before, now) ->
                        altered.setPrefWidth(Math.max(LEAST, now.doubleValue() - others - SCROLL_BAR)));
        Label same = new Label(texts.get("editorcompare.nothing"));
        table.setPlaceholder(same);
        Choice.follow(
                table.getSelectionModel(),
                () -> quiet,
                () -> Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                        .ifPresent(chosen -> onChosen.accept(chosen)));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Difference chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                onChosen.accept(chosen);
                event.consume();
            }
        });
    }

    private <T> TableColumn<Difference, T> column(String key, double width, Function<Difference, T> value) {
        TableColumn<Difference, T> column = new TableColumn<>(texts.get("editorcompare.column." + key));
        column.setId("compare-column-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private void figure(String key, double width, ToLongFunction<Cost> figure) {
        TableColumn<Difference, OptionalLong> column = column(key, width, each -> each.more(figure));
        column.setComparator((one, other) -> Long.compare(Math.abs(one.orElse(0)), Math.abs(other.orElse(0))));
        column.setCellFactory(each -> new FigureCell());
    }

    /** Called with the row that a person chose or stepped to. */
    void setOnChosen(Consumer<Difference> action) {
        onChosen = action;
    }

    /** Shows these; the row that was chosen stays chosen where its node still differs. */
    void show(List<Difference> differences) {
        Difference chosen = table.getSelectionModel().getSelectedItem();
        quiet = true;
        table.getItems().setAll(differences);
        table.getSelectionModel().clearSelection();
        if (chosen != null) {
            choose(chosen.path());
        }
        quiet = false;
    }

    /** The number of the chosen row, from 0; -1 where none is. */
    int chosen() {
        return table.getSelectionModel().getSelectedIndex();
    }

    /** Chooses the row of a node, where it has one. */
    void choose(String path) {
        for (int index = 0; index < table.getItems().size(); index++) {
            if (table.getItems().get(index).path().equals(path)) {
                select(index);
                return;
            }
        }
    }

    void step(int by) {
        int rows = table.getItems().size();
        if (rows > 0) {
            int from = chosen() < 0 && by < 0 ? 0 : chosen();
            select(Math.floorMod(from + by, rows));
        }
    }

    private void select(int index) {
        table.getSelectionModel().clearAndSelect(index);
        table.getFocusModel().focus(index);
        table.scrollTo(Math.max(0, index - 2));
    }

    /** What each sign and colour means. */
    List<Node> legend() {
        return Arrays.stream(Kind.values())
                .map(kind -> {
                    Label label = new Label(sentence(kind));
                    label.setGraphic(badge(kind));
                    return (Node) label;
                })
                .toList();
    }

    private String sentence(Kind kind) {
        return texts.get("editorcompare.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private Label badge(Kind kind) {
        Label badge = new Label(kind.sign());
        Color color = DiffPainter.color(kind, theme);
        badge.getStyleClass().add("compare-sign");
        badge.setStyle("-fx-background-color: " + color.toString().replace("0x", "#") + ";");
        return badge;
    }

    private final class KindCell extends TableCell<Difference, Difference> {
        @Override
        protected void updateItem(Difference row, boolean none) {
            super.updateItem(row, none);
            boolean empty = none || row == null;
            setText(empty ? null : sentence(row.kind()));
            setGraphic(empty ? null : badge(row.kind()));
        }
    }

    private static final class TextCell extends TableCell<Difference, String> {
        private final LateTip tip = LateTip.on(this, "");

        @Override
        protected void updateItem(String text, boolean none) {
            super.updateItem(text, none);
            boolean empty = none || text == null || text.isEmpty();
            setText(empty ? null : text);
            tip.text(empty ? "" : text);
        }
    }

    private static final class FigureCell extends TableCell<Difference, OptionalLong> {
        FigureCell() {
            setAlignment(Pos.CENTER_RIGHT);
            getStyleClass().add("figure-cell");
        }

        @Override
        protected void updateItem(OptionalLong more, boolean none) {
            super.updateItem(more, none);
            setText(none || more == null ? null : TotalLine.signed(more));
        }
    }
}
