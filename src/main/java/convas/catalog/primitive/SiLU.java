package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import convas.operator.djl.ScriptedFunction;
import java.util.List;

/** x × sigmoid(x), also called Swish. Five operations per element. */
public final class SiLU extends Elementwise {

    public SiLU() {
        super("SiLU", Category.ACTIVATION, 5, 1);
    }

    @Override
    public List<String> aliases() {
        return List.of("swish");
    }

    @Override
    public String paper() {
        return "Ramachandran et al., Searching for Activation Functions, 2017";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1710.05941";
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return (in, weights, mode) -> new NDList(ScriptedFunction.SILU.apply(in.head()));
        }
    }
}
