package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Parameter;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;
import java.util.Map;

/**
 * The mean under a sliding window, channel by channel. Zeros of the padding count as elements unless
 * {@code count_include_pad} is off; what a cut-off last window lacks never counts. As PyTorch's.
 *
 * <p>Operations: as many as the window has elements (the additions and one division), for each output element. thop
 * counts one per output element.
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
        return new Work(0, Math.multiplyExact(area(arguments), elements), Map.of(Convention.THOP, elements));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            Shape kernel = Tensors.shape(arguments.get(KERNEL_SIZE));
            Shape stride = Tensors.shape(stride(arguments));
            Shape padding = Tensors.shape(arguments.get(PADDING));
            boolean ceil = arguments.get(CEIL_MODE);
            boolean withPadding = arguments.get(COUNT_INCLUDE_PAD);
            return (in, weights, mode) ->
                    new NDList(in.head().getNDArrayInternal().avgPool(kernel, stride, padding, ceil, withPadding));
        }
    }
}
