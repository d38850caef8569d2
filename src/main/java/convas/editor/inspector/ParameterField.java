package convas.editor.inspector;

import atlantafx.base.controls.ToggleSwitch;
import convas.graph.Value;
import convas.operator.Parameter;
import convas.operator.Parameter.Kind;
import convas.operator.Problem;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A row for one parameter: its name, the control that fits its kind, its unit, and what is wrong with it. Any kind can
 * also hold an expression: typed with a leading {@code =}, or through the {@code ƒ} button of switches and choices.
 * Numbers step with the arrow keys. A value that the parameter cannot take is not handed on: the reason stands under
 * the field.
 */
final class ParameterField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Parameter<?> parameter;
    private final Texts texts;
    private final Consumer<Optional<Value>> commit;
    private final VBox root = new VBox(2);
    private final HBox slot = new HBox(6);
    private final Label error = new Label();
    private Optional<Value> value;
    private boolean asText;

    /**
     * @param value as written in the design; absent where the default holds
     * @param commit gets a changed value, or none for the default
     */
    ParameterField(
            Parameter<?> parameter,
            String doc,
            Optional<Value> value,
            boolean editable,
            Texts texts,
            Consumer<Optional<Value>> commit) {
        this.parameter = parameter;
        this.texts = texts;
        this.commit = commit;
        this.value = value;
        this.asText = value.filter(Value.Expression.class::isInstance).isPresent();
        Label name = new Label(parameter.name());
        name.getStyleClass().add("field-name");
        name.setTooltip(tip(doc));
        slot.setAlignment(Pos.CENTER_RIGHT);
        slot.setDisable(!editable);
        HBox.setHgrow(slot, Priority.ALWAYS);
        HBox row = new HBox(8, name, slot);
        row.setAlignment(Pos.CENTER_LEFT);
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        root.getChildren().addAll(row, error);
        say("");
        fill(doc);
    }

    Node root() {
        return root;
    }

    String name() {
        return parameter.name();
    }

    /** Shows what the analysis says of this parameter; empty clears it. */
    void say(String sentence) {
        error.setText(sentence);
        error.setVisible(!sentence.isEmpty());
        error.setManaged(!sentence.isEmpty());
        slot.getChildren().forEach(child -> child.pseudoClassStateChanged(WRONG, !sentence.isEmpty()));
    }

    /** Shows another value without handing it on, unless somebody is typing. */
    void update(Optional<Value> changed, String doc) {
        if (!changed.equals(value)) {
            value = changed;
            asText = changed.filter(Value.Expression.class::isInstance).isPresent();
            fill(doc);
        }
    }

    private void fill(String doc) {
        slot.getChildren().clear();
        Control control = control();
        control.setId("field-" + parameter.name());
        control.setAccessibleText(parameter.name() + ". " + doc);
        control.setTooltip(tip(doc));
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
            slot.getChildren().add(expressionButton(doc));
        }
        // A long unit would take the field's room; the tooltip says it.
        if (!parameter.unit().isEmpty() && parameter.unit().length() <= 3) {
            Label unit = new Label(parameter.unit());
            unit.getStyleClass().add("field-unit");
            slot.getChildren().add(unit);
        }
    }

    private Button expressionButton(String doc) {
        Button button = new Button("\u0192");
        button.getStyleClass().addAll("flat", "expression-button");
        button.setTooltip(new Tooltip(texts.get("editor.inspector.expressionTip")));
        button.setAccessibleText(texts.get("editor.inspector.expressionTip"));
        button.setOnAction(event -> {
            asText = !asText;
            fill(doc);
        });
        return button;
    }

    private Control control() {
        if (asText) {
            return text();
        }
        return switch (parameter.kind()) {
            case BOOL -> toggle();
            case CHOICE -> choice();
            default -> text();
        };
    }

    private ToggleSwitch toggle() {
        ToggleSwitch toggle = new ToggleSwitch();
        Object shown = value.map(Value::display).orElseGet(() -> fallback());
        toggle.setSelected("true".equals(shown));
        toggle.selectedProperty().addListener((property, before, now) -> hand(Optional.of(Value.of(now))));
        return toggle;
    }

    private ChoiceBox<String> choice() {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.getItems().addAll(parameter.choices());
        box.setValue(value.map(Value::display).orElseGet(() -> fallback()));
        box.valueProperty().addListener((property, before, now) -> hand(Optional.of(new Value.Text(now))));
        return box;
    }

    private TextField text() {
        TextField field = new TextField(value.map(ValueText::show).orElse(""));
        field.setPromptText(fallback());
        field.setOnAction(event -> commitText(field));
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                commitText(field);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, field));
        return field;
    }

    private void key(KeyEvent event, TextField field) {
        if (event.getCode() == KeyCode.ESCAPE) {
            field.setText(value.map(ValueText::show).orElse(""));
            say("");
            event.consume();
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            step(field, event.getCode() == KeyCode.UP ? 1 : -1);
            event.consume();
        }
    }

    private void step(TextField field, int direction) {
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
        if (!Objects.equals(changed, value)) {
            value = changed;
            say("");
            commit.accept(changed);
        }
    }

    private String fallback() {
        return parameter.fallback().map(String::valueOf).orElse("");
    }

    private Tooltip tip(String doc) {
        StringBuilder text = new StringBuilder(doc.isEmpty() ? parameter.name() : doc);
        String least = parameter.min().isPresent()
                ? ValueText.show(number(parameter.min().getAsDouble()))
                : "";
        String most = parameter.max().isPresent()
                ? ValueText.show(number(parameter.max().getAsDouble()))
                : "";
        if (!least.isEmpty() && !most.isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.range", least, most));
        } else if (!least.isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.atLeast", least));
        } else if (!most.isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.atMost", most));
        }
        if (!parameter.unit().isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.unit", parameter.unit()));
        }
        if (!fallback().isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.default", fallback()));
        }
        Tooltip tip = new Tooltip(text.toString());
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        return tip;
    }

    private static Value number(double bound) {
        return bound == Math.rint(bound) ? Value.of((long) bound) : Value.of(bound);
    }
}
