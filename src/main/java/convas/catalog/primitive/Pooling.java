package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Pair;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Window;
import java.util.ArrayList;
import java.util.List;

/** A pool with a sliding window over {@code [C, H, W]}. Stride defaults to the kernel's size; padding is at most half of it. */
abstract class Pooling extends Layer {
    public static final Parameter<Pair> KERNEL_SIZE =
            Parameter.ofPair("kernel_size").min(1).unit("px");
    public static final Parameter<Pair> STRIDE =
            Parameter.ofPair("stride").optional().min(1).unit("px");
    public static final Parameter<Pair> PADDING =
            Parameter.ofPair("padding").fallback(Pair.square(0)).min(0).unit("px");
    public static final Parameter<Boolean> CEIL_MODE =
            Parameter.ofBool("ceil_mode").fallback(false);

    Pooling(String type, Parameter<?>... parameters) {
        super(type, Category.POOLING, parameters);
    }

    Pair dilation(Arguments arguments) {
        return Pair.square(1);
    }

    static Pair stride(Arguments arguments) {
        return arguments.find(STRIDE).orElseGet(() -> arguments.get(KERNEL_SIZE));
    }

    /** The windows along height and width. */
    final List<Sliding> windows(Arguments arguments) {
        Pair kernel = arguments.get(KERNEL_SIZE);
        Pair stride = stride(arguments);
        Pair padding = arguments.get(PADDING);
        return List.of(
                Sliding.along(true, kernel, stride, padding, dilation(arguments)),
                Sliding.along(false, kernel, stride, padding, dilation(arguments)));
    }

    @Override
    public final Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        List<Sliding> windows = windows(arguments);
        return Window.of(windows.get(0).sight(), windows.get(1).sight());
    }

    @Override
    final List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        if (!isImage(input, problems)) {
            return List.of();
        }
        List<Long> sizes = new ArrayList<>(List.of(input.channels()));
        List<Sliding> windows = windows(arguments);
        for (int axis = 0; axis < windows.size(); axis++) {
            Sliding window = windows.get(axis);
            long size = input.size(axis + 1);
            if (window.padding() > window.kernel() / 2) {
                problems.add(Problem.of(
                        PADDING.name(),
                        "primitive.padding.half",
                        window.kernel() / 2,
                        window.padding(),
                        window.kernel()));
                continue;
            }
            long output = window.pooled(size, arguments.get(CEIL_MODE));
            if (output < 1) {
                problems.add(Problem.of(
                        KERNEL_SIZE.name(), "primitive.kernel.large", window.extent(), window.padded(size), size));
            }
            sizes.add(output);
        }
        return List.of(new TensorShape(sizes));
    }

    /** Elements under one window. */
    static long area(Arguments arguments) {
        Pair kernel = arguments.get(KERNEL_SIZE);
        return Math.multiplyExact(kernel.height(), kernel.width());
    }
}
