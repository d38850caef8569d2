package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;

/** Normalises over the last {@code dims} axes together; scale and shift per element of those. */
public final class LayerNorm extends Normalising {
    public static final Parameter<Long> DIMS =
            Parameter.ofInt("dims").fallback(1L).min(1);

    public LayerNorm() {
        super("LayerNorm", DIMS, EPS);
    }

    @Override
    public List<String> aliases() {
        return List.of("ln", "layer normalization", "层归一化");
    }

    @Override
    public String paper() {
        return "Ba et al., Layer Normalization, 2016";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1607.06450";
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        long dims = arguments.get(DIMS);
        return dims <= input.rank()
                ? inputs
                : refuse(problems, DIMS.name(), "primitive.dims", input.rank(), dims, input.display());
    }

    @Override
    long thop() {
        return 4;
    }

    @Override
    long ptflops() {
        // ptflops looks for an attribute that this layer calls otherwise, and leaves out scale and shift.
        return 1;
    }

    @Override
    TensorShape affine(Arguments arguments, TensorShape input) {
        int first = input.rank() - Math.toIntExact(arguments.get(DIMS));
        return new TensorShape(input.sizes().subList(first, input.rank()));
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        return Window.of(arguments.get(DIMS) > 1 ? Sight.WHOLE : Sight.POINT, Sight.WHOLE);
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering(this);
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        private final LayerNorm layer;

        Lowering(LayerNorm layer) {
            this.layer = layer;
        }

        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            Shape normalised = new Shape(layer.affine(arguments, inputs.get(0)).sizes());
            double eps = arguments.get(EPS);
            return (in, weights, mode) -> new NDList(JniUtils.layerNorm(
                    Tensors.of(in.head()), normalised, Tensors.of(weights.get(0)), Tensors.of(weights.get(1)), eps));
        }
    }
}
