package convas.editor.inspector;

import convas.analysis.Analysis;
import convas.editor.Figures;
import convas.editor.document.Document;
import convas.graph.Design;
import convas.graph.Value;
import convas.graph.Variable;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The design itself: name, description, variables to play with while the totals follow, and the training recipe. */
final class DesignInspector {
    private final Document document;
    private final Texts texts;
    private final VBox root = new VBox(12);
    private final VBox totals = new VBox(12);
    private final RecipeSection recipe;
    private Design shown;
    /** Whether the change that is just happening comes from one of this panel's own controls. */
    private boolean own;

    DesignInspector(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        this.shown = document.design();
        this.recipe = new RecipeSection(document, texts);
        build();
        analysed();
    }

    VBox root() {
        return root;
    }

    /** Whether this still shows the design as it is; a variable's own value is followed by its slider. */
    boolean fits(Document other) {
        Design now = document.design();
        return other == document
                && now.name().equals(shown.name())
                && now.description().equals(shown.description())
                && now.training().equals(shown.training())
                && now.variables().keySet().equals(shown.variables().keySet())
                && (now.variables().equals(shown.variables()) || own);
    }

    void updated() {
        shown = document.design();
    }

    void analysed() {
        totals.getChildren().clear();
        document.analysis().ifPresent(analysis -> totals.getChildren().add(total(analysis)));
    }

    private Section total(Analysis analysis) {
        Section section = new Section(texts.get("editor.inspector.totals"));
        Optional<Cost> cost = analysis.total();
        section.figure(
                texts.get("editor.cost.params"), figure(cost.map(Cost::params)), texts.get("editor.cost.paramsTip"));
        section.figure(texts.get("editor.cost.macs"), figure(cost.map(Cost::macs)), texts.get("editor.cost.macsTip"));
        section.figure(
                texts.get("editor.cost.flops"), figure(cost.map(Cost::flops)), texts.get("editor.cost.flopsTip"));
        section.figure(
                texts.get("editor.cost.buffers"), figure(cost.map(Cost::buffers)), texts.get("editor.cost.buffersTip"));
        return section;
    }

    private static String figure(Optional<Long> number) {
        return number.map(Figures::exact).orElse(Figures.UNKNOWN);
    }

    private void build() {
        Label title = new Label(shown.name().isEmpty() ? texts.get("editor.untitled") : shown.name());
        title.getStyleClass().add("inspector-title");
        Section general = new Section(texts.get("editor.inspector.design"));
        general.field(
                texts.get("editor.inspector.name"),
                Fields.text(
                        "field-design-name",
                        shown.name(),
                        texts.get("editor.inspector.nameTip"),
                        typed -> true,
                        typed -> document.apply("editor.edit.name", design -> design.withName(typed))));
        general.getChildren().add(description());
        root.getChildren().addAll(title, general);
        if (!shown.variables().isEmpty()) {
            Section variables = new Section(texts.get("editor.inspector.variables"));
            shown.variables()
                    .forEach((name, variable) -> variables.getChildren().add(row(name, variable)));
            root.getChildren().add(variables);
        }
        root.getChildren().addAll(totals, recipe.root());
    }

    private TextArea description() {
        TextArea area = new TextArea(shown.description());
        area.setId("field-description");
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setPromptText(texts.get("editor.inspector.description"));
        area.setAccessibleText(texts.get("editor.inspector.description"));
        area.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                document.apply("editor.edit.description", design -> described(design, area.getText()));
            }
        });
        return area;
    }

    private static Design described(Design design, String description) {
        return design.description().equals(description) ? design : design.withDescription(description);
    }

    private HBox row(String name, Variable variable) {
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        String doc = variable.doc().in(texts.locale());
        label.setTooltip(new Tooltip(doc.isEmpty() ? name : doc));
        HBox row = new HBox(8, label);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (!variable.choices().isEmpty()) {
            row.getChildren().add(choice(name, variable));
        } else if (variable.min().isPresent()
                && variable.max().isPresent()
                && number(variable.value()).isPresent()) {
            slider(row, name, variable);
        } else {
            var field = Fields.text(
                    "variable-" + name,
                    ValueText.show(variable.value()),
                    doc.isEmpty() ? name : doc,
                    typed -> ValueText.parse(typed)
                            .filter(value -> !(value instanceof Value.Expression))
                            .isPresent(),
                    typed -> set(name, ValueText.parse(typed).orElseThrow()));
            HBox.setHgrow(field, Priority.ALWAYS);
            row.getChildren().add(field);
        }
        return row;
    }

    private ChoiceBox<String> choice(String name, Variable variable) {
        Map<String, Value> byText = new LinkedHashMap<>();
        variable.choices().forEach(value -> byText.put(ValueText.show(value), value));
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId("variable-" + name);
        box.getItems().addAll(byText.keySet());
        box.setValue(ValueText.show(variable.value()));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(name);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.valueProperty().addListener((property, before, now) -> set(name, byText.get(now)));
        return box;
    }

    private void slider(HBox row, String name, Variable variable) {
        boolean whole = variable.value() instanceof Value.Whole;
        double min = variable.min().orElseThrow();
        double max = variable.max().orElseThrow();
        Slider slider = new Slider(min, max, number(variable.value()).orElseThrow());
        slider.setId("variable-" + name);
        slider.setAccessibleText(name);
        slider.setBlockIncrement(whole ? 1 : (max - min) / 20);
        Label value = new Label(ValueText.show(variable.value()));
        value.setMinWidth(44);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((property, before, now) -> {
            Value set = whole ? Value.of(Math.round(now.doubleValue())) : Value.of(rounded(now.doubleValue()));
            value.setText(ValueText.show(set));
            own = true;
            document.applyMerging("variable:" + name, document.intents().setVariable(name, set));
            own = false;
        });
        slider.valueChangingProperty().addListener((property, before, now) -> {
            if (!now) {
                document.endGesture();
            }
        });
        row.getChildren().addAll(slider, value);
    }

    private void set(String name, Value value) {
        own = true;
        document.apply(document.intents().setVariable(name, value));
        own = false;
    }

    private static double rounded(double value) {
        return Math.round(value * 20) / 20.0;
    }

    private static Optional<Double> number(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of((double) whole.value());
        }
        return value instanceof Value.Real real ? Optional.of(real.value()) : Optional.empty();
    }
}
