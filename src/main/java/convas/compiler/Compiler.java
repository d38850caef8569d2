package convas.compiler;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.operator.djl.Kernel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes one DJL block of a whole program. Makes no tensors: weights come with {@link GraphBlock#initialize}. */
public final class Compiler {
    /** The block that computes this program; its weights have no values yet. */
    public GraphBlock compile(Program program) {
        Set<Integer> edges = new HashSet<>(program.inputs());
        edges.addAll(program.outputs());
        List<Kernel> kernels = new ArrayList<>();
        for (int index = 0; index < program.steps().size(); index++) {
            kernels.add(
                    edges.contains(index) ? handOn() : lowered(program.steps().get(index)));
        }
        return new GraphBlock(program, kernels);
    }

    private static Kernel lowered(Step step) {
        return step.primitive().lowering().lower(step.arguments(), step.inputShapes(), step.outputShapes());
    }

    /** Input and Output steps mark where tensors enter and leave. */
    private static Kernel handOn() {
        return (inputs, weights, mode) -> inputs;
    }
}
