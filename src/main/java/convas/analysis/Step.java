package convas.analysis;

import convas.operator.Arguments;
import convas.operator.Cost;
import convas.operator.Primitive;
import convas.operator.TensorShape;
import convas.operator.Weight;
import java.util.List;

/**
 * One primitive of a program, with everything known about it.
 *
 * @param path node ids joined by {@code /}, with the index of a repeated copy as {@code stage.0}
 * @param inputs where its inputs come from, in port order; each is an earlier step
 * @param inputShapes of one sample
 * @param outputShapes of one sample
 * @param weightsPath whose weights it uses: its own path, or that of the step it shares with
 * @param weights its parameters and buffers; a tensor's name is {@code weightsPath} with dots, then the weight's name
 * @param cost for one sample; params and buffers are 0 where the weights are another step's
 */
public record Step(
        String path,
        Primitive primitive,
        Arguments arguments,
        List<TensorRef> inputs,
        List<TensorShape> inputShapes,
        List<TensorShape> outputShapes,
        String weightsPath,
        List<Weight> weights,
        Cost cost) {
    public Step {
        inputs = List.copyOf(inputs);
        inputShapes = List.copyOf(inputShapes);
        outputShapes = List.copyOf(outputShapes);
        weights = List.copyOf(weights);
    }

    public String type() {
        return primitive.type();
    }

    /** The name under which a weight is saved and loaded, for instance {@code stem.primary_conv.weight}. */
    public String weightName(Weight weight) {
        return weightsPath.replace('/', '.') + "." + weight.name();
    }

    /** Whether this step's weights are its own. */
    public boolean ownsWeights() {
        return weightsPath.equals(path);
    }
}
