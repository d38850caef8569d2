package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A convolution over any number of spatial axes; input {@code [C, ...]}, output {@code [out_channels, ...]}.
 *
 * <p>MACs: output positions × out_channels × in_channels / groups × kernel elements. Operations: one addition per output
 * element where there is a bias, which ptflops and torchinfo count beside the MACs.
 */
abstract class Convolution extends Layer {
    public static final Parameter<Long> OUT_CHANNELS =
            Parameter.ofInt("out_channels").min(1).unit("channels");
    public static final Parameter<Long> GROUPS =
            Parameter.ofInt("groups").fallback(1L).min(1);
    public static final Parameter<Boolean> BIAS = Parameter.ofBool("bias").fallback(true);

    Convolution(String type, Parameter<?>... parameters) {
        super(type, Category.CONVOLUTION, parameters);
    }

    /** The window along each spatial axis. */
    abstract List<Sliding> windows(Arguments arguments);

    /** Says what is wrong with the input's number of axes. */
    abstract boolean hasRank(TensorShape input, List<Problem> problems);

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        if (!hasRank(input, problems)) {
            return List.of();
        }
        checkGroups(arguments, input, problems);
        List<Sliding> windows = windows(arguments);
        List<Long> sizes = new ArrayList<>(List.of(arguments.get(OUT_CHANNELS)));
        for (int axis = 0; axis < windows.size(); axis++) {
            Sliding window = windows.get(axis);
            long size = input.size(axis + 1);
            if (window.fits(size)) {
                sizes.add(window.convolved(size));
            } else {
                problems.add(Problem.of(
                        "kernel_size", "primitive.kernel.large", window.extent(), window.padded(size), size));
            }
        }
        return List.of(new TensorShape(sizes));
    }

    static void checkGroups(Arguments arguments, TensorShape input, List<Problem> problems) {
        long groups = arguments.get(GROUPS);
        long out = arguments.get(OUT_CHANNELS);
        if (input.channels() % groups != 0 || out % groups != 0) {
            problems.add(Problem.of(GROUPS.name(), "primitive.groups", groups, input.channels(), out));
        }
    }

    @Override
    public List<Weight> weights(Arguments arguments, List<TensorShape> inputs) {
        long perGroup = inputs.get(0).channels() / arguments.get(GROUPS);
        long out = arguments.get(OUT_CHANNELS);
        List<Long> kernel = windows(arguments).stream().map(Sliding::kernel).toList();
        List<Long> sizes = new ArrayList<>(List.of(out, perGroup));
        sizes.addAll(kernel);
        long fanIn = Math.multiplyExact(perGroup, new TensorShape(kernel).elements());
        return withBias(arguments, Weight.fanIn("weight", new TensorShape(sizes), fanIn), fanIn);
    }

    static List<Weight> withBias(Arguments arguments, Weight weight, long fanIn) {
        return arguments.get(BIAS)
                ? List.of(weight, Weight.fanIn("bias", TensorShape.of(arguments.get(OUT_CHANNELS)), fanIn))
                : List.of(weight);
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        TensorShape weight = weights(arguments, inputs).get(0).shape();
        TensorShape output = outputs.get(0);
        long macs = Math.multiplyExact(output.elements() / output.channels(), weight.elements());
        return biased(arguments, macs, output.elements());
    }

    static Work biased(Arguments arguments, long macs, long elements) {
        if (!arguments.get(BIAS)) {
            return new Work(macs, 0);
        }
        return new Work(macs, elements)
                .with(Convention.PTFLOPS_PYTORCH, elements)
                .with(Convention.PTFLOPS_ATEN, elements)
                .with(Convention.TORCHINFO, elements);
    }

    @Override
    public final Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        List<Sight> sights = windows(arguments).stream().map(Sliding::sight).toList();
        Sight width = sights.get(sights.size() - 1);
        return Window.of(sights.size() > 1 ? sights.get(0) : Sight.POINT, width);
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering(this);
    }

    /** One call of the engine's convolution. */
    private static final class Lowering implements convas.operator.djl.Lowering {
        private final Convolution layer;

        Lowering(Convolution layer) {
            this.layer = layer;
        }

        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            List<Sliding> windows = layer.windows(arguments);
            Shape stride = shape(windows.stream().mapToLong(Sliding::stride));
            Shape padding = shape(windows.stream().mapToLong(Sliding::padding));
            Shape dilation = shape(windows.stream().mapToLong(Sliding::dilation));
            int groups = Math.toIntExact(arguments.get(GROUPS));
            boolean bias = arguments.get(BIAS);
            return (in, weights, mode) -> {
                NDArray input = in.head();
                NDList result = input.getNDArrayInternal()
                        .convolution(
                                input, weights.head(), bias ? weights.get(1) : null, stride, padding, dilation, groups);
                return result;
            };
        }

        private static Shape shape(LongStream sizes) {
            return new Shape(sizes.toArray());
        }
    }
}
