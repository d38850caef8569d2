package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
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
 * The greatest value under a sliding window, channel by channel; padding never wins. As PyTorch's, with its ceil_mode.
 *
 * <p>Operations: one comparison less than the window has elements, for each output element. ptflops'
 * backend {@code pytorch} counts two per input element.
 */
public final class MaxPool2d extends Pooling {
    public static final Parameter<Pair> DILATION =
            Parameter.ofPair("dilation").fallback(Pair.square(1)).min(1).unit("px");

    public MaxPool2d() {
        super("MaxPool2d", KERNEL_SIZE, STRIDE, PADDING, DILATION, CEIL_MODE);
    }

    @Override
    public List<String> aliases() {
        return List.of("max pooling", "downsample", "最大池化", "池化");
    }

    @Override
    Pair dilation(Arguments arguments) {
        return arguments.get(DILATION);
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return new Work(0, Math.multiplyExact(area(arguments) - 1, total(outputs)))
                .with(Convention.PTFLOPS_PYTORCH, Math.multiplyExact(2, total(inputs)));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering(this);
    }

    /** The engine's pool; with dilation, which it does not know, a maximum of shifted views along each axis in turn. */
    private static final class Lowering implements convas.operator.djl.Lowering {
        private final MaxPool2d layer;

        Lowering(MaxPool2d layer) {
            this.layer = layer;
        }

        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            List<Sliding> windows = layer.windows(arguments);
            if (!arguments.get(DILATION).equals(Pair.square(1))) {
                return (in, weights, mode) -> new NDList(dilated(in.head(), windows, outputs.get(0)));
            }
            Shape kernel = Tensors.shape(arguments.get(KERNEL_SIZE));
            Shape stride = Tensors.shape(stride(arguments));
            Shape padding = Tensors.shape(arguments.get(PADDING));
            boolean ceil = arguments.get(CEIL_MODE);
            return (in, weights, mode) ->
                    new NDList(in.head().getNDArrayInternal().maxPool(kernel, stride, padding, ceil));
        }

        /** Columns first, then rows: where values tie, the gradient goes to the same element as in PyTorch's scan. */
        private static NDArray dilated(NDArray input, List<Sliding> windows, TensorShape output) {
            Sliding rows = windows.get(0);
            Sliding columns = windows.get(1);
            long[] border = {
                columns.padding(),
                behind(columns, input.size(3), output.width()),
                rows.padding(),
                behind(rows, input.size(2), output.height())
            };
            try (NDArray padded = Tensors.pad(input, Double.NEGATIVE_INFINITY, border);
                    NDArray across = greatest(padded, 3, columns, output.width())) {
                return greatest(across, 2, rows, output.height());
            }
        }

        /** Padding behind, so that the last window is whole; negative where some of the input is never looked at. */
        private static long behind(Sliding window, long size, long output) {
            return (output - 1) * window.stride() + window.extent() - window.padding() - size;
        }

        private static NDArray greatest(NDArray padded, int axis, Sliding window, long output) {
            try (NDList views = new NDList()) {
                for (long tap = 0; tap < window.kernel(); tap++) {
                    long start = tap * window.dilation();
                    long end = start + (output - 1) * window.stride() + 1;
                    views.add(Tensors.slice(padded, axis, start, end, window.stride()));
                }
                try (NDArray stacked = NDArrays.stack(views)) {
                    return stacked.max(new int[] {0});
                }
            }
        }
    }
}
