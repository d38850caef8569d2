package convas.analysis;

import convas.graph.Diagnostic;
import convas.operator.Arguments;
import convas.operator.Cost;
import convas.operator.Primitive;
import convas.operator.TensorShape;
import convas.operator.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one use of a node type came to, wherever it stands: nothing in it knows its path, so a block that is used many
 * times is worked out once. {@link Flattening} gives it a place.
 */
sealed interface Element {
    String type();

    List<Optional<TensorShape>> inputs();

    List<Optional<TensorShape>> outputs();

    /** For one sample, with all weights counted; empty where something in it is unknown. */
    Optional<Cost> cost();

    /** Nodes in it after expansion. */
    long size();

    /** Whether all of it is known and right. */
    boolean isSound();

    /** The weights it would own, by their names relative to it. */
    List<Weight> weights();

    /** A primitive with everything known. */
    record Leaf(
            Primitive primitive,
            Arguments arguments,
            List<TensorShape> inputShapes,
            List<TensorShape> outputShapes,
            List<Optional<TensorShape>> inputs,
            List<Optional<TensorShape>> outputs,
            List<Weight> weights,
            Optional<Cost> cost)
            implements Element {
        @Override
        public String type() {
            return primitive.type();
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public boolean isSound() {
            return true;
        }
    }

    /**
     * A use that cannot be worked out.
     *
     * @param problems why, relative to it; none where the reason lies elsewhere and is told there
     */
    record Failed(
            String type,
            List<Optional<TensorShape>> inputs,
            List<Optional<TensorShape>> outputs,
            List<Diagnostic> problems)
            implements Element {
        static Failed of(String type, List<Optional<TensorShape>> inputs, int outputs, List<Diagnostic> problems) {
            List<Optional<TensorShape>> unknown = new ArrayList<>();
            for (int port = 0; port < outputs; port++) {
                unknown.add(Optional.empty());
            }
            return new Failed(type, inputs, List.copyOf(unknown), List.copyOf(problems));
        }

        @Override
        public Optional<Cost> cost() {
            return Optional.empty();
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public boolean isSound() {
            return false;
        }

        @Override
        public List<Weight> weights() {
            return List.of();
        }
    }

    /**
     * A graph with its nodes worked out, in an order of computation: a module's body, or the design's sheet.
     *
     * @param results where each output comes from; empty where that is unknown
     * @param problems found in this graph itself, relative to it
     */
    record Body(
            String type,
            List<Optional<TensorShape>> inputs,
            List<Optional<TensorShape>> outputs,
            List<Placed> children,
            List<Optional<Source>> results,
            List<Diagnostic> problems,
            Optional<Cost> cost,
            long size,
            boolean isSound)
            implements Element {
        @Override
        public List<Weight> weights() {
            List<Weight> all = new ArrayList<>();
            for (Placed child : children) {
                if (child.share().isEmpty()) {
                    for (Weight weight : child.element().weights()) {
                        all.add(under(child.id() + ".", weight));
                    }
                }
            }
            return all;
        }
    }

    /** A repeated node: each copy reads the one before it. */
    record Chain(
            String type,
            List<Optional<TensorShape>> inputs,
            List<Optional<TensorShape>> outputs,
            List<Element> copies,
            Optional<Cost> cost,
            long size,
            boolean isSound)
            implements Element {
        @Override
        public List<Weight> weights() {
            List<Weight> all = new ArrayList<>();
            for (int copy = 0; copy < copies.size(); copy++) {
                for (Weight weight : copies.get(copy).weights()) {
                    all.add(under(copy + ".", weight));
                }
            }
            return all;
        }
    }

    private static Weight under(String prefix, Weight weight) {
        return new Weight(prefix + weight.name(), weight.shape(), weight.trained(), weight.initial());
    }

    /**
     * Where a tensor comes from within a graph.
     *
     * @param child index of the child, or {@link #OUTSIDE} for an input of the graph itself
     */
    record Source(int child, int port) {
        static final int OUTSIDE = -1;
    }

    /**
     * An element at its place in a graph.
     *
     * @param values of its parameters, as far as they have right ones
     * @param inputs where its inputs come from, in port order; empty where unknown
     */
    record Placed(String id, Element element, Arguments values, List<Optional<Source>> inputs, Optional<Share> share) {
        Optional<Cost> cost() {
            return share.isEmpty() ? element.cost() : element.cost().map(cost -> Share.without(cost));
        }
    }

    /**
     * The use of a sibling's weights.
     *
     * @param eachCopy whether both are repeated alike, each copy using the one of its number
     */
    record Share(String sibling, boolean eachCopy) {
        /** The cost of a use whose weights are counted elsewhere. */
        static Cost without(Cost cost) {
            return new Cost(0, 0, cost.macs(), cost.flops(), cost.activationBytes());
        }
    }
}
