package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import java.util.List;

/** x where it is positive, else negative_slope × x. Two operations per element. */
public final class LeakyReLU extends Elementwise {
    public static final Parameter<Double> NEGATIVE_SLOPE =
            Parameter.ofFloat("negative_slope").fallback(0.01);

    public LeakyReLU() {
        super("LeakyReLU", Category.ACTIVATION, 2, 1, NEGATIVE_SLOPE);
    }

    @Override
    public List<String> aliases() {
        return List.of("leaky rectifier");
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            double slope = arguments.get(NEGATIVE_SLOPE);
            return (in, weights, mode) -> new NDList(JniUtils.leakyRelu((PtNDArray) in.head(), slope));
        }
    }
}
