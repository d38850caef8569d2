package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Tensors;
import java.util.List;

/** The greatest value over one axis. Operations: the comparisons, input elements less output elements. */
public final class Max extends Reduction {
    public Max() {
        super("Max");
    }

    @Override
    public List<String> aliases() {
        return List.of("maximum", "reduce", "最大");
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return new Work(0, total(inputs) - total(outputs));
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Reduction.Lowering(Tensors::max);
    }
}
