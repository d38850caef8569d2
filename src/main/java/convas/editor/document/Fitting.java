package convas.editor.document;

import convas.analysis.NodeReport;
import convas.graph.Endpoint;
import convas.operator.Catalog;
import convas.operator.Primitive;
import convas.operator.TensorShape;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the tensor of an output is one that an input can take, by the shape rule of the type that would read it. What
 * is not known fits: a network is drawn before it is right.
 */
public final class Fitting {
    private record Ends(Endpoint from, Endpoint to) {}

    private final Catalog catalog;
    private final Place place;
    private final Findings findings;
    private final Texts texts;
    /** Asked for every port in sight of every frame. */
    private final Map<Ends, Optional<String>> answers = new HashMap<>();

    public Fitting(Catalog catalog, Place place, Findings findings, Texts texts) {
        this.catalog = catalog;
        this.place = place;
        this.findings = findings;
        this.texts = texts;
    }

    /** Why the tensor does not fit; absent where it does, or where that cannot be known. */
    public Optional<String> doubt(Endpoint from, Endpoint to) {
        return answers.computeIfAbsent(new Ends(from, to), ends -> ask(from, to));
    }

    private Optional<String> ask(Endpoint from, Endpoint to) {
        Optional<TensorShape> tensor = findings.report(place.path(from.node()))
                .filter(report -> from.port() < report.outputs().size())
                .flatMap(report -> report.outputs().get(from.port()));
        Optional<NodeReport> reader = findings.report(place.path(to.node()));
        if (tensor.isEmpty() || reader.isEmpty()) {
            return Optional.empty();
        }
        return catalog.find(reader.get().type())
                .filter(Primitive.class::isInstance)
                .flatMap(type -> ask((Primitive) type, reader.get(), tensor.get(), to.port()));
    }

    private Optional<String> ask(Primitive type, NodeReport reader, TensorShape tensor, int port) {
        List<Optional<TensorShape>> inputs = new ArrayList<>(reader.inputs());
        while (inputs.size() <= port) {
            inputs.add(Optional.empty());
        }
        inputs.set(port, Optional.of(tensor));
        // An open input that may stay open is no reason to know nothing of the others.
        while (type.inputs().more()
                && inputs.size() > type.inputs().count()
                && inputs.get(inputs.size() - 1).isEmpty()) {
            inputs.remove(inputs.size() - 1);
        }
        boolean valued = type.parameters().stream()
                .allMatch(each -> reader.values().find(each).isPresent());
        if (!valued || inputs.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        try {
            return type
                    .infer(reader.values(), inputs.stream().map(Optional::get).toList())
                    .problems()
                    .stream()
                    .findFirst()
                    .map(problem -> problem.at(reader.path()).sentence(texts));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }
}
