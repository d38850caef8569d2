package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Strides;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;
import java.util.Optional;

/**
 * Sets whole squares of {@code [C, H, W]} to zero while training, each sample and channel on its own, and scales the rest
 * so that the mean stays; in inference it does nothing. With b the block's side, at most the map's, squares are drawn
 * where they fit whole, each with probability p / b² × H × W / ((H - b + 1) × (W - b + 1)). p grows from 0 to
 * {@code drop_prob} along the training run, as in the paper. No operations in inference.
 */
public final class DropBlock extends Layer {
    public static final Parameter<Long> BLOCK_SIZE =
            Parameter.ofInt("block_size").fallback(7L).min(1).unit("px");
    public static final Parameter<Double> DROP_PROB =
            Parameter.ofFloat("drop_prob").fallback(0.1).min(0).max(1);

    public DropBlock() {
        super("DropBlock", Category.REGULARISATION, BLOCK_SIZE, DROP_PROB);
    }

    @Override
    public List<String> aliases() {
        return List.of("dropout", "regularization", "丢块");
    }

    @Override
    public String paper() {
        return "Ghiasi et al., DropBlock: A regularization method for convolutional networks, NeurIPS 2018";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1810.12890";
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        return isImage(inputs.get(0), problems) ? inputs : List.of();
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public Optional<Strides> view(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, Strides memory) {
        return Optional.of(memory);
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            TensorShape shape = inputs.get(0);
            long block = Math.min(arguments.get(BLOCK_SIZE), Math.min(shape.height(), shape.width()));
            long rows = shape.height() - block + 1;
            long columns = shape.width() - block + 1;
            double perProbability = (double) shape.height() * shape.width() / ((double) block * block * rows * columns);
            double probability = arguments.get(DROP_PROB);
            return (in, weights, mode) -> {
                float centre = (float) (probability * mode.progress() * perProbability);
                if (!mode.training() || centre == 0) {
                    return new NDList(in.head());
                }
                NDArray input = in.head();
                try (NDManager scope = input.getManager().newSubManager()) {
                    Shape places = new Shape(input.size(0), shape.channels(), rows, columns);
                    NDArray kept = kept(
                            scope.randomUniform(0f, 1f, places, DataType.FLOAT32)
                                    .lt(Tensors.number(scope, centre)),
                            block);
                    // At least one element counts as kept, so that nothing is divided by zero.
                    NDArray share = Tensors.atLeast(kept.mean(), 1.0 / input.size());
                    return new NDList(input.mul(kept.div(share)));
                }
            };
        }

        /** 1 where no block lies, 0 under blocks; a block lies below and to the right of each place drawn. */
        private static NDArray kept(NDArray drawn, long block) {
            long margin = block - 1;
            NDArray covered = drawn.toType(DataType.FLOAT32, false)
                    .pad(new Shape(margin, margin, margin, margin), 0)
                    .getNDArrayInternal()
                    .maxPool(new Shape(block, block), new Shape(1, 1), new Shape(0, 0), false);
            return Tensors.plus(covered.neg(), 1);
        }
    }
}
