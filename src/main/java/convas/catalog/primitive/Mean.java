package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Tensors;
import java.util.List;

/** The mean over one axis. Operations: as many as the input has elements (the additions and one division for each result). */
public final class Mean extends Reduction {
    public Mean() {
        super("Mean");
    }

    @Override
    public List<String> aliases() {
        return List.of("average", "reduce", "平均");
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return new Work(0, total(inputs));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Reduction.Lowering(Tensors::mean);
    }
}
