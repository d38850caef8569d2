package convas.editor.inspector;

import convas.analysis.Analysis;
import convas.editor.document.Document;
import convas.editor.tip.LateTip;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.Variable;
import convas.text.LocalText;
import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;

/** The design's variables, to play with while the totals follow, and a field that adds one. */
final class VariablesSection {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final double LEAST = 0.25;
    private static final double MOST = 2;

    private final Document document;
    private final Texts texts;
    private final Section root;
    private final Refusal refused = new Refusal("variable-new");
    private final Map<String, VariableRow> rows = new LinkedHashMap<>();

    VariablesSection(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        this.root = new Section(texts.get("editor.inspector.variables"));
        variables().forEach((name, variable) -> {
            VariableRow row = new VariableRow(name, variable, texts, new Hand(name));
            rows.put(name, row);
            root.getChildren().add(row.root());
        });
        root.getChildren().addAll(addition(), refused);
    }

    Section root() {
        return root;
    }

    private Map<String, Variable> variables() {
        return document.design().variables();
    }

    /** Whether these are still the variables of the design, whatever their values are. */
    boolean fits() {
        return variables().keySet().equals(rows.keySet());
    }

    void updated() {
        variables().forEach((name, variable) -> rows.get(name).update(variable));
    }

    /** Says what is wrong with each. */
    void analysed() {
        Map<String, String> wrong = document.analysis().map(Analysis::diagnostics).orElse(java.util.List.of()).stream()
                .filter(problem -> problem.path().equals("variables"))
                .collect(Collectors.toMap(
                        Diagnostic::parameter, problem -> problem.sentence(texts), (one, other) -> one));
        rows.forEach((name, row) -> row.say(wrong.getOrDefault(name, "")));
    }

    private TextField addition() {
        TextField field = new TextField();
        field.setId("variable-new");
        field.setPromptText(texts.get("editorinspector.newVariable"));
        field.setAccessibleText(texts.get("editorinspector.newVariableTip"));
        LateTip.on(field, texts.get("editorinspector.newVariableTip"));
        field.setOnAction(event -> {
            String[] parts = field.getText().split("=", 2);
            String name = parts[0].strip();
            Optional<Value> value = parts.length < 2 ? Optional.of(Value.of(1.0)) : ValueText.parse(parts[1]);
            String why = refusal(name, value, parts[parts.length - 1].strip());
            field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), !why.isEmpty());
            refused.say(why);
            if (why.isEmpty()) {
                add(name, value.orElseThrow());
            }
        });
        return field;
    }

    private String refusal(String name, Optional<Value> value, String typed) {
        if (!NAME.matcher(name).matches()) {
            return texts.get("editorinspector.variable.name", name);
        } else if (variables().containsKey(name)) {
            return texts.get("editorinspector.variable.taken", name);
        }
        return value.filter(known -> !ValueText.isComputed(known)).isPresent()
                ? ""
                : texts.get("editorinspector.variable.value", typed);
    }

    /** A number gets a slider from a quarter to twice of it. */
    private void add(String name, Value value) {
        Optional<Double> number = ValueText.number(value).filter(known -> known > 0);
        Variable variable = new Variable(
                value,
                number.map(
                        known -> value instanceof Value.Whole ? Math.max(1, Math.floor(known * LEAST)) : known * LEAST),
                number.map(known -> known * MOST),
                java.util.List.of(),
                LocalText.NONE,
                Map.of());
        document.apply("editorinspector.edit.addVariable", design -> with(design, name, Optional.of(variable)));
    }

    private static Design with(Design design, String name, Optional<Variable> variable) {
        Map<String, Variable> changed = new LinkedHashMap<>(design.variables());
        variable.ifPresentOrElse(set -> changed.put(name, set), () -> changed.remove(name));
        return design.withVariables(changed);
    }

    /** What a row tells of, done to the design. */
    private final class Hand implements VariableRow.Changes {
        private final String name;

        Hand(String name) {
            this.name = name;
        }

        @Override
        public void slid(Value value) {
            document.applyMerging("variable:" + name, document.intents().setVariable(name, value));
        }

        @Override
        public void settled() {
            document.endGesture();
        }

        @Override
        public void set(Value value) {
            document.apply(document.intents().setVariable(name, value));
        }

        @Override
        public void remove() {
            document.apply("editorinspector.edit.removeVariable", design -> with(design, name, Optional.empty()));
        }
    }
}
