package convas.operator.djl;

import convas.operator.Arguments;
import convas.operator.TensorShape;
import java.util.List;

/** Makes a primitive's kernel for given arguments and shapes. Called once when a program is compiled. */
@FunctionalInterface
public interface Lowering {
    /**
     * @param inputs input shapes of one sample, accepted by the primitive's shape rule
     * @param outputs the shapes that the rule gave
     */
    Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs);
}
