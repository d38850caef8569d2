package convas.analysis;

import convas.analysis.Element.Failed;
import convas.analysis.Element.Leaf;
import convas.graph.Diagnostic;
import convas.operator.Arguments;
import convas.operator.Cost;
import convas.operator.Inference;
import convas.operator.Module;
import convas.operator.NodeType;
import convas.operator.Primitive;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Works out one use of a node type with given arguments and input shapes, or remembers that it was worked out before. */
final class Uses {
    /** Nodes of one design after expansion. */
    static final long MOST_NODES = 200_000;

    /** The keys of what is told where a design is too large. */
    static final String TOO_MANY = "analysis.tooManyNodes";

    static final String TOO_MUCH = "analysis.tooMuchWork";

    /** Modules count as nodes here, and so does what a condition leaves out. */
    private static final long MOST_WORK = 2 * MOST_NODES;

    private static final long BYTES_PER_ELEMENT = 4;

    private final Library library;
    private final BooleanSupplier cancelled;
    /** Nodes that were worked out for this design, and not remembered. */
    private long workedOut;

    Uses(Library library, BooleanSupplier cancelled) {
        this.library = library;
        this.cancelled = cancelled;
    }

    Library library() {
        return library;
    }

    /** Counts a node, left out or not, of a graph that is worked out. */
    void countNode() {
        workedOut++;
    }

    /**
     * Whether so much was worked out that no more is: modules that use each other twice would go on for ever before their size
     * is known. A body that is remembered costs nothing.
     */
    boolean isSpent() {
        return workedOut > MOST_WORK;
    }

    /** Throws where nobody wants the result any more. */
    void checkWanted() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    Element use(NodeType type, Arguments arguments, List<TensorShape> inputs) {
        checkWanted();
        if (type instanceof Module module && library.least(module) > MOST_NODES) {
            return refused(type, arguments, inputs, Diagnostic.error("", "", TOO_MANY, MOST_NODES));
        } else if (type instanceof Module && isSpent()) {
            return refused(type, arguments, inputs, Diagnostic.error("", "", TOO_MUCH, MOST_WORK));
        }
        // What was not finished since others took too much is no answer for another design.
        return library.remember(type, arguments, inputs, () -> !isSpent(), () -> {
            if (type instanceof Module module) {
                return library.refuses(module)
                        ? Failed.of(type.type(), known(inputs), outputs(type, arguments), List.of())
                        : new GraphExpansion(this).module(module, arguments, inputs);
            }
            return primitive((Primitive) type, arguments, inputs);
        });
    }

    private static Failed refused(NodeType type, Arguments arguments, List<TensorShape> inputs, Diagnostic why) {
        return Failed.of(type.type(), known(inputs), outputs(type, arguments), List.of(why));
    }

    static int outputs(NodeType type, Arguments arguments) {
        return type.outputs(arguments).count();
    }

    private static Element primitive(Primitive type, Arguments arguments, List<TensorShape> inputs) {
        try {
            Inference inference = type.infer(arguments, inputs);
            if (inference.isRefused()) {
                List<Diagnostic> problems = inference.problems().stream()
                        .map(problem -> problem.at(""))
                        .toList();
                return Failed.of(type.type(), known(inputs), outputs(type, arguments), problems);
            }
            List<TensorShape> outputs = inference.outputs();
            List<Weight> weights = type.weights(arguments, inputs);
            Work work = type.work(arguments, inputs, outputs);
            Cost cost = cost(type, work, weights, inputs, outputs);
            return new Leaf(
                    type, arguments, inputs, outputs, known(inputs), known(outputs), weights, Optional.of(cost));
        } catch (ArithmeticException overflow) {
            return Failed.of(type.type(), known(inputs), outputs(type, arguments), List.of(tooLarge(type.type())));
        }
    }

    static Diagnostic tooLarge(String type) {
        return Diagnostic.error("", "", "analysis.tooLarge", type);
    }

    /** An Output hands on a tensor that another node made: it takes no memory of its own. */
    private static Cost cost(
            Primitive type, Work work, List<Weight> weights, List<TensorShape> inputs, List<TensorShape> outputs) {
        long params = 0;
        long buffers = 0;
        for (Weight weight : weights) {
            long elements = weight.shape().elements();
            if (weight.trained()) {
                params = Math.addExact(params, elements);
            } else {
                buffers = Math.addExact(buffers, elements);
            }
        }
        long activations = 0;
        for (TensorShape output : outputs) {
            activations = Math.addExact(activations, Math.multiplyExact(BYTES_PER_ELEMENT, output.elements()));
        }
        for (TensorShape input : inputs) {
            Math.multiplyExact(BYTES_PER_ELEMENT, input.elements());
        }
        return new Cost(
                params, buffers, work.macs(), work.flops(), type.type().equals(Analyzer.OUTPUT) ? 0 : activations);
    }

    static List<Optional<TensorShape>> known(List<TensorShape> shapes) {
        List<Optional<TensorShape>> known = new ArrayList<>(shapes.size());
        for (TensorShape shape : shapes) {
            known.add(Optional.of(shape));
        }
        return List.copyOf(known);
    }
}
