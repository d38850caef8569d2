package convas.catalog.primitive;

import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Ports;
import convas.operator.Problem;
import convas.operator.Strides;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import java.util.List;
import java.util.Optional;

/** A result of the network. It has no port to connect further nodes to; its one shape is that of what reaches it. */
public final class Output extends Layer {
    public Output() {
        super("Output", Category.INPUT_OUTPUT);
    }

    @Override
    public List<String> aliases() {
        return List.of("result", "sink", "输出");
    }

    @Override
    public Ports outputs(Arguments arguments) {
        return Ports.NONE;
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        return inputs;
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
            return (in, weights, mode) -> new NDList(in.head());
        }
    }
}
