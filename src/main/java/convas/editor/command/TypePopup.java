package convas.editor.command;

import convas.editor.Icons;
import convas.editor.canvas.paint.CategoryColors;
import convas.editor.keys.FieldKeys;
import convas.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/**
 * A list that opens where the pointer is, of node types or of everything that the command box finds: type to search, arrow
 * keys and Enter or the mouse to choose.
 */
public final class TypePopup {
    private static final int ROWS = 7;
    private static final double ROW_HEIGHT = 44;
    private static final double WIDTH = 380;

    private final TextField field = new TextField();
    private final ListView<Suggestion> list = new ListView<>();
    private final VBox frame = new VBox(6, field, list);
    private final Popup popup = new Popup();
    private Function<String, List<Suggestion>> finder = typed -> List.of();
    private Consumer<Suggestion> onChosen = suggestion -> {};

    public TypePopup(Texts texts, Icons icons, CategoryColors colors) {
        field.setId("type-field");
        field.setPromptText(texts.get("editorpanels.types.prompt"));
        field.setAccessibleText(texts.get("editorpanels.types.prompt"));
        list.setId("type-list");
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(texts.get("editorpanels.command.nothing")));
        list.setPrefSize(WIDTH, ROWS * ROW_HEIGHT + 2);
        list.setCellFactory(view -> {
            SuggestionCell cell = new SuggestionCell(texts, icons, colors);
            cell.setOnMouseClicked(event -> choose(cell.getItem()));
            return cell;
        });
        frame.getStyleClass().add("command-popup");
        popup.getContent().add(frame);
        popup.setAutoHide(true);
        popup.setConsumeAutoHidingEvents(true);
        popup.setHideOnEscape(false);
        field.textProperty().addListener((property, before, now) -> update());
        // What stands there when the keyboard comes is gone on with: the field's skin would select it, to be written
        // over.
        field.skinProperty()
                .addListener((property, before, made) -> field.focusedProperty().addListener((focus, was, now) -> {
                    if (now) {
                        field.end();
                    }
                }));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Opens the list.
     *
     * @param owner what the keyboard goes back to
     * @param screen the list's top left corner
     * @param typed what stands in the field at first
     * @param found what to offer for what was typed
     * @param chosen gets what was chosen
     */
    public void show(
            Node owner,
            Point2D screen,
            String typed,
            Function<String, List<Suggestion>> found,
            Consumer<Suggestion> chosen) {
        finder = found;
        onChosen = chosen;
        field.clear();
        update();
        frame.getStylesheets().setAll(owner.getScene().getStylesheets());
        frame.getStyleClass().removeAll("convas-light", "convas-dark");
        owner.getScene().getRoot().getStyleClass().stream()
                .filter(name -> name.startsWith("convas-"))
                .forEach(frame.getStyleClass()::add);
        popup.setOnHidden(event -> owner.requestFocus());
        popup.show(owner, screen.getX(), screen.getY());
        field.requestFocus();
        field.setText(typed);
        field.end();
    }

    private void update() {
        list.getItems().setAll(finder.apply(field.getText()));
        if (!list.getItems().isEmpty()) {
            select(0);
        }
    }

    private void key(KeyEvent event) {
        if (!FieldKeys.isPlain(event)) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(at + ROWS - 1);
            case PAGE_UP -> select(at - ROWS + 1);
            case ENTER -> choose(list.getSelectionModel().getSelectedItem());
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int wanted) {
        int index = Math.max(0, Math.min(wanted, list.getItems().size() - 1));
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - ROWS + 2));
    }

    private void choose(Suggestion suggestion) {
        if (suggestion != null) {
            popup.hide();
            onChosen.accept(suggestion);
        }
    }
}
