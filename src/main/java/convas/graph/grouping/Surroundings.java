package convas.graph.grouping;

import convas.graph.Design;
import convas.graph.ModuleBody;
import convas.graph.ParameterDeclaration;
import convas.graph.Scope;
import convas.graph.Value;
import convas.graph.Variable;
import convas.text.LocalText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What expressions on a sheet may name.
 *
 * @param declared a design's variables, or a module's parameters
 * @param let values named once
 * @param inputs a module's inputs, whose shapes have names
 */
record Surroundings(Map<String, ParameterDeclaration> declared, Map<String, Value> let, Set<String> inputs) {
    static Surroundings of(Design design, Scope scope) {
        Optional<ModuleBody> body = scope.module().map(design.modules()::get);
        if (body.isPresent()) {
            return new Surroundings(
                    body.get().params(), body.get().let(), Set.copyOf(body.get().inputs()));
        }
        Map<String, ParameterDeclaration> declared = new LinkedHashMap<>();
        design.variables().forEach((name, variable) -> declared.put(name, declaration(variable)));
        return new Surroundings(declared, design.let(), Set.of());
    }

    /** What a body must declare to take the place of a name; nothing for a name that means nothing here. */
    Optional<ParameterDeclaration> find(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(declared.get(name));
        }
        String whose = name.substring(0, dot);
        boolean known = inputs.contains(whose) || declared.containsKey(whose);
        return known ? Optional.of(bare("int", Optional.empty())) : Optional.empty();
    }

    private static ParameterDeclaration bare(String type, Optional<Value> fallback) {
        return new ParameterDeclaration(
                type, fallback, Optional.empty(), Optional.empty(), List.of(), "", LocalText.NONE, Map.of());
    }

    private static ParameterDeclaration declaration(Variable variable) {
        List<String> choices = variable.choices().stream().map(Value::display).toList();
        boolean text = variable.value() instanceof Value.Text;
        return new ParameterDeclaration(
                type(variable),
                Optional.of(variable.value()),
                variable.min(),
                variable.max(),
                text ? choices : List.of(),
                "",
                variable.doc(),
                Map.of());
    }

    /** A number that is whole only by chance, with no range or choices that say so, may become any other. */
    private static String type(Variable variable) {
        if (variable.value() instanceof Value.Bool) {
            return "bool";
        } else if (variable.value() instanceof Value.Text) {
            return variable.choices().isEmpty() ? "text" : "choice";
        }
        boolean wholeChoices =
                !variable.choices().isEmpty() && variable.choices().stream().allMatch(Value.Whole.class::isInstance);
        return variable.value() instanceof Value.Whole && wholeChoices ? "int" : "float";
    }
}
