package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Parameter;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.Work;
import java.util.List;
import java.util.Map;

/**
 * Normalisation by statistics of the sample itself, in training and inference alike.
 *
 * <p>Operations: seven per element (mean; difference; square and its mean; quotient; scale and shift). fvcore counts five
 * per element, thop four, torchinfo the weights.
 */
abstract class Normalising extends Layer {
    public static final Parameter<Double> EPS =
            Parameter.ofFloat("eps").fallback(1e-5).min(0);

    Normalising(String type, Parameter<?>... parameters) {
        super(type, Category.NORMALISATION, parameters);
    }

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
        return new Work(
                0,
                Math.multiplyExact(7, elements),
                Map.of(
                        Convention.FVCORE, Math.multiplyExact(5, elements),
                        Convention.THOP, Math.multiplyExact(4, elements),
                        Convention.TORCHINFO, weights));
    }
}
