package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.List;

/**
 * exp(x) / sum(exp(x)) along one axis.
 *
 * <p>Operations: five per element (greatest value, difference, exponential, sum, quotient). thop counts three per element
 * less one per sum, ptflops' backend {@code pytorch} one.
 */
public final class Softmax extends Layer {
    public static final Parameter<Long> AXIS = Parameter.ofInt("axis").fallback(1L);

    public Softmax() {
        super("Softmax", Category.ACTIVATION, AXIS);
    }

    @Override
    public List<String> aliases() {
        return List.of("probabilities", "归一化指数");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        return axis(AXIS, arguments.get(AXIS), inputs.get(0), problems).isPresent() ? inputs : List.of();
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        TensorShape input = inputs.get(0);
        long elements = input.elements();
        long sums = elements / input.size(axis(arguments.get(AXIS), input));
        long thop = Math.multiplyExact(3, elements) - sums;
        return new Work(0, Math.multiplyExact(5, elements))
                .with(Convention.THOP, thop)
                .with(Convention.PTFLOPS_PYTORCH, elements);
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        return Window.along(inputs.get(0), axis(arguments.get(AXIS), inputs.get(0)), Sight.WHOLE);
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            int axis = axis(arguments.get(AXIS), inputs.get(0)) + 1;
            return (in, weights, mode) -> new NDList(in.head().softmax(axis));
        }
    }
}
