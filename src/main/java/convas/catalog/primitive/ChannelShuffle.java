package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.List;

/**
 * Reorders the channels of {@code [C, H, W]} so that each group's go to all groups: C = 12 and 3 groups give
 * 0 4 8 1 5 9 2 6 10 3 7 11, the order of the paper and of PyTorch. (The authors' own code has the inverse order, which
 * is this with C / groups groups.) No operations.
 */
public final class ChannelShuffle extends Layer {
    public static final Parameter<Long> GROUPS = Parameter.ofInt("groups").min(1);

    public ChannelShuffle() {
        super("ChannelShuffle", Category.SHAPE, GROUPS);
    }

    @Override
    public List<String> aliases() {
        return List.of("shuffle", "permute channels", "通道混洗");
    }

    @Override
    public String paper() {
        return "Zhang et al., ShuffleNet: An Extremely Efficient Convolutional Neural Network for Mobile Devices,"
                + " CVPR 2018";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1707.01083";
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        if (!isImage(input, problems)) {
            return List.of();
        }
        long groups = arguments.get(GROUPS);
        return input.channels() % groups == 0
                ? inputs
                : refuse(problems, GROUPS.name(), "primitive.groups.channels", groups, input.channels());
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    /**
     * Shuffles with the channels last, as a training batch lies in memory: nothing but the one copy that the new order
     * needs, and the convolutions behind find that order again (half the time, of a unit, that shuffling in place takes).
     */
    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            TensorShape shape = inputs.get(0);
            long height = shape.height();
            long width = shape.width();
            long groups = arguments.get(GROUPS);
            long perGroup = shape.channels() / groups;
            return (in, weights, mode) -> {
                NDArray input = in.head();
                long batch = input.size(0);
                try (NDArray last = input.transpose(0, 2, 3, 1);
                        NDArray grouped = last.reshape(batch, height, width, groups, perGroup);
                        NDArray swapped = grouped.swapAxes(3, 4);
                        NDArray shuffled = swapped.reshape(batch, height, width, shape.channels())) {
                    return new NDList(shuffled.transpose(0, 3, 1, 2));
                }
            };
        }
    }
}
