package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Ports;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.List;

/** Where data enters: a tensor of the given shape (without the batch). Its kernel hands on what it is given. */
public final class Input extends Layer {
    public static final Parameter<List<Long>> SHAPE = Parameter.ofInts("shape").min(1);

    public Input() {
        super("Input", Category.INPUT_OUTPUT, SHAPE);
    }

    @Override
    public List<String> aliases() {
        return List.of("image", "data", "source", "输入");
    }

    @Override
    public Ports inputs() {
        return Ports.NONE;
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        List<Long> shape = arguments.get(SHAPE);
        return shape.isEmpty()
                ? refuse(problems, SHAPE.name(), "primitive.shape.empty")
                : List.of(new TensorShape(shape));
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) -> new NDList(in.head());
        }
    }
}
