package convas.editor.inspector;

import convas.editor.document.Document;
import convas.graph.Value;
import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How the design is to be trained: the fields of its recipe that people change most; the file holds all of them. */
final class RecipeSection {
    private final Document document;
    private final Texts texts;
    private final Section root;

    RecipeSection(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        this.root = new Section(texts.get("editor.recipe"));
        text("dataset", List.of());
        text("epochs", List.of());
        text("batch_size", List.of());
        choice("type", List.of("SGD", "Adam", "AdamW"));
        text("learning_rate", List.of("optimizer"));
        text("weight_decay", List.of("optimizer"));
        text("seed", List.of());
    }

    Section root() {
        return root;
    }

    private void text(String name, List<String> inside) {
        String value = read(name, inside).map(ValueText::show).orElse("");
        root.field(
                texts.get("editor.recipe." + name),
                Fields.text(
                        "recipe-" + name,
                        value,
                        texts.get("editor.recipe." + name + "Tip"),
                        typed -> !typed.startsWith("="),
                        typed -> write(name, inside, ValueText.parse(typed))));
    }

    private void choice(String name, List<String> choices) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId("recipe-" + name);
        box.getItems().addAll(choices);
        box.setAccessibleText(texts.get("editor.recipe." + name));
        read(name, List.of("optimizer")).ifPresent(value -> box.setValue(value.display()));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.valueProperty()
                .addListener(
                        (property, before, now) -> write(name, List.of("optimizer"), Optional.of(new Value.Text(now))));
        root.field(texts.get("editor.recipe." + name), box);
    }

    private Optional<Value> read(String name, List<String> inside) {
        Map<String, Value> fields = document.design().training();
        for (String outer : inside) {
            fields = fields.get(outer) instanceof Value.Mapping mapping ? mapping.fields() : Map.of();
        }
        return Optional.ofNullable(fields.get(name));
    }

    private void write(String name, List<String> inside, Optional<Value> value) {
        document.apply(
                "editor.edit.recipe", design -> design.withTraining(changed(design.training(), name, inside, value)));
    }

    private static Map<String, Value> changed(
            Map<String, Value> fields, String name, List<String> inside, Optional<Value> value) {
        Map<String, Value> result = new LinkedHashMap<>(fields);
        if (inside.isEmpty()) {
            value.ifPresentOrElse(set -> result.put(name, set), () -> result.remove(name));
        } else {
            Map<String, Value> inner =
                    fields.get(inside.get(0)) instanceof Value.Mapping mapping ? mapping.fields() : Map.of();
            result.put(inside.get(0), new Value.Mapping(changed(inner, name, inside.subList(1, inside.size()), value)));
        }
        return result;
    }
}
