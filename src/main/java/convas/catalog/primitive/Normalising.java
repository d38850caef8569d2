package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Parameter;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.Work;
import java.util.List;

/**
 * Normalisation by statistics of the sample itself, in training and inference alike.
 *
 * <p>Operations: seven per element (mean; difference; square and its mean; quotient; scale and shift). fvcore counts five
 * per element, torchinfo the weights.
 */
abstract class Normalising extends Layer {
    public static final Parameter<Double> EPS =
            Parameter.ofFloat("eps").fallback(1e-5).min(0);

    Normalising(String type, Parameter<?>... parameters) {
        super(type, Category.NORMALISATION, parameters);
    }

    /** How often thop counts an element, and how often ptflops' backend {@code pytorch} does. */
    abstract long thop();

    abstract long ptflops();

    /** The shape of both weights. */
    abstract TensorShape affine(Arguments arguments, TensorShape input);

    @Override
    public final List<Weight> weights(Arguments arguments, List<TensorShape> inputs) {
        TensorShape shape = affine(arguments, inputs.get(0));
        return List.of(Weight.ones("weight", shape, true), Weight.zeros("bias", shape, true));
    }

    @Override
    public final Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        long elements = total(outputs);
        long weights = Math.multiplyExact(2, affine(arguments, inputs.get(0)).elements());
        return new Work(0, Math.multiplyExact(7, elements))
                .with(Convention.FVCORE, Math.multiplyExact(5, elements))
                .with(Convention.THOP, Math.multiplyExact(thop(), elements))
                .with(Convention.PTFLOPS_PYTORCH, Math.multiplyExact(ptflops(), elements))
                .with(Convention.TORCHINFO, weights);
    }
}
