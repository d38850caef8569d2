package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import convas.operator.djl.ScriptedFunction;
import java.util.List;

/** min(max(x, 0), 6). Two operations per element. */
public final class ReLU6 extends Elementwise {

    public ReLU6() {
        super("ReLU6", Category.ACTIVATION, 2, 1);
    }

    @Override
    public List<String> aliases() {
        return List.of("clipped rectifier");
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) -> new NDList(ScriptedFunction.RELU6.apply(in.head()));
        }
    }
}
