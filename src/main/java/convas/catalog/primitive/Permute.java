package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.Strides;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Axes in another order: {@code dims} names, for each axis of the result, the input's axis; the batch is 0 and stays
 * first ({@code [0, 1, 3, 2]} exchanges height and width). No operations.
 */
public final class Permute extends Layer {
    public static final Parameter<List<Long>> DIMS = Parameter.ofInts("dims").min(0);

    public Permute() {
        super("Permute", Category.SHAPE, DIMS);
    }

    @Override
    public List<String> aliases() {
        return List.of("transpose", "swap axes", "转置");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        List<Long> dims = arguments.get(DIMS);
        List<Long> all = LongStream.rangeClosed(0, input.rank()).boxed().toList();
        if (!dims.stream().sorted().toList().equals(all) || dims.get(0) != 0) {
            return refuse(problems, DIMS.name(), "primitive.permute", input.rank(), dims, input.display());
        }
        return List.of(new TensorShape(
                dims.stream().skip(1).map(dim -> input.size(dim.intValue() - 1)).toList()));
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        List<Long> dims = arguments.get(DIMS);
        int rank = inputs.get(0).rank();
        if (rank >= 3 && dims.get(rank) == rank - 1 && dims.get(rank - 1) == rank) {
            return new Window(Sight.POINT, Sight.POINT, true);
        }
        boolean same = dims.get(rank) == rank && (rank == 2 || dims.get(rank - 1) == rank - 1);
        return same ? Window.POINT : Window.WHOLE;
    }

    @Override
    public Optional<Strides> view(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, Strides memory) {
        return Optional.of(new Strides(arguments.get(DIMS).stream()
                .skip(1)
                .map(dim -> memory.steps().get(dim.intValue() - 1))
                .toList()));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            int[] dims = arguments.get(DIMS).stream().mapToInt(Long::intValue).toArray();
            return (in, weights, mode) -> new NDList(in.head().transpose(dims));
        }
    }
}
