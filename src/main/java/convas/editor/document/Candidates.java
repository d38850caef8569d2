package convas.editor.document;

import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.ParameterDeclaration;
import convas.graph.Value;
import convas.graph.grouping.Promotion;
import convas.operator.Catalog;
import convas.operator.NodeType;
import convas.operator.Parameter;
import convas.text.LocalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The values of some nodes that could become parameters of a module made from them. */
public final class Candidates {
    /**
     * A value, and the parameter that it could become.
     *
     * @param promotion with a name that no other candidate has
     */
    public record Candidate(Promotion promotion, Value value) {}

    private Candidates() {}

    /** Every value written at these nodes, in the order of the sheet; but no lists, which modules cannot have. */
    public static List<Candidate> of(Graph graph, Set<String> ids, Catalog catalog) {
        List<Candidate> all = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (ids.contains(node.id())) {
                catalog.find(node.type()).ifPresent(type -> add(node, type, all));
            }
        }
        all.forEach(each -> names.merge(each.promotion().name(), 1, Integer::sum));
        all.replaceAll(each -> names.get(each.promotion().name()) == 1 ? each : qualified(each));
        return all;
    }

    private static void add(Node node, NodeType type, List<Candidate> all) {
        for (Parameter<?> parameter : type.parameters()) {
            Value value = node.params().get(parameter.name());
            if (value != null && parameter.kind() != Parameter.Kind.INTS) {
                all.add(new Candidate(
                        new Promotion(node.id(), parameter.name(), parameter.name(), declaration(parameter)), value));
            }
        }
    }

    private static Candidate qualified(Candidate candidate) {
        Promotion old = candidate.promotion();
        String name = old.node().replace('-', '_') + "_" + old.name();
        return new Candidate(new Promotion(old.node(), old.parameter(), name, old.declaration()), candidate.value());
    }

    private static ParameterDeclaration declaration(Parameter<?> parameter) {
        return new ParameterDeclaration(
                parameter.kind().name().toLowerCase(Locale.ROOT),
                Optional.empty(),
                boxed(parameter.min()),
                boxed(parameter.max()),
                parameter.choices(),
                parameter.unit(),
                LocalText.NONE,
                Map.of());
    }

    private static Optional<Double> boxed(OptionalDouble bound) {
        return bound.isPresent() ? Optional.of(bound.getAsDouble()) : Optional.empty();
    }
}
