package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Ports;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Elements of several tensors combined one by one. All have the same number of axes; along each, sizes are equal or 1,
 * and a size of 1 is repeated ({@code [C, 1, 1]} over {@code [C, H, W]}).
 *
 * <p>Operations: one per output element for each input after the first.
 */
abstract class Combination extends Layer {
    private final Ports ports;

    Combination(String type, Ports ports) {
        super(type, Category.ARITHMETIC);
        this.ports = ports;
    }

    @Override
    public final Ports inputs() {
        return ports;
    }

    @Override
    final List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape first = inputs.get(0);
        List<Long> sizes = new ArrayList<>(first.sizes());
        for (int port = 1; port < inputs.size(); port++) {
            TensorShape other = inputs.get(port);
            if (other.rank() != first.rank() || !widen(sizes, other)) {
                return refuse(
                        problems,
                        "",
                        "primitive.inputs.differ",
                        ports.name(0),
                        first.display(),
                        ports.name(port),
                        other.display());
            }
        }
        return List.of(new TensorShape(sizes));
    }

    /** Stretches sizes of 1 to the other's; false where two sizes differ and neither is 1. */
    private static boolean widen(List<Long> sizes, TensorShape other) {
        for (int axis = 0; axis < sizes.size(); axis++) {
            long size = other.size(axis);
            if (sizes.get(axis) == 1) {
                sizes.set(axis, size);
            } else if (size != 1 && size != sizes.get(axis)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        TensorShape from = inputs.get(input);
        TensorShape to = outputs.get(0);
        int width = to.rank() - 1;
        int height = Math.max(0, to.rank() - 2);
        return Window.of(sight(from.size(height), to.size(height)), sight(from.size(width), to.size(width)));
    }

    private static Sight sight(long from, long to) {
        return from == to ? Sight.POINT : Sight.REPEATED;
    }

    @Override
    public final Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return new Work(0, Math.multiplyExact(inputs.size() - 1L, total(outputs)));
    }

    /** Folds the inputs from the first to the last. */
    static final class Lowering implements convas.operator.djl.Lowering {
        private final BinaryOperator<NDArray> operation;

        Lowering(BinaryOperator<NDArray> operation) {
            this.operation = operation;
        }

        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) -> {
                NDArray result = operation.apply(in.get(0), in.get(1));
                for (int port = 2; port < in.size(); port++) {
                    try (NDArray partial = result) {
                        result = operation.apply(partial, in.get(port));
                    }
                }
                return new NDList(result);
            };
        }
    }
}
