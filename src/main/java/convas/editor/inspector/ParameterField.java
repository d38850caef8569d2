package convas.editor.inspector;

import atlantafx.base.controls.ToggleSwitch;
import convas.editor.keys.FieldKeys;
import convas.editor.tip.LateTip;
import convas.graph.Value;
import convas.operator.Parameter;
import convas.operator.Parameter.Kind;
import convas.operator.Problem;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A row for one parameter of one node or several: its name, the control that fits its kind, its unit, what an expression
 * comes to, and what is wrong with it. Any kind can also hold an expression: typed with a leading {@code =}, or through
 * the {@code ƒ} button of switches and choices. Numbers step with the arrow keys. A value that the parameter cannot take
 * is not handed on: the reason stands under the field. Where several nodes differ, the field is empty and says so; what
 * is chosen then holds for all of them.
 */
final class ParameterField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Parameter<?> parameter;
    private final Texts texts;
    private final Consumer<Optional<Value>> commit;
    private final VBox root = new VBox(2);
    private final HBox slot = new HBox(6);
    private final Refusal error;
    private final Label result = new Label();
    private final ParameterTip tip;
    private Set<Optional<Value>> values;
    private Optional<Value> value;
    private boolean asText;

    /**
     * @param values as written in each of the nodes; absent where the default holds
     * @param commit gets a changed value, or none for the default
     */
    ParameterField(
            Parameter<?> parameter,
            String doc,
            Collection<Optional<Value>> values,
            boolean editable,
            Texts texts,
            Consumer<Optional<Value>> commit) {
        this.parameter = parameter;
        this.texts = texts;
        this.commit = commit;
        this.tip = new ParameterTip(parameter, doc, texts);
        hold(values);
        Label name = new Label(parameter.name());
        name.getStyleClass().add("field-name");
        tip.on(name);
        slot.setAlignment(Pos.CENTER_RIGHT);
        slot.setDisable(!editable);
        HBox.setHgrow(slot, Priority.ALWAYS);
        HBox row = new HBox(8, name, slot);
        row.setAlignment(Pos.CENTER_LEFT);
        error = new Refusal(parameter.name());
        result.setId("result-" + parameter.name());
        result.getStyleClass().add("field-result");
        result.setMaxWidth(Double.MAX_VALUE);
        LateTip.on(result, texts.get("editorinspector.resultTip"));
        root.getChildren().addAll(row, result, error);
        say("");
        results(Set.of());
        fill();
    }

    private void hold(Collection<Optional<Value>> held) {
        values = new LinkedHashSet<>(held);
        value = isMixed() ? Optional.empty() : values.iterator().next();
        asText = value.filter(ValueText::isComputed).isPresent();
    }

    /** Whether the nodes differ. */
    private boolean isMixed() {
        return values.size() > 1;
    }

    Node root() {
        return root;
    }

    String name() {
        return parameter.name();
    }

    /** Shows what the analysis says of this parameter; empty clears it. */
    void say(String sentence) {
        error.say(sentence);
        slot.getChildren().forEach(child -> child.pseudoClassStateChanged(WRONG, !sentence.isEmpty()));
    }

    /** Shows what the value came to in each node, where it is an expression and known. */
    void results(Collection<String> found) {
        boolean computed = values.stream().flatMap(Optional::stream).anyMatch(ValueText::isComputed);
        boolean shown = computed && !found.isEmpty() && !error.isVisible();
        result.setText(shown ? "= " + String.join(", ", new LinkedHashSet<>(found)) : "");
        result.setVisible(shown);
        result.setManaged(shown);
    }

    /** Shows other values without handing them on. */
    void update(Collection<Optional<Value>> changed) {
        if (!values.equals(new LinkedHashSet<>(changed))) {
            hold(changed);
            fill();
        }
    }

    private void fill() {
        boolean focused = slot.getChildren().stream().anyMatch(Node::isFocused);
        slot.getChildren().clear();
        Control control = control();
        control.setId("field-" + parameter.name());
        control.setAccessibleText(isMixed() ? tip.spoken() + " " + mixed() : tip.spoken());
        tip.on(control);
        control.setMaxWidth(Double.MAX_VALUE);
        if (control instanceof ToggleSwitch) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            slot.getChildren().add(space);
        } else {
            HBox.setHgrow(control, Priority.ALWAYS);
        }
        slot.getChildren().add(control);
        if (parameter.kind() == Kind.BOOL || parameter.kind() == Kind.CHOICE) {
            slot.getChildren().add(expressionButton());
        }
        // A long unit would take the field's room; the tooltip says it.
        if (!parameter.unit().isEmpty() && parameter.unit().length() <= 3) {
            Label unit = new Label(parameter.unit());
            unit.getStyleClass().add("field-unit");
            slot.getChildren().add(unit);
        }
        // A control that is replaced would hand the keyboard to anything else.
        if (focused) {
            control.requestFocus();
        }
    }

    private Button expressionButton() {
        Button button = new Button("\u0192");
        button.getStyleClass().addAll("flat", "expression-button");
        LateTip.on(button, texts.get("editor.inspector.expressionTip"));
        button.setAccessibleText(texts.get("editor.inspector.expressionTip"));
        button.setOnAction(event -> {
            asText = !asText;
            fill();
        });
        return button;
    }

    private Control control() {
        if (asText) {
            return text();
        }
        return switch (parameter.kind()) {
            case BOOL -> isMixed() ? choice(List.of("true", "false")) : toggle();
            case CHOICE -> choice(parameter.choices());
            default -> text();
        };
    }

    private String mixed() {
        return texts.get("editorinspector.mixed");
    }

    private ToggleSwitch toggle() {
        ToggleSwitch toggle = new ToggleSwitch();
        Object shown = value.map(Value::display).orElseGet(() -> fallback());
        toggle.setSelected("true".equals(shown));
        toggle.selectedProperty().addListener((property, before, now) -> hand(Optional.of(Value.of(now))));
        return toggle;
    }

    private ComboBox<String> choice(List<String> choices) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().addAll(choices);
        box.setPromptText(isMixed() ? mixed() : "");
        if (!isMixed()) {
            box.setValue(value.map(Value::display).orElseGet(() -> fallback()));
        }
        box.valueProperty()
                .addListener((property, before, now) -> hand(Optional.of(
                        parameter.kind() == Kind.BOOL ? Value.of(Boolean.parseBoolean(now)) : new Value.Text(now))));
        return box;
    }

    private TextField text() {
        TextField field = new TextField(value.map(ValueText::show).orElse(""));
        field.setPromptText(isMixed() ? mixed() : fallback());
        field.setOnAction(event -> commitText(field));
        field.focusedProperty().addListener((property, before, now) -> {
            // One that is replaced has nothing to say any more: what took its place is newer, for instance by undo.
            if (!now && slot.getChildren().contains(field)) {
                commitText(field);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, field));
        FieldKeys.passUndo(
                field, () -> field.getText().equals(value.map(ValueText::show).orElse("")));
        return field;
    }

    private void key(KeyEvent event, TextField field) {
        if (event.getCode() == KeyCode.ESCAPE) {
            field.setText(value.map(ValueText::show).orElse(""));
            say("");
            event.consume();
        } else if (FieldKeys.isPlain(event) && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            step(field, event.getCode() == KeyCode.UP ? 1 : -1);
            event.consume();
        }
    }

    private void step(TextField field, int direction) {
        if (isMixed() && field.getText().isBlank()) {
            return;
        }
        String typed = field.getText().isBlank() ? fallback() : field.getText();
        Optional<Value> now = ValueText.parse(typed);
        Optional<Value> next = Optional.empty();
        if (now.orElse(null) instanceof Value.Whole whole) {
            next = Optional.of(Value.of(whole.value() + direction));
        } else if (now.orElse(null) instanceof Value.Real real) {
            next = Optional.of(Value.of(Math.round((real.value() + direction * 0.1) * 1e6) / 1e6));
        }
        if (next.isPresent() && parameter.read(next.get(), new ArrayList<>()).isPresent()) {
            field.setText(ValueText.show(next.get()));
            commitText(field);
            field.end();
        }
    }

    private void commitText(TextField field) {
        if (isMixed() && field.getText().isBlank()) {
            return;
        }
        Optional<Value> typed = parameter.kind() == Kind.TEXT
                        && !field.getText().startsWith("=")
                ? Optional.of(field.getText()).filter(text -> !text.isEmpty()).map(Value.Text::new)
                : ValueText.parse(field.getText());
        if (typed.isPresent() && !(typed.get() instanceof Value.Expression)) {
            List<Problem> problems = new ArrayList<>();
            if (parameter.read(typed.get(), problems).isEmpty()) {
                say(texts.get(problems.get(0).key(), problems.get(0).arguments()));
                return;
            }
        } else if (typed.isEmpty() && parameter.isRequired() && value.isPresent()) {
            field.setText(ValueText.show(value.get()));
            return;
        }
        hand(typed);
    }

    private void hand(Optional<Value> changed) {
        if (!Set.of(changed).equals(values)) {
            values = Set.of(changed);
            value = changed;
            say("");
            commit.accept(changed);
        }
    }

    private String fallback() {
        return parameter.fallback().map(String::valueOf).orElse("");
    }
}
