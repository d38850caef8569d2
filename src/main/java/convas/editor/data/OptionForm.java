package convas.editor.data;

import convas.editor.inspector.Fields;
import convas.editor.inspector.Refusal;
import convas.editor.inspector.ValueText;
import convas.editor.tip.LateTip;
import convas.graph.Design;
import convas.graph.Value;
import convas.text.Texts;
import convas.training.data.DataEdits;
import convas.training.data.DataOption;
import convas.training.data.DataOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A control for each option that the kind of data declares. An empty field shows what holds then; what cannot be is said
 * below it and not written.
 */
final class OptionForm {
    private static final String PREFIX = "editordata.option.";
    private static final double NAME = 88;

    private final Texts texts;
    private final DataOptions options;
    private final Supplier<Optional<Design>> design;
    private final Consumer<UnaryOperator<Design>> edit;
    private final VBox root = new VBox(6);
    private List<Object> shown = List.of();

    /**
     * @param design the one in front
     * @param edit changes it
     */
    OptionForm(
            Texts texts, DataOptions options, Supplier<Optional<Design>> design, Consumer<UnaryOperator<Design>> edit) {
        this.texts = texts;
        this.options = options;
        this.design = design;
        this.edit = edit;
        root.setId("data-options");
    }

    VBox root() {
        return root;
    }

    /** Shows a design's options; the keyboard stays where it was. */
    void show(Design now, List<DataOption> known) {
        List<Object> wanted = new ArrayList<>(known);
        known.forEach(option -> wanted.add(DataEdits.option(now, option.name())));
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        Optional<String> focus = Optional.ofNullable(root.getScene())
                .map(Scene::getFocusOwner)
                .map(Node::getId)
                .filter(id -> root.lookup("#" + id) != null);
        root.getChildren().clear();
        known.forEach(option -> {
            Optional<Value> written = DataEdits.option(now, option.name());
            if (option.form() == DataOption.Form.CHOICE) {
                row(option, choice(option, written));
            } else {
                typed(option, written);
            }
        });
        focus.map(id -> root.lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    /** A choice of one of the words, also for another place than this form. */
    ChoiceBox<String> choice(DataOption option, Optional<Value> written) {
        ChoiceBox<String> box = new ChoiceBox<>();
        List<String> words = new ArrayList<>();
        if (option.standard().isEmpty()) {
            words.add(words(option, "standard"));
        }
        option.choices().forEach(choice -> words.add(words(option, choice)));
        String now = written.or(option::standard)
                .map(value ->
                        value instanceof Value.Mapping ? words(option, "given") : words(option, ValueText.show(value)))
                .orElseGet(() -> words.get(0));
        if (!words.contains(now)) {
            // What is no choice at all is told among the problems; here it is shown as it is.
            words.add(now);
        }
        box.getItems().setAll(words);
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
        describe(box, option);
        box.valueProperty().addListener((property, before, chosen) -> {
            if (chosen != null) {
                option.choices().stream()
                        .filter(choice -> words(option, choice).equals(chosen))
                        .findFirst()
                        .ifPresentOrElse(
                                choice -> set(option, Optional.of(Value.of(choice))),
                                () -> set(option, Optional.empty()));
            }
        });
        return box;
    }

    private void set(DataOption option, Optional<Value> value) {
        // What holds anyway needs not be written where it was not.
        edit.accept(before -> value.equals(option.standard())
                        && DataEdits.option(before, option.name()).isEmpty()
                ? before
                : DataEdits.option(before, option.name(), value));
    }

    private void typed(DataOption option, Optional<Value> written) {
        String id = "data-option-" + option.name();
        Refusal refused = new Refusal(id);
        TextField field = Fields.text(
                id,
                written.map(ValueText::show).orElse(""),
                tip(option),
                text -> refusal(option, text),
                refused::say,
                text -> set(option, value(option, text)));
        field.setPromptText(option.standard()
                .map(ValueText::show)
                .orElseGet(() -> texts.find(PREFIX + option.name() + ".none", List.of())
                        .orElseGet(() -> texts.find("editordata.form." + option.form() + ".none", List.of())
                                .orElse(""))));
        field.setAccessibleText(name(option));
        row(option, field);
        root.getChildren().add(refused);
    }

    private String refusal(DataOption option, String text) {
        return design.get()
                .map(before ->
                        options.mistakes(before, DataEdits.option(before, option.name(), value(option, text))).stream()
                                .map(mistake -> mistake.sentence(texts))
                                .collect(Collectors.joining(" ")))
                .orElse("");
    }

    /** Paths and names are texts whatever they look like. */
    private static Optional<Value> value(DataOption option, String text) {
        return switch (option.form()) {
            case PATH, NAME -> text.isEmpty() ? Optional.empty() : Optional.of(Value.of(text));
            default -> ValueText.parse(text);
        };
    }

    private void row(DataOption option, Control control) {
        if (control.getId() == null) {
            control.setId("data-option-" + option.name());
        }
        Label label = new Label(name(option));
        label.setMinWidth(NAME);
        label.setPrefWidth(NAME);
        label.setWrapText(true);
        label.setLabelFor(control);
        LateTip.on(label, tip(option));
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setMinWidth(Region.USE_COMPUTED_SIZE);
        HBox row = new HBox(8, label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().add(row);
    }

    private void describe(Control control, DataOption option) {
        control.setAccessibleText(name(option));
        LateTip.on(control, tip(option));
    }

    private String name(DataOption option) {
        return texts.find(PREFIX + option.name(), List.of()).orElse(option.name());
    }

    private String tip(DataOption option) {
        return texts.find(PREFIX + option.name() + ".tip", List.of())
                .orElseGet(() -> texts.get("editordata.form." + option.form(), option.name()));
    }

    private String words(DataOption option, String choice) {
        return texts.find(PREFIX + option.name() + "." + choice, List.of()).orElse(choice);
    }
}
