package convas.training.archive;

import convas.graph.Design;
import convas.graph.Graph;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.ParameterDeclaration;
import convas.graph.Requirement;
import convas.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that decides what a design computes, as texts by name: variables, let, requirements, nodes with everything they say,
 * edges, and the same of the modules that it brings along. Neither names for people nor places on a sheet.
 *
 * @param variables by their own names, apart from {@link #rest}, since a node may have the same
 */
record DesignFields(Map<String, String> variables, Map<String, String> rest) {
    private static final String THERE = "\u2713";

    static DesignFields of(Design design) {
        Map<String, String> variables = new LinkedHashMap<>();
        design.variables()
                .forEach(
                        (name, variable) -> variables.put(name, variable.value().display()));
        Map<String, String> rest = new LinkedHashMap<>();
        design.let().forEach((name, value) -> rest.put("let." + name, value.display()));
        requirements("", design.requirements(), rest);
        graph("", design.graph(), rest);
        design.modules().forEach((type, body) -> module("modules." + type + ".", body, rest));
        return new DesignFields(variables, rest);
    }

    private static void module(String place, ModuleBody body, Map<String, String> to) {
        to.put(place + "inputs", String.join(", ", body.inputs()));
        body.params().forEach((name, declaration) -> parameter(place + "params." + name, declaration, to));
        body.let().forEach((name, value) -> to.put(place + "let." + name, value.display()));
        requirements(place, body.requirements(), to);
        graph(place, body.sheet().graph(), to);
        body.outputs().forEach((name, from) -> to.put(place + "outputs." + name, from.toString()));
    }

    private static void parameter(String place, ParameterDeclaration declaration, Map<String, String> to) {
        to.put(place, declaration.type());
        declaration.fallback().ifPresent(value -> to.put(place + ".default", value.display()));
        declaration.min().ifPresent(least -> to.put(place + ".min", least.toString()));
        declaration.max().ifPresent(most -> to.put(place + ".max", most.toString()));
        if (!declaration.choices().isEmpty()) {
            to.put(place + ".choices", String.join(", ", declaration.choices()));
        }
    }

    private static void requirements(String place, List<Requirement> requirements, Map<String, String> to) {
        for (int index = 0; index < requirements.size(); index++) {
            to.put(
                    place + "requires." + (index + 1),
                    requirements.get(index).that().display());
        }
    }

    private static void graph(String place, Graph graph, Map<String, String> to) {
        graph.nodes().forEach(node -> node(place + node.id(), node, to));
        graph.edges().forEach(edge -> {
            String wire = place + edge.from() + " \u2192 " + edge.to();
            to.put(wire, THERE);
            edge.extras().forEach((name, value) -> to.put(wire + " " + name, value.display()));
        });
    }

    private static void node(String id, Node node, Map<String, String> to) {
        to.put(id, node.type());
        flat(node.params()).forEach((name, value) -> to.put(id + "." + name, value));
        node.repeat().ifPresent(value -> to.put(id + " repeat", value.display()));
        node.when().ifPresent(value -> to.put(id + " when", value.display()));
        node.shares().ifPresent(owner -> to.put(id + " shares", owner));
        if (node.muted()) {
            to.put(id + " muted", THERE);
        }
        node.extras().forEach((name, value) -> to.put(id + " " + name, value.display()));
    }

    /** Fields within fields by names with a dot: {@code optimizer.learning_rate}. */
    static Map<String, String> flat(Map<String, Value> fields) {
        Map<String, String> flat = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof Value.Mapping mapping) {
                flat(mapping.fields()).forEach((inner, text) -> flat.put(name + "." + inner, text));
            } else {
                flat.put(name, value.display());
            }
        });
        return flat;
    }
}
