package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Strides;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import java.util.List;
import java.util.Optional;

/** Sets elements to zero with probability p while training and scales the rest by 1 / (1 - p); in inference it does nothing. */
public final class Dropout extends Elementwise {
    public static final Parameter<Double> P =
            Parameter.ofFloat("p").fallback(0.5).min(0).max(1);

    public Dropout() {
        super("Dropout", Category.REGULARISATION, 0, P);
    }

    @Override
    public List<String> aliases() {
        return List.of("regularization", "随机失活");
    }

    @Override
    public String paper() {
        return "Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, JMLR 2014";
    }

    @Override
    public String url() {
        return "https://jmlr.org/papers/v15/srivastava14a.html";
    }

    @Override
    public Optional<Strides> view(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, Strides memory) {
        return Optional.of(memory);
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            double probability = arguments.get(P);
            return (in, weights, mode) -> {
                if (!mode.training()) {
                    return new NDList(in.head());
                }
                return new NDList(JniUtils.dropout((PtNDArray) in.head(), probability, true));
            };
        }
    }
}
