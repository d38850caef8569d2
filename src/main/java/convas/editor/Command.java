package convas.editor;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can tell the window to do. One list of commands makes the menus, the shortcuts and the entries of
 * the command box.
 *
 * @param id for instance {@code file.save}; the parts but the last name its menu
 * @param textKey of its name, {@code editor.command.ID} unless it says otherwise
 * @param enabled whether it can be done now
 * @param about what it would be done to now, as its menu says behind its name; empty for nothing more to say
 */
public record Command(
        String id,
        String textKey,
        Optional<KeyCombination> shortcut,
        ObservableValue<Boolean> enabled,
        ObservableValue<String> about,
        Runnable action) {
    /** A command that can always be done. */
    public static Command of(String id, String shortcut, Runnable action) {
        return of(id, shortcut, Bindings.createBooleanBinding(() -> true), action);
    }

    /** @param shortcut as {@link KeyCombination#valueOf} reads it; empty for none */
    public static Command of(String id, String shortcut, ObservableValue<Boolean> enabled, Runnable action) {
        return new Command(
                id,
                "editor.command." + id,
                shortcut.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(shortcut)),
                enabled,
                new ReadOnlyStringWrapper(""),
                action);
    }

    /** The same command with its name in a bundle of the part that brings it: {@code HOUSE.command.ID}. */
    public Command named(String house) {
        return new Command(id, house + ".command." + id, shortcut, enabled, about, action);
    }

    /** The same command whose menu says what it is about now. */
    public Command about(ObservableValue<String> now) {
        return new Command(id, textKey, shortcut, enabled, now, action);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (Boolean.TRUE.equals(enabled.getValue())) {
            action.run();
        }
    }
}
