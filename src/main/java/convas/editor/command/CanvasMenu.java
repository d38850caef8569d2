package convas.editor.command;

import convas.editor.canvas.CanvasView;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;

/**
 * The menu of a canvas. Its first line searches for a layer to add where the menu was opened; typing does so at once,
 * with what was typed.
 */
public final class CanvasMenu {
    private final MenuItem add;
    private List<MenuItem> lines = List.of();
    private ContextMenu menu = new ContextMenu();
    private Runnable onAdd = () -> {};

    public CanvasMenu(Texts texts) {
        add = new MenuItem(texts.get("editorpanels.context.add"));
        add.setId("context-add");
        add.setOnAction(event -> onAdd.run());
    }

    /** Puts the commands below the search. */
    public void fill(List<MenuItem> commands) {
        List<MenuItem> all = new ArrayList<>(List.of(add, new SeparatorMenuItem()));
        all.addAll(commands);
        lines = List.copyOf(all);
    }

    /** Opens at a point of the screen. */
    public void open(CanvasView canvas, double screenX, double screenY) {
        add.setDisable(!canvas.document().sheet().isEditable());
        onAdd = () -> canvas.chooseAt(screenX, screenY, "");
        // A menu that is shown once more would keep the keys that are struck after it is hidden.
        menu.hide();
        menu.getItems().clear();
        menu = new ContextMenu();
        menu.getItems().setAll(lines);
        menu.show(canvas, screenX, screenY);
        menu.getScene().setOnKeyTyped(event -> typed(event, canvas, screenX, screenY));
    }

    private void typed(KeyEvent event, CanvasView canvas, double screenX, double screenY) {
        String letter = event.getCharacter();
        boolean starts = !letter.isEmpty() && Character.isLetterOrDigit(letter.codePointAt(0));
        if (starts && !event.isShortcutDown() && !event.isAltDown() && !add.isDisable()) {
            event.consume();
            menu.hide();
            canvas.chooseAt(screenX, screenY, letter);
        }
    }
}
