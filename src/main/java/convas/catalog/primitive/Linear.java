package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.List;

/**
 * A matrix product along the last axis; input {@code [..., in]}, weight {@code [out_features, in]}. Does not flatten.
 *
 * <p>MACs: output elements × in. Operations: one addition per output element where there is a bias. ptflops
 * adds the bias; torchinfo counts weights and biases once, at however many positions they are used.
 */
public final class Linear extends Layer {
    public static final Parameter<Long> OUT_FEATURES =
            Parameter.ofInt("out_features").min(1).unit("features");
    public static final Parameter<Boolean> BIAS = Parameter.ofBool("bias").fallback(true);

    public Linear() {
        super("Linear", Category.LINEAR, OUT_FEATURES, BIAS);
    }

    @Override
    public List<String> aliases() {
        return List.of("dense", "fully connected", "fc", "全连接");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        return List.of(input.with(input.rank() - 1, arguments.get(OUT_FEATURES)));
    }

    @Override
    public List<Weight> weights(Arguments arguments, List<TensorShape> inputs) {
        long in = inputs.get(0).width();
        long out = arguments.get(OUT_FEATURES);
        Weight weight = Weight.fanIn("weight", TensorShape.of(out, in), in);
        return arguments.get(BIAS) ? List.of(weight, Weight.fanIn("bias", TensorShape.of(out), in)) : List.of(weight);
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        long elements = outputs.get(0).elements();
        long macs = Math.multiplyExact(elements, inputs.get(0).width());
        long bias = arguments.get(BIAS) ? elements : 0;
        long weights =
                total(weights(arguments, inputs).stream().map(Weight::shape).toList());
        return new Work(macs, bias)
                .with(Convention.PTFLOPS_PYTORCH, bias)
                .with(Convention.PTFLOPS_ATEN, bias)
                .with(Convention.TORCHINFO, weights - macs);
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        return Window.along(inputs.get(0), inputs.get(0).rank() - 1, Sight.WHOLE);
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            boolean bias = arguments.get(BIAS);
            return (in, weights, mode) -> {
                NDArray input = in.head();
                return input.getNDArrayInternal().linear(input, weights.head(), bias ? weights.get(1) : null);
            };
        }
    }
}
