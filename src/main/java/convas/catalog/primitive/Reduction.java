package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.djl.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One axis drawn together into one value: it keeps the size 1 or, without {@code keepdim}, is gone. */
abstract class Reduction extends Layer {
    public static final Parameter<Long> AXIS = Parameter.ofInt("axis");
    public static final Parameter<Boolean> KEEPDIM = Parameter.ofBool("keepdim").fallback(true);

    Reduction(String type) {
        super(type, Category.ARITHMETIC, AXIS, KEEPDIM);
    }

    @Override
    final List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        Optional<Integer> axis = axis(AXIS, arguments.get(AXIS), input, problems);
        if (axis.isEmpty()) {
            return List.of();
        } else if (arguments.get(KEEPDIM)) {
            return List.of(input.with(axis.get(), 1));
        } else if (input.rank() == 1) {
            return refuse(problems, KEEPDIM.name(), "primitive.reduction.nothing", input.display());
        }
        List<Long> sizes = new ArrayList<>(input.sizes());
        sizes.remove(axis.get().intValue());
        return List.of(new TensorShape(sizes));
    }

    @Override
    public final Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        TensorShape from = inputs.get(0);
        int axis = axis(arguments.get(AXIS), from);
        // Without the axis, others may come to be height and width.
        boolean same = arguments.get(KEEPDIM)
                || axis < from.rank() - 2 && outputs.get(0).rank() > 2;
        return same ? Window.along(from, axis, Sight.WHOLE) : Window.WHOLE;
    }

    static final class Lowering implements convas.operator.djl.Lowering {
        /** A reduction of the engine over one axis. */
        @FunctionalInterface
        interface Operation {
            NDArray apply(NDArray input, int[] axes, boolean keep);
        }

        private final Operation operation;

        Lowering(Operation operation) {
            this.operation = operation;
        }

        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            int axis = axis(arguments.get(AXIS), inputs.get(0)) + 1;
            boolean keep = arguments.get(KEEPDIM);
            return (in, weights, mode) -> new NDList(operation.apply(in.head(), new int[] {axis}, keep));
        }
    }
}
