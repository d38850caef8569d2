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
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resizes {@code [C, H, W]} by a factor, rounding sizes down, or to a size; exactly one of the two is given. As
 * PyTorch's: with a factor, positions are computed from the factor, not from the rounded sizes.
 *
 * <p>Operations: none for nearest; eleven per output element for bilinear (the count that thop uses too, which counts one
 * for nearest; fvcore counts four and one).
 */
public final class Upsample extends Layer {
    private static final String BILINEAR = "bilinear";

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
        if (!arguments.get(MODE).equals(BILINEAR)) {
            return new Work(0, 0, Map.of(Convention.THOP, elements, Convention.FVCORE, elements));
        }
        long operations = Math.multiplyExact(11, elements);
        long fvcore = Math.multiplyExact(4, elements);
        return new Work(0, operations, Map.of(Convention.THOP, operations, Convention.FVCORE, fvcore));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    /**
     * The engine resizes to a size only and computes positions from it. Where a factor gives another step, each axis is
     * resized by a matrix of weights instead.
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
            if (factor == 0 || whole || align) {
                long[] size = {to.height(), to.width()};
                int mode = smooth ? BILINEAR_MODE : NEAREST_MODE;
                return (in, weights, how) -> new NDList(JniUtils.interpolate(Tensors.of(in.head()), size, mode, align));
            }
            float[] rows = matrix(from.height(), to.height(), factor, smooth);
            float[] columns = matrix(from.width(), to.width(), factor, smooth);
            return (in, weights, how) -> {
                NDArray input = in.head();
                try (NDArray right = input.getManager().create(columns, new Shape(to.width(), from.width()));
                        NDArray turned = right.transpose();
                        NDArray left = input.getManager().create(rows, new Shape(to.height(), from.height()));
                        NDArray wide = input.matMul(turned)) {
                    return new NDList(left.matMul(wide));
                }
            };
        }

        /** How much each input position (column) gives to each output position (row). */
        private static float[] matrix(long from, long to, double factor, boolean smooth) {
            float[] weights = new float[Math.toIntExact(Math.multiplyExact(from, to))];
            float step = (float) (1 / factor);
            for (int position = 0; position < to; position++) {
                int row = Math.toIntExact(position * from);
                if (smooth) {
                    float source = Math.max(0, step * (position + 0.5f) - 0.5f);
                    int low = (int) Math.min((long) source, from - 1);
                    int high = (int) Math.min(low + 1L, from - 1);
                    float share = Math.min(1, source - low);
                    weights[row + low] += 1 - share;
                    weights[row + high] += share;
                } else {
                    weights[row + (int) Math.min((long) (position * step), from - 1)] = 1;
                }
            }
            return weights;
        }
    }
}
