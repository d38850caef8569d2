package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Work;
import java.util.List;

/** A layer that treats every element alone and keeps the shape: activations, dropping, identity. */
abstract class Elementwise extends Layer {
    private final long operations;

    /** @param operations arithmetic operations for one element, in inference */
    Elementwise(String type, Category category, long operations, Parameter<?>... parameters) {
        super(type, category, parameters);
        this.operations = operations;
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        return inputs;
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return new Work(0, Math.multiplyExact(operations, total(outputs)));
    }
}
