package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import java.util.List;

/** The hyperbolic tangent, as 1 - 2 / (exp(2x) + 1). Five operations per element. */
public final class Tanh extends Elementwise {

    public Tanh() {
        super("Tanh", Category.ACTIVATION, 5);
    }

    @Override
    public List<String> aliases() {
        return List.of("hyperbolic tangent", "双曲正切");
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) ->
                    new NDList(in.head().getNDArrayInternal().tanh());
        }
    }
}
