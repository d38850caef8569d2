package convas.analysis;

import convas.operator.TensorShape;
import java.util.List;

/**
 * A design with modules expanded, in an order in which every tensor is made before it is read, every shape known. The
 * one thing that costs, the compiler, the profiler and every export read.
 *
 * @param inputs indices of the Input steps, in file order
 * @param outputs indices of the Output steps, in file order; an Output step has one input and hands it on
 */
public record Program(String name, List<Step> steps, List<Integer> inputs, List<Integer> outputs) {
    public Program {
        steps = List.copyOf(steps);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The shape, for one sample, of a tensor. */
    public TensorShape shape(TensorRef tensor) {
        return steps.get(tensor.step()).outputShapes().get(tensor.port());
    }
}
