package convas.editor.inspector;

import atlantafx.base.controls.ToggleSwitch;
import convas.editor.tip.LateTip;
import convas.graph.Value;
import convas.graph.Variable;
import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A variable of the design: a slider and a field for a number with a range, a switch for a boolean, a list for one of
 * several, a field for the rest, and what is wrong with it below.
 */
final class VariableRow {
    /** What a row tells of. */
    interface Changes {
        /** The slider is being dragged: all of it is one step of the history, until {@link #settled}. */
        void slid(Value value);

        /** The slider was let go. */
        void settled();

        void set(Value value);

        /** The variable is wanted no more. */
        void remove();
    }

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double DIVISIONS = 100;

    private final String name;
    private final Texts texts;
    private final Changes changes;
    private final VBox root = new VBox(2);
    private final HBox row = new HBox(8);
    private final Refusal error;
    private Variable variable;
    private Optional<Slider> slider = Optional.empty();
    private Optional<TextField> number = Optional.empty();
    /** Whether a control is being set to what the design has, which is no change of it. */
    private boolean quiet;

    VariableRow(String name, Variable variable, Texts texts, Changes changes) {
        this.name = name;
        this.variable = variable;
        this.texts = texts;
        this.changes = changes;
        row.setAlignment(Pos.CENTER_LEFT);
        error = new Refusal("variable-" + name);
        error.setId("variable-error-" + name);
        root.getChildren().addAll(row, error);
        say("");
        fill();
    }

    VBox root() {
        return root;
    }

    /** Shows what is wrong with the value; empty clears it. */
    void say(String sentence) {
        error.say(sentence);
        number.ifPresent(field -> field.pseudoClassStateChanged(WRONG, !sentence.isEmpty()));
    }

    /** The design has this now. */
    void update(Variable now) {
        if (now.equals(variable)) {
            return;
        }
        boolean sameControl = now.withValue(variable.value()).equals(variable) && slider.isPresent() && isNumber(now);
        variable = now;
        if (!sameControl) {
            fill();
            return;
        }
        quiet = true;
        double value = ValueText.number(now.value()).orElseThrow();
        // What is under the hand goes where the hand goes.
        slider.filter(shown -> !shown.isValueChanging()).ifPresent(shown -> shown.setValue(value));
        number.ifPresent(field -> field.setText(ValueText.show(now.value())));
        quiet = false;
    }

    private static boolean isNumber(Variable variable) {
        return ValueText.number(variable.value()).isPresent();
    }

    private String doc() {
        String doc = variable.doc().in(texts.locale());
        return doc.isEmpty() ? name : doc;
    }

    private void fill() {
        slider = Optional.empty();
        number = Optional.empty();
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        LateTip.on(label, doc());
        row.getChildren().setAll(label);
        row.getChildren().addAll(controls());
        row.getChildren().add(removal());
    }

    private List<Node> controls() {
        if (!variable.choices().isEmpty()) {
            return List.of(wide(choice()));
        } else if (variable.value() instanceof Value.Bool bool) {
            ToggleSwitch toggle = new ToggleSwitch();
            toggle.setSelected(bool.value());
            toggle.selectedProperty().addListener((property, before, now) -> changes.set(Value.of(now)));
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            return List.of(space, named(toggle));
        } else if (variable.min().isPresent() && variable.max().isPresent() && isNumber(variable)) {
            number = Optional.of(field("variable-value-" + name));
            number.get().setPrefWidth(64);
            number.get().setMinWidth(64);
            number.get().setMaxWidth(64);
            slider = Optional.of(slider());
            return List.of(wide(slider.get()), number.get());
        }
        number = Optional.of(field("variable-" + name));
        return List.of(wide(number.get()));
    }

    private Button removal() {
        Button button = new Button("\u00d7");
        button.setId("variable-remove-" + name);
        button.getStyleClass().addAll("flat", "expression-button");
        LateTip.on(button, texts.get("editorinspector.removeVariable", name));
        button.setAccessibleText(texts.get("editorinspector.removeVariable", name));
        button.setOnAction(event -> changes.remove());
        return button;
    }

    private <T extends Control> T named(T control) {
        control.setId("variable-" + name);
        control.setAccessibleText(name + ". " + doc());
        LateTip.on(control, doc());
        return control;
    }

    private <T extends Control> T wide(T control) {
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        return named(control);
    }

    private TextField field(String id) {
        TextField field = Fields.text(
                id,
                ValueText.show(variable.value()),
                doc(),
                typed -> ValueText.parse(typed)
                                .filter(value -> !ValueText.isComputed(value))
                                .isPresent()
                        ? ""
                        : texts.get("editorinspector.variable.value", typed),
                this::say,
                typed -> ValueText.parse(typed).ifPresent(changes::set));
        field.setId(id);
        return field;
    }

    private ComboBox<String> choice() {
        ComboBox<String> box = new ComboBox<>();
        variable.choices().forEach(value -> box.getItems().add(ValueText.show(value)));
        box.setValue(ValueText.show(variable.value()));
        box.valueProperty()
                .addListener((property, before, now) -> variable.choices().stream()
                        .filter(value -> ValueText.show(value).equals(now))
                        .findFirst()
                        .ifPresent(changes::set));
        return box;
    }

    private Slider slider() {
        double min = variable.min().orElseThrow();
        double max = variable.max().orElseThrow();
        Slider made = new Slider(min, max, ValueText.number(variable.value()).orElseThrow());
        made.setBlockIncrement(step());
        made.valueProperty().addListener((property, before, now) -> {
            if (!quiet) {
                changes.slid(stepped(now.doubleValue()));
            }
        });
        made.valueChangingProperty().addListener((property, before, now) -> {
            if (!now) {
                changes.settled();
                quiet = true;
                made.setValue(ValueText.number(variable.value()).orElse(min));
                quiet = false;
            }
        });
        return made;
    }

    /** The least difference that the slider makes: as the design wants it, else 1 of a whole number, else a part. */
    private double step() {
        Optional<Double> wanted = Optional.ofNullable(variable.extras().get("step"))
                .flatMap(ValueText::number)
                .filter(step -> step > 0);
        return wanted.orElseGet(() -> variable.value() instanceof Value.Whole
                ? 1
                : (variable.max().orElseThrow() - variable.min().orElseThrow()) / DIVISIONS);
    }

    private Value stepped(double place) {
        double min = variable.min().orElseThrow();
        double max = variable.max().orElseThrow();
        double value = Math.min(max, min + Math.round((place - min) / step()) * step());
        // Without the last digits, which binary fractions leave behind.
        double clean = Math.round(value * 1e6) / 1e6;
        return variable.value() instanceof Value.Whole ? ValueText.number(clean) : Value.of(clean);
    }
}
