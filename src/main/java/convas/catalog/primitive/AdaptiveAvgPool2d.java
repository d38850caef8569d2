package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;

/**
 * The mean under each window.
 *
 * <p>Operations: as many as all windows have elements together (the additions and one division for each output element).
 * fvcore counts the input's elements, ptflops' backend {@code pytorch} twice; thop the input's and the output's.
 */
public final class AdaptiveAvgPool2d extends AdaptivePooling {
    public AdaptiveAvgPool2d() {
        super("AdaptiveAvgPool2d");
    }

    @Override
    public List<String> aliases() {
        return List.of("global average pool", "gap", "全局平均池化");
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        TensorShape input = inputs.get(0);
        TensorShape output = outputs.get(0);
        return new Work(0, looks(input, output))
                .with(Convention.FVCORE, input.elements())
                .with(Convention.THOP, thop(input, output))
                .with(Convention.PTFLOPS_PYTORCH, Math.multiplyExact(2, input.elements()));
    }

    /** (k + 1) × n, where the window's size k is a quotient in floating point and the product is cut to a whole number. */
    private static long thop(TensorShape input, TensorShape output) {
        double window = (double) input.height() / output.height() * ((double) input.width() / output.width());
        return (long) ((window + 1) * output.elements());
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            Shape size = Tensors.shape(arguments.get(OUTPUT_SIZE));
            if (size.size() == 1) {
                return (in, weights, mode) -> new NDList(Tensors.mean(in.head(), new int[] {2, 3}, true));
            }
            return (in, weights, mode) -> new NDList(JniUtils.adaptiveAvgPool(Tensors.of(in.head()), size));
        }
    }
}
