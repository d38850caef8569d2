package convas.editor.training;

import convas.editor.task.Tasks;
import convas.text.Texts;
import convas.training.run.Confusion;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Popup;

/** Shows which classes a run took for which, from its folder, in a table whose cells are the darker the more they hold. */
final class ConfusionButton {
    /** More cells than this nobody reads, and a scene is slow with them. */
    private static final int MOST_CLASSES = 40;

    private static final double CELL = 34;
    private static final double STRONGEST = 0.65;
    private static final Color RIGHT = Color.web("#2f81f7");
    private static final Color WRONG = Color.web("#e5762b");

    private final Texts texts;
    private final Tasks tasks;
    private final Button button;
    private final VBox frame = new VBox(8);
    private final Popup popup = new Popup();
    private Optional<Path> run = Optional.empty();

    ConfusionButton(Texts texts, Tasks tasks) {
        this.texts = texts;
        this.tasks = tasks;
        button = new Button(texts.get("editortraining.confusion"));
        button.setId("training-confusion");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(texts.get("editortraining.confusionTip")));
        button.setOnAction(event -> run.ifPresent(this::read));
        frame.setId("confusion");
        frame.getStyleClass().add("command-popup");
        popup.getContent().add(frame);
        popup.setAutoHide(true);
    }

    Node root() {
        return button;
    }

    /** There is something to show once a run that learns classes has validated. */
    void update(RunModel model) {
        boolean judged = model.epoch()
                .filter(end -> !end.measures().containsKey("validation_mean_absolute_error"))
                .isPresent();
        run = judged ? model.folder() : Optional.empty();
        button.setVisible(run.isPresent());
        button.setManaged(run.isPresent());
    }

    void close() {
        popup.hide();
    }

    private void read(Path folder) {
        tasks.start(
                () -> Confusion.read(folder),
                found -> show(found.map(this::table).orElseGet(() -> said("editortraining.confusionNone"))),
                failed -> show(said("editortraining.confusionBroken", failed.getMessage())));
    }

    private Node said(String key, Object... arguments) {
        return new Label(texts.get(key, arguments));
    }

    private Node table(Confusion confusion) {
        int size = confusion.classes().size();
        if (size > MOST_CLASSES) {
            return said("editortraining.confusionLarge", size, MOST_CLASSES);
        }
        GridPane grid = new GridPane();
        grid.setHgap(1);
        grid.setVgap(1);
        grid.add(said("editortraining.confusionAxes"), 0, 0);
        for (int row = 0; row < size; row++) {
            grid.add(name(confusion.classes().get(row), Pos.CENTER), row + 1, 0);
            grid.add(name(confusion.classes().get(row), Pos.CENTER_RIGHT), 0, row + 1);
            for (int column = 0; column < size; column++) {
                grid.add(cell(confusion, row, column), column + 1, row + 1);
            }
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setMaxSize(900, 640);
        return new VBox(8, said("editortraining.confusionHead", confusion.epoch()), scroll);
    }

    private static Label name(String text, Pos place) {
        Label label = new Label(text);
        label.setAlignment(place);
        label.setMinWidth(CELL);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setPadding(new Insets(0, 4, 0, 4));
        return label;
    }

    private Label cell(Confusion confusion, int row, int column) {
        long count = confusion.counts().get(row).get(column);
        Label label = new Label(count == 0 ? "" : Long.toString(count));
        label.setId("confusion-" + row + "-" + column);
        label.setAlignment(Pos.CENTER);
        label.setMinSize(CELL, CELL * 0.7);
        label.setMaxWidth(Double.MAX_VALUE);
        double share = count == 0 ? 0 : (double) count / confusion.images(row);
        // A share of a hundredth is to be seen too.
        double strength = count == 0 ? 0.04 : 0.1 + (STRONGEST - 0.1) * share;
        Color color = count == 0 || row != column ? WRONG : RIGHT;
        Color fill = count == 0 ? Color.gray(0.5, strength) : color.deriveColor(0, 1, 1, strength);
        label.setBackground(new Background(new BackgroundFill(fill, CornerRadii.EMPTY, Insets.EMPTY)));
        String told = texts.get(
                "editortraining.confusionCell",
                confusion.classes().get(row),
                confusion.classes().get(column),
                count,
                confusion.images(row));
        label.setAccessibleText(told);
        if (count > 0) {
            label.setTooltip(new Tooltip(told));
        }
        return label;
    }

    /** Above the button, in the window's colours. */
    private void show(Node content) {
        if (button.getScene() == null || !button.isVisible()) {
            return;
        }
        VBox padded = new VBox(content);
        padded.setPadding(new Insets(8));
        frame.getChildren().setAll(padded);
        frame.getStylesheets().setAll(button.getScene().getStylesheets());
        frame.getStyleClass().removeAll("convas-light", "convas-dark");
        button.getScene().getRoot().getStyleClass().stream()
                .filter(name -> name.startsWith("convas-"))
                .forEach(frame.getStyleClass()::add);
        Point2D corner = button.localToScreen(button.getWidth(), 0);
        popup.setAnchorLocation(Popup.AnchorLocation.WINDOW_BOTTOM_RIGHT);
        popup.show(button, corner.getX(), corner.getY() - 6);
    }
}
