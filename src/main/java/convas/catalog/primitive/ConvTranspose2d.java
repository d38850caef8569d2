package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Pair;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;

/**
 * Transposed two-dimensional convolution; input {@code [C, H, W]}, weight {@code [C, out / groups, kh, kw]}. Output size:
 * (in - 1) × stride - 2 × padding + dilation × (kernel - 1) + output_padding + 1, and output_padding is below stride or
 * dilation. As PyTorch's.
 *
 * <p>MACs: input positions × C × out / groups × kernel elements, since every input value meets every kernel element once.
 * Operations: one addition per output element where there is a bias. ptflops adds the bias; thop counts output
 * positions, torchinfo those and the bias.
 */
public final class ConvTranspose2d extends Layer {
    public static final Parameter<Pair> OUTPUT_PADDING =
            Parameter.ofPair("output_padding").fallback(Pair.square(0)).min(0).unit("px");

    public ConvTranspose2d() {
        super(
                "ConvTranspose2d",
                Category.CONVOLUTION,
                Convolution.OUT_CHANNELS,
                Conv2d.KERNEL_SIZE,
                Conv2d.STRIDE,
                Conv2d.PADDING,
                OUTPUT_PADDING,
                Conv2d.DILATION,
                Convolution.GROUPS,
                Convolution.BIAS);
    }

    @Override
    public List<String> aliases() {
        return List.of("deconvolution", "upconv", "fractionally strided", "转置卷积");
    }

    private static Sliding window(Arguments arguments, boolean height) {
        return Sliding.along(
                height,
                arguments.get(Conv2d.KERNEL_SIZE),
                arguments.get(Conv2d.STRIDE),
                arguments.get(Conv2d.PADDING),
                arguments.get(Conv2d.DILATION));
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        if (!isImage(input, problems)) {
            return List.of();
        }
        Convolution.checkGroups(arguments, input, problems);
        Pair more = arguments.get(OUTPUT_PADDING);
        long height = size(window(arguments, true), input.height(), more.height(), problems);
        long width = size(window(arguments, false), input.width(), more.width(), problems);
        return List.of(TensorShape.of(arguments.get(Convolution.OUT_CHANNELS), height, width));
    }

    private static long size(Sliding window, long size, long more, List<Problem> problems) {
        long limit = Math.max(window.stride(), window.dilation());
        if (more >= limit) {
            problems.add(Problem.of(OUTPUT_PADDING.name(), "primitive.outputPadding", limit - 1, more));
        }
        long output = window.transposed(size, more);
        if (output < 1) {
            problems.add(Problem.of("padding", "primitive.transposed.empty", window.padding(), size, output));
        }
        return output;
    }

    @Override
    public List<Weight> weights(Arguments arguments, List<TensorShape> inputs) {
        Pair kernel = arguments.get(Conv2d.KERNEL_SIZE);
        long perGroup = arguments.get(Convolution.OUT_CHANNELS) / arguments.get(Convolution.GROUPS);
        TensorShape shape = TensorShape.of(inputs.get(0).channels(), perGroup, kernel.height(), kernel.width());
        // PyTorch takes the second axis for the inputs of one output, whichever way the convolution goes.
        long fanIn = Math.multiplyExact(perGroup, Math.multiplyExact(kernel.height(), kernel.width()));
        return Convolution.withBias(arguments, Weight.fanIn("weight", shape, fanIn), fanIn);
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        TensorShape input = inputs.get(0);
        TensorShape output = outputs.get(0);
        long weight = weights(arguments, inputs).get(0).shape().elements();
        long macs = Math.multiplyExact(input.elements() / input.channels(), weight);
        long bias = arguments.get(Convolution.BIAS) ? output.elements() : 0;
        // What those two count who look at output positions, beside the MACs.
        long more = Math.multiplyExact(output.elements() / output.channels(), weight) - macs;
        return new Work(macs, bias)
                .with(Convention.PTFLOPS_PYTORCH, bias)
                .with(Convention.PTFLOPS_ATEN, bias)
                .with(Convention.THOP, more)
                .with(Convention.TORCHINFO, Math.addExact(more, bias));
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        return Window.of(
                window(arguments, true).transposedSight(),
                window(arguments, false).transposedSight());
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    /**
     * The engine's interface has no transposed convolution: the input is spread out with stride - 1 zeros between its
     * values and convolved with the kernel turned by half a circle, its two channel axes exchanged in each group.
     */
    private static final class Lowering implements convas.operator.djl.Lowering {
        private static final Shape ONE = new Shape(1, 1);
        private static final Shape ZERO = new Shape(0, 0);

        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            List<Sliding> windows = List.of(window(arguments, true), window(arguments, false));
            Pair more = arguments.get(OUTPUT_PADDING);
            Sliding rows = windows.get(0);
            Sliding columns = windows.get(1);
            long top = rows.extent() - 1 - rows.padding();
            long left = columns.extent() - 1 - columns.padding();
            // Spreading leaves stride - 1 zeros behind the last value too; the padding there is that much less.
            // Negative where the output begins behind what the kernel reaches: then it is cut off.
            long[] border = {
                left, left + more.width() - (columns.stride() - 1), top, top + more.height() - (rows.stride() - 1)
            };
            Shape dilation = new Shape(rows.dilation(), columns.dilation());
            int groups = Math.toIntExact(arguments.get(Convolution.GROUPS));
            boolean bias = arguments.get(Convolution.BIAS);
            return (in, weights, mode) -> {
                NDArray input = in.head();
                try (NDArray spread = spread(input, rows.stride(), columns.stride());
                        NDArray padded = Tensors.pad(spread, 0, border);
                        NDArray kernel = turned(weights.head(), groups, input)) {
                    return padded.getNDArrayInternal()
                            .convolution(padded, kernel, bias ? weights.get(1) : null, ONE, ZERO, dilation, groups);
                }
            };
        }

        private static NDArray spread(NDArray input, long down, long across) {
            Shape shape = input.getShape();
            Shape apart = new Shape(shape.get(0), shape.get(1), shape.get(2), 1, shape.get(3), 1);
            try (NDArray single = input.reshape(apart);
                    NDArray zeros = single.pad(new Shape(0, across - 1, 0, 0, 0, down - 1), 0)) {
                return zeros.reshape(shape.get(0), shape.get(1), shape.get(2) * down, shape.get(3) * across);
            }
        }

        /** From {@code [C, out / groups, kh, kw]} to {@code [out, C / groups, kh, kw]}; belongs to the input's manager. */
        private static NDArray turned(NDArray weight, long groups, NDArray owner) {
            Shape shape = weight.getShape();
            try (NDList made = new NDList()) {
                made.add(weight.reshape(groups, shape.get(0) / groups, shape.get(1), shape.get(2), shape.get(3)));
                made.add(made.get(0).swapAxes(1, 2));
                made.add(made.get(1).reshape(groups * shape.get(1), shape.get(0) / groups, shape.get(2), shape.get(3)));
                NDArray result = made.get(2).flip(2, 3);
                result.attach(owner.getManager());
                return result;
            }
        }
    }
}
