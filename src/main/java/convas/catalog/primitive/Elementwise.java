package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Work;
import java.util.List;

/** A layer that treats every element alone and keeps the shape: activations, dropping, identity. */
abstract class Elementwise extends Layer {
    private final long operations;
    private final long ptflops;

    /** @param operations arithmetic operations for one element, in inference */
    Elementwise(String type, Category category, long operations, Parameter<?>... parameters) {
        this(type, category, operations, 0, parameters);
    }

    /** @param ptflops how often ptflops' backend {@code pytorch} counts an element: as a module, as a function, or both */
    Elementwise(String type, Category category, long operations, long ptflops, Parameter<?>... parameters) {
        super(type, category, parameters);
        this.operations = operations;
        this.ptflops = ptflops;
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        return inputs;
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        long elements = total(outputs);
        return new Work(0, Math.multiplyExact(operations, elements))
                .with(Convention.PTFLOPS_PYTORCH, Math.multiplyExact(ptflops, elements));
    }
}
