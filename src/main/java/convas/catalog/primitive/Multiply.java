package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import convas.operator.Ports;
import java.util.List;

/** The product, element by element, of two or more tensors. Broadcasts as {@link Combination} says. */
public final class Multiply extends Combination {
    public Multiply() {
        super("Multiply", Ports.atLeast(2, "in"));
    }

    @Override
    public List<String> aliases() {
        return List.of("scale", "gate", "times", "product", "相乘");
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Combination.Lowering(NDArray::mul);
    }
}
