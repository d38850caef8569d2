package convas.graph;

import convas.text.LocalText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A module without code: a graph of other node types whose parameters are expressions over the module's own.
 *
 * @param type the name under which graphs use it
 * @param inputs names of the inputs, in port order; edges of the body may start at them
 * @param params declared parameters, in the order shown
 * @param let values named once and used in several places; a later one may use an earlier one
 * @param outputs output name to the inner port that gives it, in port order
 * @param extras fields that this version does not know, kept as they were
 */
public record ModuleBody(
        String type,
        String category,
        LocalText doc,
        String paper,
        String url,
        List<String> aliases,
        List<String> inputs,
        Map<String, ParameterDeclaration> params,
        List<Requirement> requirements,
        Map<String, Value> let,
        Sheet sheet,
        Map<String, Endpoint> outputs,
        Map<String, Value> extras) {
    public ModuleBody {
        aliases = List.copyOf(aliases);
        inputs = List.copyOf(inputs);
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        requirements = List.copyOf(requirements);
        let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    public ModuleBody withSheet(Sheet changed) {
        return new ModuleBody(
                type, category, doc, paper, url, aliases, inputs, params, requirements, let, changed, outputs, extras);
    }

    public ModuleBody withLet(Map<String, Value> changed) {
        return new ModuleBody(
                type,
                category,
                doc,
                paper,
                url,
                aliases,
                inputs,
                params,
                requirements,
                changed,
                sheet,
                outputs,
                extras);
    }

    public ModuleBody withOutputs(Map<String, Endpoint> changed) {
        return new ModuleBody(
                type, category, doc, paper, url, aliases, inputs, params, requirements, let, sheet, changed, extras);
    }

    /**
     * The sheet in which each output is a node as well, at which the wire ends that gives it: so whatever edits wires edits
     * outputs too.
     */
    public Sheet wired() {
        List<Node> nodes = new ArrayList<>(sheet.graph().nodes());
        List<Edge> edges = new ArrayList<>(sheet.graph().edges());
        outputs.forEach((name, from) -> {
            Endpoint end = Endpoint.output(name);
            nodes.add(new Node(end.node(), "", Map.of()));
            edges.add(new Edge(from, end));
        });
        return new Sheet(new Graph(nodes, edges), sheet.layout());
    }

    /**
     * This module after an edit of {@link #wired}. An output at which no wire ends any more stays as it was written: a
     * module does not lose one by what happens to its nodes.
     */
    public ModuleBody rewired(Sheet edited) {
        Map<String, Endpoint> given = new LinkedHashMap<>(outputs);
        Set<String> ends = new HashSet<>();
        for (String name : outputs.keySet()) {
            String end = Endpoint.output(name).node();
            ends.add(end);
            edited.graph().incoming(end).stream().findFirst().ifPresent(edge -> given.put(name, edge.from()));
        }
        List<Node> nodes = edited.graph().nodes().stream()
                .filter(node -> !ends.contains(node.id()))
                .toList();
        List<Edge> edges = edited.graph().edges().stream()
                .filter(edge -> !ends.contains(edge.to().node()))
                .toList();
        return withSheet(new Sheet(new Graph(nodes, edges), edited.layout().without(ends)))
                .withOutputs(given);
    }
}
