package convas.editor.comfort;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.util.StringConverter;

/**
 * A row of the preferences: a part of the editor adds its own with {@code Part.preferences()}.
 *
 * @param label what it is called; empty for a control that says so itself
 * @param apply does what the control says, after the dialog was accepted
 */
public record Preference(String label, Control control, Runnable apply) {
    /** Yes or no. @param id of the control */
    public static Preference yesNo(String id, String label, boolean now, Consumer<Boolean> apply) {
        CheckBox box = new CheckBox(label);
        box.setMnemonicParsing(false);
        box.setId(id);
        box.setSelected(now);
        return new Preference("", box, () -> {
            if (box.isSelected() != now) {
                apply.accept(box.isSelected());
            }
        });
    }

    /** One of several. @param choices what is kept, to what is shown, in order */
    public static Preference choice(
            String id, String label, Map<String, String> choices, String now, Consumer<String> apply) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId(id);
        box.setAccessibleText(label);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return choices.getOrDefault(value, value);
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        box.getItems().setAll(choices.keySet());
        box.setValue(now);
        return new Preference(label, box, () -> {
            if (!now.equals(box.getValue())) {
                apply.accept(box.getValue());
            }
        });
    }
}
