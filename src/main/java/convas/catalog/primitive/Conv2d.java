package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Pair;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import java.util.List;

/** Two-dimensional convolution; input {@code [C, H, W]}, weight {@code [out, C / groups, kh, kw]}. As PyTorch's. */
public final class Conv2d extends Convolution {
    public static final Parameter<Pair> KERNEL_SIZE =
            Parameter.ofPair("kernel_size").min(1).unit("px");
    public static final Parameter<Pair> STRIDE =
            Parameter.ofPair("stride").fallback(Pair.square(1)).min(1).unit("px");
    public static final Parameter<Pair> PADDING =
            Parameter.ofPair("padding").fallback(Pair.square(0)).min(0).unit("px");
    public static final Parameter<Pair> DILATION =
            Parameter.ofPair("dilation").fallback(Pair.square(1)).min(1).unit("px");

    public Conv2d() {
        super("Conv2d", OUT_CHANNELS, KERNEL_SIZE, STRIDE, PADDING, DILATION, GROUPS, BIAS);
    }

    @Override
    public List<String> aliases() {
        return List.of("convolution", "depthwise", "pointwise", "group convolution", "卷积");
    }

    @Override
    List<Sliding> windows(Arguments arguments) {
        Pair kernel = arguments.get(KERNEL_SIZE);
        Pair stride = arguments.get(STRIDE);
        Pair padding = arguments.get(PADDING);
        Pair dilation = arguments.get(DILATION);
        return List.of(
                Sliding.along(true, kernel, stride, padding, dilation),
                Sliding.along(false, kernel, stride, padding, dilation));
    }

    @Override
    boolean hasRank(TensorShape input, List<Problem> problems) {
        return isImage(input, problems);
    }
}
