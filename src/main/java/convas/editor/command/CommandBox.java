package convas.editor.command;

import convas.editor.Icons;
import convas.editor.canvas.paint.CategoryColors;
import convas.editor.document.Document;
import convas.editor.keys.FieldKeys;
import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/**
 * The field at the top and the list below it, which opens while somebody types: arrow keys choose, Enter does, Escape
 * closes.
 */
public final class CommandBox {
    /** What the box does with what was chosen. */
    public interface Actions {
        /** Adds a node of a type to the sheet that is open. */
        void add(String type);

        /** Selects and shows a node of the sheet that is open. */
        void goTo(String id);

        /** Selects and shows a node anywhere in the design, by its path. */
        void goToPath(String path);

        /** Selects nodes of the sheet that is open. */
        void select(List<String> ids);

        /** The keyboard goes back to the canvas. */
        void leave();

        /** Does what a suggestion offers. */
        default void perform(Suggestion suggestion) {
            if (suggestion instanceof Suggestion.Add add) {
                add(add.type().type());
            } else if (suggestion instanceof Suggestion.Find found) {
                goTo(found.id());
            } else if (suggestion instanceof Suggestion.Match match) {
                goToPath(match.path());
            } else if (suggestion instanceof Suggestion.SelectAll all) {
                select(all.ids());
            } else if (suggestion instanceof Suggestion.Run run) {
                run.command().run();
            }
        }
    }

    private static final int ROWS = 9;
    private static final double ROW_HEIGHT = 44;
    private static final double LEAST_WIDTH = 460;

    private final TextField field;
    private final Suggestions suggestions;
    private final Supplier<Optional<Document>> front;
    private final Actions actions;
    private final ListView<Suggestion> list = new ListView<>();
    private final StackPane frame = new StackPane(list);
    private final Popup popup = new Popup();

    /** @param front the document in front */
    public CommandBox(
            TextField field,
            Suggestions suggestions,
            Texts texts,
            Icons icons,
            CategoryColors colors,
            Supplier<Optional<Document>> front,
            Actions actions) {
        this.field = field;
        this.suggestions = suggestions;
        this.front = front;
        this.actions = actions;
        list.setId("command-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> {
            SuggestionCell cell = new SuggestionCell(texts, icons, colors);
            cell.setOnMouseClicked(event -> {
                if (!cell.isEmpty()) {
                    choose(cell.getItem());
                }
            });
            return cell;
        });
        list.setPlaceholder(new Label(texts.get("editorpanels.command.nothing")));
        frame.getStyleClass().add("command-popup");
        popup.getContent().add(frame);
        popup.setAutoHide(true);
        // A click elsewhere closes the list and does there what it always does.
        popup.setConsumeAutoHidingEvents(false);
        // Enter and Escape are this class' to see first, also while the popup is open.
        popup.setHideOnEscape(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        FieldKeys.passUndo(field, () -> field.getText().isEmpty());
        field.textProperty().addListener((property, before, now) -> update());
        field.setOnMouseClicked(event -> update());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
    }

    private void update() {
        if (!field.isFocused() || field.getScene() == null) {
            return;
        }
        List<Suggestion> found = suggestions.all(field.getText(), front.get());
        list.getItems().setAll(found);
        if (!found.isEmpty()) {
            list.getSelectionModel().select(0);
            list.scrollTo(0);
        }
        int rows = Math.max(1, Math.min(ROWS, found.size()));
        double width = Math.max(LEAST_WIDTH, field.getWidth());
        list.setPrefSize(width, rows * ROW_HEIGHT + 2);
        if (!popup.isShowing()) {
            show(width);
        }
    }

    private void show(double width) {
        // A popup's scene has style sheets of its own.
        frame.getStylesheets().setAll(field.getScene().getStylesheets());
        frame.getStyleClass().removeAll("convas-light", "convas-dark");
        field.getScene().getRoot().getStyleClass().stream()
                .filter(name -> name.startsWith("convas-"))
                .forEach(frame.getStyleClass()::add);
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        double left = place.getCenterX() - width / 2 - 5;
        popup.show(field, Math.max(0, left), place.getMaxY() + 4);
    }

    private void key(KeyEvent event) {
        if (!FieldKeys.isPlain(event)) {
            return;
        }
        if (!popup.isShowing() && event.getCode() == KeyCode.DOWN) {
            update();
            event.consume();
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        int count = list.getItems().size();
        switch (event.getCode()) {
            case DOWN -> select(Math.min(at + 1, count - 1));
            case UP -> select(Math.max(at - 1, 0));
            case PAGE_DOWN -> select(Math.min(at + ROWS - 1, count - 1));
            case PAGE_UP -> select(Math.max(at - ROWS + 1, 0));
            case ENTER -> chooseSelected();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void chooseSelected() {
        if (popup.isShowing()) {
            Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::choose);
        }
    }

    private void select(int index) {
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - ROWS + 2));
        }
    }

    private void leave() {
        popup.hide();
        field.clear();
        popup.hide();
        actions.leave();
    }

    private void choose(Suggestion suggestion) {
        leave();
        actions.perform(suggestion);
    }
}
