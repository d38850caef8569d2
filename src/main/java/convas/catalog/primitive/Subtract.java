package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import convas.operator.Ports;
import java.util.List;

/** The first tensor less the second, element by element. Broadcasts as {@link Combination} says. */
public final class Subtract extends Combination {
    public Subtract() {
        super("Subtract", Ports.of("in0", "in1"));
    }

    @Override
    public List<String> aliases() {
        return List.of("minus", "difference", "相减");
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Combination.Lowering(NDArray::sub);
    }
}
