package convas.editor;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can tell the window to do. One list of commands makes the menus, the shortcuts and the entries of
 * the command box.
 *
 * @param id for instance {@code file.save}; its name is the text {@code editor.command.ID}
 * @param enabled whether it can be done now
 */
public record Command(String id, Optional<KeyCombination> shortcut, ObservableValue<Boolean> enabled, Runnable action) {
    /** A command that can always be done. */
    public static Command of(String id, String shortcut, Runnable action) {
        return of(id, shortcut, Bindings.createBooleanBinding(() -> true), action);
    }

    /** @param shortcut as {@link KeyCombination#valueOf} reads it; empty for none */
    public static Command of(String id, String shortcut, ObservableValue<Boolean> enabled, Runnable action) {
        return new Command(
                id,
                shortcut.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(shortcut)),
                enabled,
                action);
    }

    public String textKey() {
        return "editor.command." + id;
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (Boolean.TRUE.equals(enabled.getValue())) {
            action.run();
        }
    }
}
