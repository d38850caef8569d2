package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import java.util.List;

/** One-dimensional convolution; input {@code [C, L]}, weight {@code [out, C / groups, k]}. As PyTorch's. */
public final class Conv1d extends Convolution {
    public static final Parameter<Long> KERNEL_SIZE =
            Parameter.ofInt("kernel_size").min(1);
    public static final Parameter<Long> STRIDE =
            Parameter.ofInt("stride").fallback(1L).min(1);
    public static final Parameter<Long> PADDING =
            Parameter.ofInt("padding").fallback(0L).min(0);
    public static final Parameter<Long> DILATION =
            Parameter.ofInt("dilation").fallback(1L).min(1);

    public Conv1d() {
        super("Conv1d", OUT_CHANNELS, KERNEL_SIZE, STRIDE, PADDING, DILATION, GROUPS, BIAS);
    }

    @Override
    public List<String> aliases() {
        return List.of("convolution", "sequence", "一维卷积");
    }

    @Override
    List<Sliding> windows(Arguments arguments) {
        return List.of(new Sliding(
                arguments.get(KERNEL_SIZE), arguments.get(STRIDE), arguments.get(PADDING), arguments.get(DILATION)));
    }

    @Override
    boolean hasRank(TensorShape input, List<Problem> problems) {
        if (input.rank() != 2) {
            problems.add(Problem.of("", "primitive.input.sequence", input.display()));
        }
        return input.rank() == 2;
    }
}
