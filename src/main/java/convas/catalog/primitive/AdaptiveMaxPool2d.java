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
 * The greatest value under each window.
 *
 * <p>Operations: one comparison less than each window has elements.
 */
public final class AdaptiveMaxPool2d extends AdaptivePooling {
    public AdaptiveMaxPool2d() {
        super("AdaptiveMaxPool2d");
    }

    @Override
    public List<String> aliases() {
        return List.of("global max pool", "gmp", "全局最大池化");
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return new Work(0, looks(inputs.get(0), outputs.get(0)) - outputs.get(0).elements())
                .with(Convention.PTFLOPS_PYTORCH, Math.multiplyExact(2, total(inputs)));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            Shape size = Tensors.shape(arguments.get(OUTPUT_SIZE));
            return (in, weights, mode) -> new NDList(JniUtils.adaptiveMaxPool(Tensors.of(in.head()), size));
        }
    }
}
