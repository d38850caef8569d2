package convas.analysis.lint;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.graph.Design;
import convas.graph.Edits;
import convas.graph.Node;
import convas.graph.Scope;
import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A program with the ways between its steps in both directions, as lints walk them. */
public final class Wires {
    /** Categories that change numbers but neither mix channels nor positions. */
    private static final Set<String> TRANSPARENT = Set.of("normalisation", "activation", "regularisation");

    private final Design design;
    private final Analysis analysis;
    private final Program program;
    private final List<List<Integer>> readers = new ArrayList<>();

    /** @param analysis of this design, without errors */
    public Wires(Design design, Analysis analysis) {
        this.design = design;
        this.analysis = analysis;
        this.program = analysis.program().orElseThrow();
        for (Step step : program.steps()) {
            for (TensorRef input : step.inputs()) {
                readers.get(input.step()).add(readers.size());
            }
            readers.add(new ArrayList<>(2));
        }
    }

    /** Whether the design has a recipe to be trained by. */
    boolean isTrained() {
        return !design.training().isEmpty();
    }

    /** The loss that the recipe names. */
    Optional<String> loss() {
        return Optional.ofNullable(design.training().get("loss"))
                .filter(Value.Text.class::isInstance)
                .map(text -> ((Value.Text) text).value());
    }

    List<Step> steps() {
        return program.steps();
    }

    /** Steps that read a step's outputs, in order. */
    List<Step> readers(int step) {
        return readers.get(step).stream().map(program.steps()::get).toList();
    }

    List<Integer> readerIndices(int step) {
        return readers.get(step);
    }

    Step maker(TensorRef tensor) {
        return program.steps().get(tensor.step());
    }

    static boolean isTransparent(Step step) {
        return TRANSPARENT.contains(step.primitive().category())
                && step.inputs().size() == 1;
    }

    /** The type of the innermost module that holds a path; empty on the design's own sheet. */
    String moduleAround(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : type(path.substring(0, slash));
    }

    /** The type of the node at a path, a module or a primitive; empty where there is none. */
    String type(String path) {
        return analysis.node(path).map(NodeReport::type).orElse("");
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** A whole-number argument by its name; 1 where there is none. */
    static long whole(Step step, String name) {
        return step.arguments().values().get(name) instanceof Long value ? value : 1;
    }

    static boolean isTrue(Step step, String name) {
        return Boolean.TRUE.equals(step.arguments().values().get(name));
    }

    static boolean isPointwise(Arguments arguments) {
        return Pair.square(1).equals(arguments.values().get("kernel_size"));
    }

    /** The edit that sets a parameter of the node at this path, where it stands on the design's own sheet. */
    Optional<UnaryOperator<Design>> set(String path, String parameter, Value value) {
        return node(path).map(node -> Scope.DESIGN.lift(Edits.setParam(node.id(), parameter, Optional.of(value))));
    }

    /** The node of the design's own sheet at this path, a copy's number left aside. */
    Optional<Node> node(String path) {
        if (path.isEmpty() || path.contains("/")) {
            return Optional.empty();
        }
        int dot = path.indexOf('.');
        return design.graph().node(dot < 0 ? path : path.substring(0, dot));
    }
}
