package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Pair;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;
import java.util.Optional;

/**
 * Resizes {@code [C, H, W]} by a factor, rounding sizes down, or to a size; exactly one of the two is given. As
 * PyTorch's: with a factor, positions are computed from the factor, not from the rounded sizes.
 *
 * <p>Operations: none for nearest; eleven per output element for bilinear (the count that thop uses too, which counts one
 * for nearest; fvcore counts four and one; ptflops' backend {@code pytorch} one for the module and one for the
 * function, be it nearest or bilinear).
 */
public final class Upsample extends Layer {
    private static final String BILINEAR = "bilinear";
    /** Less than the next position, but by no more than its place is rounded in floats. */
    private static final double NEARLY = 1 - 1e-4;

    public static final Parameter<Double> SCALE_FACTOR =
            Parameter.ofFloat("scale_factor").optional().min(0.001).max(1024);
    public static final Parameter<Pair> SIZE =
            Parameter.ofPair("size").optional().min(1).unit("px");
    public static final Parameter<String> MODE =
            Parameter.ofChoice("mode", List.of("nearest", BILINEAR)).fallback("nearest");
    public static final Parameter<Boolean> ALIGN_CORNERS =
            Parameter.ofBool("align_corners").fallback(false);

    public Upsample() {
        super("Upsample", Category.SHAPE, SCALE_FACTOR, SIZE, MODE, ALIGN_CORNERS);
    }

    @Override
    public List<String> aliases() {
        return List.of("resize", "interpolate", "unpool", "上采样");
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        Optional<Double> factor = arguments.find(SCALE_FACTOR);
        Optional<Pair> size = arguments.find(SIZE);
        if (factor.isPresent() == size.isPresent()) {
            refuse(problems, SCALE_FACTOR.name(), "primitive.upsample.one");
        }
        if (arguments.get(ALIGN_CORNERS) && !arguments.get(MODE).equals(BILINEAR)) {
            refuse(problems, ALIGN_CORNERS.name(), "primitive.upsample.align");
        }
        if (!isImage(input, problems) || !problems.isEmpty()) {
            return List.of();
        }
        Pair out = size.orElseGet(() ->
                new Pair(scaled(input.height(), factor.orElseThrow()), scaled(input.width(), factor.orElseThrow())));
        return Math.min(out.height(), out.width()) < 1
                ? refuse(problems, SCALE_FACTOR.name(), "primitive.upsample.empty", factor.orElse(1.0), input.display())
                : List.of(TensorShape.of(input.channels(), out.height(), out.width()));
    }

    private static long scaled(long size, double factor) {
        return (long) Math.floor(size * factor);
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        long elements = total(outputs);
        boolean bilinear = arguments.get(MODE).equals(BILINEAR);
        long operations = bilinear ? Math.multiplyExact(11, elements) : 0;
        return new Work(0, operations)
                .with(Convention.THOP, bilinear ? operations : elements)
                .with(Convention.FVCORE, bilinear ? Math.multiplyExact(4, elements) : elements)
                .with(Convention.PTFLOPS_PYTORCH, Math.addExact(elements, resized(arguments, inputs.get(0), elements)));
    }

    /** What ptflops counts for the function beside the module: by the factor, if there is one, not by the rounded sizes. */
    private static long resized(Arguments arguments, TensorShape input, long elements) {
        return arguments
                .find(SCALE_FACTOR)
                .map(factor -> (long) (input.elements() * (factor * factor)))
                .orElse(elements);
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        TensorShape from = inputs.get(0);
        TensorShape to = outputs.get(0);
        return Window.of(sight(arguments, from.height(), to.height()), sight(arguments, from.width(), to.width()));
    }

    /** Nearest takes the position at or before its place, bilinear those before and behind it. */
    private static Sight sight(Arguments arguments, long from, long to) {
        boolean align = arguments.get(ALIGN_CORNERS);
        double step = Lowering.step(from, to, arguments.find(SCALE_FACTOR).orElse(0.0), align);
        if (arguments.get(MODE).equals(BILINEAR)) {
            double middle = align ? 0 : (step - 1) / 2;
            return Sight.of(step, middle - NEARLY, middle + NEARLY);
        }
        return Sight.of(step, step == Math.rint(step) ? 0 : -NEARLY, 0);
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    /**
     * The engine's call takes a size only, no factor and no aligned corners, and smooths before it makes an image smaller
     * with bilinear. Where that differs from PyTorch's layer, each axis is resized by a matrix of weights instead.
     */
    private static final class Lowering implements convas.operator.djl.Lowering {
        private static final int NEAREST_MODE = 0;
        private static final int BILINEAR_MODE = 2;

        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            TensorShape from = inputs.get(0);
            TensorShape to = outputs.get(0);
            boolean smooth = arguments.get(MODE).equals(BILINEAR);
            boolean align = arguments.get(ALIGN_CORNERS);
            double factor = arguments.find(SCALE_FACTOR).orElse(0.0);
            boolean whole = to.height() == from.height() * factor && to.width() == from.width() * factor;
            boolean grows = to.height() >= from.height() && to.width() >= from.width();
            if ((factor == 0 || whole) && !align && (grows || !smooth)) {
                long[] size = {to.height(), to.width()};
                int mode = smooth ? BILINEAR_MODE : NEAREST_MODE;
                return (in, weights, how) -> new NDList(JniUtils.interpolate(Tensors.of(in.head()), size, mode, false));
            }
            float[] rows = matrix(from.height(), to.height(), factor, smooth, align);
            float[] columns = matrix(from.width(), to.width(), factor, smooth, align);
            Shape down = new Shape(from.height(), to.height());
            Shape across = new Shape(from.width(), to.width());
            return (in, weights, how) -> {
                NDArray input = in.head();
                try (NDArray right = Tensors.own(input.getManager(), columns, across);
                        NDArray wide = input.matMul(right);
                        NDArray turned = wide.swapAxes(2, 3);
                        NDArray left = Tensors.own(input.getManager(), rows, down);
                        NDArray high = turned.matMul(left)) {
                    return new NDList(high.swapAxes(2, 3));
                }
            };
        }

        /** How much each input position (row) gives to each output position (column). Computed in floats, as PyTorch does. */
        private static float[] matrix(long from, long to, double factor, boolean smooth, boolean align) {
            int columns = Math.toIntExact(to);
            float[] weights = new float[Math.multiplyExact(Math.toIntExact(from), columns)];
            float step = step(from, to, factor, align);
            float half = align ? 0 : 0.5f;
            for (int position = 0; position < columns; position++) {
                if (smooth) {
                    float source = Math.max(0, step * (position + half) - half);
                    int low = (int) Math.min((long) source, from - 1);
                    int high = (int) Math.min(low + 1L, from - 1);
                    float share = Math.min(1, source - low);
                    weights[low * columns + position] += 1 - share;
                    weights[high * columns + position] += share;
                } else {
                    weights[(int) Math.min((long) (position * step), from - 1) * columns + position] = 1;
                }
            }
            return weights;
        }

        /** Input positions between neighbouring outputs. */
        private static float step(long from, long to, double factor, boolean align) {
            if (align) {
                return to == 1 ? 0 : (float) (from - 1) / (to - 1);
            }
            return factor == 0 ? (float) from / to : (float) (1 / factor);
        }
    }
}
