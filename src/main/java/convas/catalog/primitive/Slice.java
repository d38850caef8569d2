package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.Strides;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;
import java.util.Optional;

/**
 * Every step-th position from start up to, without, end along an axis. Negative positions count from the end, as in
 * Python; unlike there, positions outside the tensor are refused, not cut to fit. No operations.
 */
public final class Slice extends Layer {
    public static final Parameter<Long> AXIS = Parameter.ofInt("axis").fallback(1L);
    public static final Parameter<Long> START = Parameter.ofInt("start").fallback(0L);
    public static final Parameter<Long> END = Parameter.ofInt("end").optional();
    public static final Parameter<Long> STEP =
            Parameter.ofInt("step").fallback(1L).min(1);

    public Slice() {
        super("Slice", Category.SHAPE, AXIS, START, END, STEP);
    }

    @Override
    public List<String> aliases() {
        return List.of("crop", "narrow", "index", "切片");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        Optional<Integer> axis = axis(AXIS, arguments.get(AXIS), input, problems);
        if (axis.isEmpty()) {
            return List.of();
        }
        long size = input.size(axis.get());
        long start = start(arguments, size);
        long end = end(arguments, size);
        if (start < 0 || start >= size) {
            refuse(problems, START.name(), "primitive.slice.start", -size, size - 1, arguments.get(START));
        } else if (end > size || end < -size) {
            refuse(problems, END.name(), "primitive.slice.end", -size, size, arguments.get(END));
        } else if (end <= start) {
            refuse(problems, END.name(), "primitive.slice.nothing", start, end);
        }
        long step = arguments.get(STEP);
        return problems.isEmpty() ? List.of(input.with(axis.get(), (end - start - 1) / step + 1)) : List.of();
    }

    private static long start(Arguments arguments, long size) {
        long start = arguments.get(START);
        return start < 0 ? start + size : start;
    }

    private static long end(Arguments arguments, long size) {
        long end = arguments.find(END).orElse(size);
        return end < 0 ? end + size : end;
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        int axis = axis(arguments.get(AXIS), inputs.get(0));
        long start = start(arguments, inputs.get(0).size(axis));
        return Window.along(inputs.get(0), axis, Sight.at(arguments.get(STEP), start));
    }

    @Override
    public Optional<Strides> view(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, Strides memory) {
        return Optional.of(memory.every(axis(arguments.get(AXIS), inputs.get(0)), arguments.get(STEP)));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            int index = axis(arguments.get(AXIS), inputs.get(0));
            long size = inputs.get(0).size(index);
            long start = start(arguments, size);
            long end = end(arguments, size);
            long step = arguments.get(STEP);
            return (in, weights, mode) -> new NDList(Tensors.slice(in.head(), index + 1, start, end, step));
        }
    }
}
