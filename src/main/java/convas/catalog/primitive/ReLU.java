package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import java.util.List;

/** max(x, 0). One operation per element. */
public final class ReLU extends Elementwise {

    public ReLU() {
        super("ReLU", Category.ACTIVATION, 1, 2);
    }

    @Override
    public List<String> aliases() {
        return List.of("rectifier", "修正线性单元");
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) ->
                    new NDList(in.head().getNDArrayInternal().relu());
        }
    }
}
