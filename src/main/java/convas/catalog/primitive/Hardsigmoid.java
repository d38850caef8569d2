package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import convas.operator.djl.ScriptedFunction;
import java.util.List;

/** min(max(x + 3, 0), 6) / 6. Four operations per element. */
public final class Hardsigmoid extends Elementwise {

    public Hardsigmoid() {
        super("Hardsigmoid", Category.ACTIVATION, 4);
    }

    @Override
    public List<String> aliases() {
        return List.of("hard sigmoid", "gate");
    }

    @Override
    public String paper() {
        return "Howard et al., Searching for MobileNetV3, ICCV 2019";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1905.02244";
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) -> new NDList(ScriptedFunction.HARDSIGMOID.apply(in.head()));
        }
    }
}
