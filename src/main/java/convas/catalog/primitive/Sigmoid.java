package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import java.util.List;

/** 1 / (1 + exp(-x)). Four operations per element. */
public final class Sigmoid extends Elementwise {

    public Sigmoid() {
        super("Sigmoid", Category.ACTIVATION, 4);
    }

    @Override
    public List<String> aliases() {
        return List.of("logistic", "gate");
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) ->
                    new NDList(in.head().getNDArrayInternal().sigmoid());
        }
    }
}
