package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.Work;
import convas.operator.djl.BatchNormalization;
import convas.operator.djl.Kernel;
import java.util.List;

/**
 * Batch normalisation of each channel of {@code [C, H, W]}. Momentum is PyTorch's: new = (1 - momentum) × old + momentum
 * × batch, with the unbiased batch variance.
 *
 * <p>Operations: two per element, since in inference the statistics fold into one scale and one shift. fvcore and
 * ptflops' backend {@code pytorch} count those, thop four per element, torchinfo two per channel.
 */
public final class BatchNorm2d extends Layer {
    public static final Parameter<Double> EPS =
            Parameter.ofFloat("eps").fallback(1e-5).min(0);
    public static final Parameter<Double> MOMENTUM =
            Parameter.ofFloat("momentum").fallback(0.1).min(0).max(1);

    public BatchNorm2d() {
        super("BatchNorm2d", Category.NORMALISATION, EPS, MOMENTUM);
    }

    @Override
    public List<String> aliases() {
        return List.of("bn", "batch normalization", "批归一化");
    }

    @Override
    public String paper() {
        return "Ioffe and Szegedy, Batch Normalization: Accelerating Deep Network Training by Reducing Internal"
                + " Covariate Shift, ICML 2015";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1502.03167";
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        return isImage(inputs.get(0), problems) ? inputs : List.of();
    }

    @Override
    public List<Weight> weights(Arguments arguments, List<TensorShape> inputs) {
        TensorShape channels = TensorShape.of(inputs.get(0).channels());
        return List.of(
                Weight.ones("weight", channels, true),
                Weight.zeros("bias", channels, true),
                Weight.zeros("running_mean", channels, false),
                Weight.ones("running_var", channels, false));
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        TensorShape output = outputs.get(0);
        long elements = output.elements();
        long twice = Math.multiplyExact(2, elements);
        return new Work(0, twice)
                .with(Convention.FVCORE, twice)
                .with(Convention.THOP, Math.multiplyExact(4, elements))
                .with(Convention.PTFLOPS_PYTORCH, twice)
                .with(Convention.TORCHINFO, 2 * output.channels());
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            BatchNormalization normalization = new BatchNormalization(arguments.get(MOMENTUM), arguments.get(EPS));
            return (in, weights, mode) -> {
                BatchNormalization.Weights tensors =
                        new BatchNormalization.Weights(weights.get(0), weights.get(1), weights.get(2), weights.get(3));
                return new NDList(normalization.apply(in.head(), tensors, mode.training()));
            };
        }
    }
}
