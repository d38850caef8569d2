package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Ports;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;
import java.util.Optional;

/** Two or more tensors one after the other along an axis; all their other sizes are equal. No operations. */
public final class Concat extends Layer {
    public static final Parameter<Long> AXIS = Parameter.ofInt("axis").fallback(1L);

    public Concat() {
        super("Concat", Category.SHAPE, AXIS);
    }

    @Override
    public List<String> aliases() {
        return List.of("cat", "join", "dense connection", "拼接");
    }

    @Override
    public Ports inputs() {
        return Ports.atLeast(2, "in");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape first = inputs.get(0);
        Optional<Integer> found = axis(AXIS, arguments.get(AXIS), first, problems);
        if (found.isEmpty()) {
            return List.of();
        }
        int axis = found.get();
        long length = first.size(axis);
        for (int port = 1; port < inputs.size(); port++) {
            TensorShape other = inputs.get(port);
            if (other.rank() != first.rank()
                    || !other.with(axis, first.size(axis)).equals(first)) {
                return refuse(
                        problems,
                        "",
                        "primitive.concat",
                        inputs().name(0),
                        first.display(),
                        inputs().name(port),
                        other.display(),
                        arguments.get(AXIS));
            }
            length = Math.addExact(length, other.size(axis));
        }
        return List.of(first.with(axis, length));
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        int axis = axis(arguments.get(AXIS), inputs.get(0));
        long before = inputs.subList(0, input).stream()
                .mapToLong(shape -> shape.size(axis))
                .sum();
        return Window.along(inputs.get(input), axis, Sight.at(1, -before));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            int axis = axis(arguments.get(AXIS), inputs.get(0)) + 1;
            boolean images = axis == 1 && outputs.get(0).rank() == 3;
            return (in, weights, mode) -> {
                if (!images || !mode.training()) {
                    return new NDList(NDArrays.concat(in, axis));
                }
                try (NDList dense = new NDList(in.size())) {
                    for (NDArray input : in) {
                        dense.add(Tensors.withDenseGradient(input));
                    }
                    return new NDList(NDArrays.concat(dense, axis));
                }
            };
        }
    }
}
