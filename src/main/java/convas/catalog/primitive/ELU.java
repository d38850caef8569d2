package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import java.util.List;

/** x where it is positive, else alpha × (exp(x) - 1). Four operations per element. */
public final class ELU extends Elementwise {
    public static final Parameter<Double> ALPHA = Parameter.ofFloat("alpha").fallback(1.0);

    public ELU() {
        super("ELU", Category.ACTIVATION, 4, 2, ALPHA);
    }

    @Override
    public List<String> aliases() {
        return List.of("exponential linear unit");
    }

    @Override
    public String paper() {
        return "Clevert et al., Fast and Accurate Deep Network Learning by Exponential Linear Units, ICLR 2016";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1511.07289";
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            double alpha = arguments.get(ALPHA);
            return (in, weights, mode) -> new NDList(JniUtils.elu((PtNDArray) in.head(), alpha));
        }
    }
}
