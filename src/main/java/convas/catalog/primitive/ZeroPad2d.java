package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;

/**
 * Zeros around {@code [C, H, W]}: one number for all four sides or {@code [left, right, top, bottom]}, and with
 * {@code channels} also {@code [front, back]}, as a ResNet's parameterless shortcut has. Negative numbers cut off. No
 * operations.
 */
public final class ZeroPad2d extends Layer {
    public static final Parameter<List<Long>> PADDING =
            Parameter.ofInts("padding").fallback(List.of(0L)).unit("px");
    public static final Parameter<List<Long>> CHANNELS =
            Parameter.ofInts("channels").fallback(List.of(0L, 0L)).unit("channels");

    public ZeroPad2d() {
        super("ZeroPad2d", Category.SHAPE, PADDING, CHANNELS);
    }

    @Override
    public List<String> aliases() {
        return List.of("padding", "border", "补零");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        int sides = arguments.get(PADDING).size();
        int ends = arguments.get(CHANNELS).size();
        if (sides != 1 && sides != 4) {
            refuse(problems, PADDING.name(), "primitive.pad.sides", sides);
        }
        if (ends != 2) {
            refuse(problems, CHANNELS.name(), "primitive.pad.channels", ends);
        }
        if (!isImage(input, problems) || !problems.isEmpty()) {
            return List.of();
        }
        List<Long> all = all(arguments);
        if (cutsTooMuch(input.channels(), all, 4)
                || cutsTooMuch(input.height(), all, 2)
                || cutsTooMuch(input.width(), all, 0)) {
            return refuse(problems, PADDING.name(), "primitive.pad.cut", input.display(), all);
        }
        TensorShape padded = TensorShape.of(
                grown(input.channels(), all, 4), grown(input.height(), all, 2), grown(input.width(), all, 0));
        return padded.sizes().stream().anyMatch(size -> size < 1)
                ? refuse(problems, PADDING.name(), "primitive.pad.empty", input.display(), padded.display())
                : List.of(padded);
    }

    /** As in PyTorch, only the input is cut, never what the padding adds at the other end. */
    private static boolean cutsTooMuch(long size, List<Long> all, int from) {
        return Math.addExact(size, Math.addExact(Math.min(0, all.get(from)), Math.min(0, all.get(from + 1)))) < 0;
    }

    /** Left, right, top, bottom, front, back: the order in which the engine takes them too. */
    private static List<Long> all(Arguments arguments) {
        List<Long> sides = arguments.get(PADDING);
        List<Long> ends = arguments.get(CHANNELS);
        long first = sides.get(0);
        return sides.size() == 1
                ? List.of(first, first, first, first, ends.get(0), ends.get(1))
                : List.of(first, sides.get(1), sides.get(2), sides.get(3), ends.get(0), ends.get(1));
    }

    private static long grown(long size, List<Long> all, int from) {
        return Math.addExact(size, Math.addExact(all.get(from), all.get(from + 1)));
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        List<Long> all = all(arguments);
        return Window.of(Sight.at(1, -all.get(2)), Sight.at(1, -all.get(0)));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            long[] border = all(arguments).stream().mapToLong(Long::longValue).toArray();
            return (in, weights, mode) -> new NDList(Tensors.pad(in.head(), 0, border));
        }
    }
}
