package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import convas.operator.Ports;
import java.util.List;

/** The sum of two or more tensors. Broadcasts as {@link Combination} says. */
public final class Add extends Combination {
    public Add() {
        super("Add", Ports.atLeast(2, "in"));
    }

    @Override
    public List<String> aliases() {
        return List.of("sum", "residual", "shortcut", "plus", "相加", "残差");
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Combination.Lowering(NDArray::add);
    }
}
