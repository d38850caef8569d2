package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.Arrays;
import java.util.List;

/** Normalises groups of channels of {@code [C, ...]}, each over all its positions; scale and shift per channel. */
public final class GroupNorm extends Normalising {
    public static final Parameter<Long> NUM_GROUPS =
            Parameter.ofInt("num_groups").min(1).unit("groups");

    public GroupNorm() {
        super("GroupNorm", NUM_GROUPS, EPS);
    }

    @Override
    public List<String> aliases() {
        return List.of("gn", "group normalization", "组归一化");
    }

    @Override
    public String paper() {
        return "Wu and He, Group Normalization, ECCV 2018";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1803.08494";
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        long groups = arguments.get(NUM_GROUPS);
        long channels = inputs.get(0).channels();
        return channels % groups == 0
                ? inputs
                : refuse(problems, NUM_GROUPS.name(), "primitive.groups.channels", groups, channels);
    }

    @Override
    long thop() {
        // thop does not know the layer.
        return 0;
    }

    @Override
    long ptflops() {
        return 2;
    }

    @Override
    TensorShape affine(Arguments arguments, TensorShape input) {
        return TensorShape.of(input.channels());
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        return Window.WHOLE;
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    /** The engine's layer normalisation over each group laid out as one axis, then scale and shift. */
    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            TensorShape input = inputs.get(0);
            long groups = arguments.get(NUM_GROUPS);
            Shape group = new Shape(input.elements() / groups);
            Shape perChannel = new Shape(input.channels()).addAll(ones(input.rank() - 1));
            double eps = arguments.get(EPS);
            return (in, weights, mode) -> {
                NDArray whole = in.head();
                try (NDArray grouped = whole.reshape(whole.size(0), groups, group.size());
                        NDArray one = whole.getManager().ones(group);
                        NDArray zero = whole.getManager().zeros(group);
                        NDArray even =
                                JniUtils.layerNorm(Tensors.of(grouped), group, Tensors.of(one), Tensors.of(zero), eps);
                        NDArray shaped = even.reshape(whole.getShape());
                        NDArray scale = weights.get(0).reshape(perChannel);
                        NDArray shift = weights.get(1).reshape(perChannel);
                        NDArray scaled = shaped.mul(scale)) {
                    return new NDList(scaled.add(shift));
                }
            };
        }

        private static Shape ones(int count) {
            long[] sizes = new long[count];
            Arrays.fill(sizes, 1);
            return new Shape(sizes);
        }
    }
}
