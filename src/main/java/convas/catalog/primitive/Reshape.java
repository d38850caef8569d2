package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
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

/**
 * The same elements, in the same order, in another shape (given without the batch). One size may be -1: whatever is left.
 * No operations.
 */
public final class Reshape extends Layer {
    public static final Parameter<List<Long>> SHAPE = Parameter.ofInts("shape").min(-1);

    public Reshape() {
        super("Reshape", Category.SHAPE, SHAPE);
    }

    @Override
    public List<String> aliases() {
        return List.of("view", "变形");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        List<Long> sizes = new ArrayList<>(arguments.get(SHAPE));
        int open = sizes.indexOf(-1L);
        if (sizes.isEmpty()) {
            return refuse(problems, SHAPE.name(), "primitive.shape.empty");
        } else if (sizes.contains(0L) || open != sizes.lastIndexOf(-1L)) {
            return refuse(problems, SHAPE.name(), "primitive.reshape.sizes", sizes);
        }
        long elements = input.elements();
        if (open >= 0) {
            sizes.set(open, 1L);
            sizes.set(open, elements / new TensorShape(sizes).elements());
        }
        TensorShape output = new TensorShape(sizes);
        return output.elements() == elements
                ? List.of(output)
                : refuse(
                        problems,
                        SHAPE.name(),
                        "primitive.reshape.elements",
                        elements,
                        input.display(),
                        arguments.get(SHAPE));
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
            Shape sample = new Shape(outputs.get(0).sizes());
            return (in, weights, mode) -> {
                NDArray input = in.head();
                return new NDList(input.reshape(new Shape(input.size(0)).addAll(sample)));
            };
        }
    }
}
