package convas.editor.data;

import convas.graph.Value;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The fields of an augmentation in one row; what is typed counts with Enter, or when the field is left. */
final class AugmentRow {
    private static final List<String> NUMBERS = List.of("crop", "color", "cutout", "mixup");
    private static final String FLIP = "flip";

    private final BiConsumer<String, Value> edit;
    private final CheckBox flip = new CheckBox();
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /** @param edit writes one field */
    AugmentRow(Texts texts, BiConsumer<String, Value> edit) {
        this.edit = edit;
        flip.setId("data-flip");
        flip.setText(texts.get("editordata.flip"));
        flip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        flip.setTooltip(new Tooltip(texts.get("editordata.flipTip")));
        flip.setOnAction(event -> edit.accept(FLIP, Value.of(flip.isSelected())));
        nodes.add(flip);
        for (String name : NUMBERS) {
            TextField field = new TextField();
            field.setId("data-" + name);
            field.setPrefColumnCount(3);
            field.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            field.setTooltip(new Tooltip(texts.get("editordata." + name + "Tip")));
            field.setAccessibleText(texts.get("editordata." + name));
            field.setOnAction(event -> write(name));
            field.focusedProperty().addListener((property, before, focused) -> {
                if (!focused) {
                    write(name);
                }
            });
            Label label = new Label(texts.get("editordata." + name));
            label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            label.setLabelFor(field);
            HBox pair = new HBox(6, label, field);
            pair.setAlignment(Pos.CENTER_LEFT);
            nodes.add(pair);
            fields.put(name, field);
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    /** @param written the fields of the design's recipe */
    void show(Map<String, Value> written) {
        flip.setSelected(written.get(FLIP) instanceof Value.Bool bool && bool.value());
        fields.forEach((name, field) -> {
            String text =
                    Optional.ofNullable(written.get(name)).map(Value::display).orElse("0");
            shown.put(name, text);
            if (!field.isFocused()) {
                field.setText(text);
            }
        });
    }

    /** What is no number is written as it is: the panel then tells what is wrong with it. */
    private void write(String name) {
        String text = fields.get(name).getText().strip();
        if (text.isEmpty() || text.equals(shown.get(name))) {
            fields.get(name).setText(shown.getOrDefault(name, "0"));
            return;
        }
        shown.put(name, text);
        edit.accept(name, value(text));
    }

    private static Value value(String text) {
        try {
            return Value.of(Long.parseLong(text));
        } catch (NumberFormatException noWholeNumber) {
            try {
                double number = Double.parseDouble(text);
                return Double.isFinite(number) ? Value.of(number) : new Value.Text(text);
            } catch (NumberFormatException noNumber) {
                return new Value.Text(text);
            }
        }
    }
}
