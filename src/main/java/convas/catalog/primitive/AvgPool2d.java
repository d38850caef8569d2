package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Pair;
import convas.operator.Parameter;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;

/**
 * The mean under a sliding window, channel by channel. Zeros of the padding count as elements unless
 * {@code count_include_pad} is off; what a cut-off last window lacks never counts. As PyTorch's.
 *
 * <p>Operations: as many as the window has elements (the additions and one division), for each output element. thop
 * counts one per output element, ptflops' backend {@code pytorch} two per input element.
 */
public final class AvgPool2d extends Pooling {
    public static final Parameter<Boolean> COUNT_INCLUDE_PAD =
            Parameter.ofBool("count_include_pad").fallback(true);

    public AvgPool2d() {
        super("AvgPool2d", KERNEL_SIZE, STRIDE, PADDING, CEIL_MODE, COUNT_INCLUDE_PAD);
    }

    @Override
    public List<String> aliases() {
        return List.of("average pooling", "mean pooling", "downsample", "平均池化");
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        long elements = total(outputs);
        return new Work(0, Math.multiplyExact(area(arguments), elements))
                .with(Convention.THOP, elements)
                .with(Convention.PTFLOPS_PYTORCH, Math.multiplyExact(2, total(inputs)));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering(this);
    }

    /**
     * The engine's pool, which counts the padding whatever it is told; where it should not, each mean is multiplied by the
     * window's size over the elements in it.
     */
    private static final class Lowering implements convas.operator.djl.Lowering {
        private final AvgPool2d layer;

        Lowering(AvgPool2d layer) {
            this.layer = layer;
        }

        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            Pair padding = arguments.get(PADDING);
            Shape kernel = Tensors.shape(arguments.get(KERNEL_SIZE));
            Shape stride = Tensors.shape(stride(arguments));
            Shape border = Tensors.shape(padding);
            boolean ceil = arguments.get(CEIL_MODE);
            if (arguments.get(COUNT_INCLUDE_PAD) || padding.equals(Pair.square(0))) {
                return (in, weights, mode) ->
                        new NDList(in.head().getNDArrayInternal().avgPool(kernel, stride, border, ceil, true));
            }
            TensorShape output = outputs.get(0);
            Shape map = new Shape(1, 1, output.height(), output.width());
            float[] shares = shares(layer.windows(arguments), inputs.get(0), output);
            return (in, weights, mode) -> {
                NDArray input = in.head();
                try (NDArray means = input.getNDArrayInternal().avgPool(kernel, stride, border, ceil, true);
                        NDArray corrections = Tensors.own(input.getManager(), shares, map)) {
                    return new NDList(means.mul(corrections));
                }
            };
        }

        private static float[] shares(List<Sliding> windows, TensorShape input, TensorShape output) {
            int height = Math.toIntExact(output.height());
            int width = Math.toIntExact(output.width());
            float[] shares = new float[Math.multiplyExact(height, width)];
            for (int row = 0; row < height; row++) {
                double down = share(windows.get(0), row, input.height());
                for (int column = 0; column < width; column++) {
                    shares[row * width + column] = (float) (down * share(windows.get(1), column, input.width()));
                }
            }
            return shares;
        }

        /** Positions under a window, padding with them, over positions of the input alone. */
        private static double share(Sliding window, int output, long size) {
            long start = output * window.stride() - window.padding();
            long end = Math.min(start + window.kernel(), size + window.padding());
            return (double) (end - start) / (Math.min(end, size) - Math.max(start, 0));
        }
    }
}
