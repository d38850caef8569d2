package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.Arrays;
import java.util.List;

/**
 * x where it is positive, else a trained slope times x: one slope for all, or one per channel. Slopes start at 0.25.
 *
 * <p>Operations: two per element. thop counts one per element, ptflops' backend {@code pytorch} two,
 * torchinfo the slopes.
 */
public final class PReLU extends Layer {
    public static final Parameter<Long> NUM_PARAMETERS =
            Parameter.ofInt("num_parameters").fallback(1L).min(1);
    private static final double START = 0.25;

    public PReLU() {
        super("PReLU", Category.ACTIVATION, NUM_PARAMETERS);
    }

    @Override
    public List<String> aliases() {
        return List.of("parametric rectifier");
    }

    @Override
    public String paper() {
        return "He et al., Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet"
                + " Classification, ICCV 2015";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1502.01852";
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        long slopes = arguments.get(NUM_PARAMETERS);
        long channels = inputs.get(0).channels();
        return slopes == 1 || slopes == channels
                ? inputs
                : refuse(problems, NUM_PARAMETERS.name(), "primitive.slopes", channels, slopes);
    }

    @Override
    public List<Weight> weights(Arguments arguments, List<TensorShape> inputs) {
        return List.of(Weight.constant("weight", TensorShape.of(arguments.get(NUM_PARAMETERS)), START));
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        long elements = total(outputs);
        long twice = Math.multiplyExact(2, elements);
        return new Work(0, twice)
                .with(Convention.THOP, elements)
                .with(Convention.PTFLOPS_PYTORCH, twice)
                .with(Convention.TORCHINFO, arguments.get(NUM_PARAMETERS));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    /** relu(x) - slope × relu(-x), since the engine's interface does not know it. */
    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            long[] perChannel = new long[inputs.get(0).rank()];
            Arrays.fill(perChannel, 1);
            perChannel[0] = arguments.get(NUM_PARAMETERS);
            return (in, weights, mode) -> {
                NDArray input = in.head();
                try (NDArray positive = input.getNDArrayInternal().relu();
                        NDArray turned = input.neg();
                        NDArray negative = turned.getNDArrayInternal().relu();
                        NDArray slope = weights.head().reshape(perChannel);
                        NDArray sloped = negative.mul(slope)) {
                    return new NDList(positive.sub(sloped));
                }
            };
        }
    }
}
