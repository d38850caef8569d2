package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import convas.operator.Arguments;
import convas.operator.Pair;
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

/**
 * One value per channel, {@code [C]} or {@code [C, 1, 1]}, repeated over a map {@code [C, h, w]}: how the CoordConv paper
 * feeds coordinates to a convolution. No operations.
 */
public final class Tile extends Layer {
    public static final Parameter<Pair> SIZE = Parameter.ofPair("size").min(1).unit("px");

    public Tile() {
        super("Tile", Category.COORDINATES, SIZE);
    }

    @Override
    public List<String> aliases() {
        return List.of("repeat", "broadcast", "expand", "平铺");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        Pair size = arguments.get(SIZE);
        boolean vector = input.rank() == 1 || input.rank() == 3 && input.height() == 1 && input.width() == 1;
        return vector
                ? List.of(TensorShape.of(input.channels(), size.height(), size.width()))
                : refuse(problems, "", "primitive.tile", input.display());
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        return Window.of(Sight.REPEATED, Sight.REPEATED);
    }

    @Override
    public Optional<Strides> view(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, Strides memory) {
        // Each value once, however often it is seen.
        return Optional.of(new Strides(List.of(memory.steps().get(0), 0L, 0L)));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            TensorShape output = outputs.get(0);
            return (in, weights, mode) -> {
                NDArray input = in.head();
                long batch = input.size(0);
                // A view that repeats one value: nothing is copied until something needs it laid out.
                try (NDArray points = input.reshape(batch, output.channels(), 1, 1)) {
                    return new NDList(
                            points.broadcast(new Shape(batch, output.channels(), output.height(), output.width())));
                }
            };
        }
    }
}
