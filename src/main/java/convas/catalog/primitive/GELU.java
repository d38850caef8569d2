package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import java.util.List;

/** x / 2 × (1 + erf(x / sqrt(2))), the exact form. Five operations per element. */
public final class GELU extends Elementwise {

    public GELU() {
        super("GELU", Category.ACTIVATION, 5, 2);
    }

    @Override
    public List<String> aliases() {
        return List.of("gaussian error linear unit");
    }

    @Override
    public String paper() {
        return "Hendrycks and Gimpel, Gaussian Error Linear Units, 2016";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1606.08415";
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) ->
                    new NDList(in.head().getNDArrayInternal().gelu());
        }
    }
}
