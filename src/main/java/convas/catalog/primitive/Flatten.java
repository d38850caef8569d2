package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Strides;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Neighbouring axes, by default all but the batch, laid out as one. No operations. */
public final class Flatten extends Layer {
    public static final Parameter<Long> START_DIM = Parameter.ofInt("start_dim").fallback(1L);
    public static final Parameter<Long> END_DIM = Parameter.ofInt("end_dim").fallback(-1L);

    public Flatten() {
        super("Flatten", Category.SHAPE, START_DIM, END_DIM);
    }

    @Override
    public List<String> aliases() {
        return List.of("vector", "ravel", "展平");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        Optional<Integer> start = axis(START_DIM, arguments.get(START_DIM), input, problems);
        Optional<Integer> end = axis(END_DIM, arguments.get(END_DIM), input, problems);
        if (start.isEmpty() || end.isEmpty()) {
            return List.of();
        } else if (start.get() > end.get()) {
            return refuse(
                    problems,
                    END_DIM.name(),
                    "primitive.flatten.order",
                    arguments.get(START_DIM),
                    arguments.get(END_DIM));
        }
        List<Long> sizes = new ArrayList<>(input.sizes().subList(0, start.get()));
        sizes.add(new TensorShape(input.sizes().subList(start.get(), end.get() + 1)).elements());
        sizes.addAll(input.sizes().subList(end.get() + 1, input.rank()));
        return List.of(new TensorShape(sizes));
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        return sameMaps(inputs.get(0), outputs.get(0)) ? Window.POINT : Window.WHOLE;
    }

    @Override
    public Optional<Strides> view(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, Strides memory) {
        return memory.reshaped(inputs.get(0), outputs.get(0));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            int start = axis(arguments.get(START_DIM), inputs.get(0)) + 1;
            int end = axis(arguments.get(END_DIM), inputs.get(0)) + 1;
            return (in, weights, mode) -> new NDList(in.head().flatten(start, end));
        }
    }
}
