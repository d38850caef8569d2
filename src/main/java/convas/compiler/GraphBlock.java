package convas.compiler;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.operator.Initialization;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.djl.Kernel;
import convas.operator.djl.Mode;
import convas.operator.djl.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A whole program as one DJL block. Inputs and outputs are the program's, in file order, batch first; parameters are flat
 * and bear the names under which they are saved ({@code stem.primary_conv.weight}), each once however many steps share
 * it. Runs the steps in order and closes every tensor after its last reader, in training too: autograd keeps what it needs.
 *
 * <p>Outputs belong to the manager of the first input. Grad mode is per thread and on by default: {@link #infer} switches
 * it off for its own duration, {@link #run} leaves it as it is. Several threads may run a block at once, as long as none
 * changes its weights. Whoever puts the block in a DJL {@code Model} must keep the model referenced, since its finalizer
 * closes the weights.
 */
public final class GraphBlock extends AbstractBlock {
    private static final byte VERSION = 1;

    private final Program program;
    private final List<Kernel> kernels;
    private final Lifetimes lifetimes;
    private final Map<String, Weight> weights;
    private final List<List<Parameter>> byStep = new ArrayList<>();
    private InitialValues initialValues = new InitialValues(Initialization.PYTORCH, 0);
    private volatile double progress;
    private volatile StepObserver observer = StepObserver.NONE;

    GraphBlock(Program program, List<Kernel> kernels) {
        super(VERSION);
        this.program = program;
        this.kernels = List.copyOf(kernels);
        this.lifetimes = Lifetimes.of(program);
        this.weights = Weights.of(program);
        weights.forEach((name, weight) -> addParameter(parameter(name, weight)));
        for (Step step : program.steps()) {
            byStep.add(step.weights().stream()
                    .map(weight -> parameter(step.weightName(weight)))
                    .toList());
        }
    }

    private Parameter parameter(String name, Weight weight) {
        return Parameter.builder()
                .setName(name)
                .setType(type(weight))
                .optShape(shape(weight.shape()))
                .optRequiresGrad(weight.trained())
                .optInitializer(
                        (manager, shape, dataType) -> Tensors.own(manager, initialValues.of(name, weight), shape))
                .build();
    }

    private static Parameter.Type type(Weight weight) {
        return switch (weight.name()) {
            case "running_mean" -> Parameter.Type.RUNNING_MEAN;
            case "running_var" -> Parameter.Type.RUNNING_VAR;
            case "bias" -> Parameter.Type.BIAS;
            case "weight" -> weight.shape().rank() == 1 ? Parameter.Type.GAMMA : Parameter.Type.WEIGHT;
            default -> Parameter.Type.OTHER;
        };
    }

    private static Shape shape(TensorShape shape) {
        return new Shape(shape.sizes().stream().mapToLong(Long::longValue).toArray());
    }

    public Program program() {
        return program;
    }

    /** What the program knows of its weights, parameters and buffers, by name in program order. */
    public Map<String, Weight> weights() {
        return Collections.unmodifiableMap(weights);
    }

    /** The parameter or buffer of this name; throws {@link IllegalArgumentException} where there is none. */
    public Parameter parameter(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("No weight is called " + name);
        }
        return parameter;
    }

    /**
     * Gives every weight the value it starts with. The values depend on the seed and each weight's name alone. Values
     * that were there before are closed.
     *
     * @param manager owns the weights; closing it closes them
     */
    public void initialize(NDManager manager, long seed) {
        initialize(manager, Initialization.PYTORCH, seed);
    }

    /** The same, with weights of convolution and linear layers that start otherwise. */
    public void initialize(NDManager manager, Initialization initialization, long seed) {
        clear();
        initialValues = new InitialValues(initialization, seed);
        initialize(manager, DataType.FLOAT32, inputShapes(1));
    }

    @Override
    public void initialize(NDManager manager, DataType dataType, Shape... shapes) {
        if (dataType != DataType.FLOAT32) {
            throw new IllegalArgumentException("Weights are 32-bit floats, not " + dataType);
        }
        super.initialize(manager, dataType, shapes);
    }

    /** The program's input shapes with this many samples in a batch. */
    public Shape[] inputShapes(long batch) {
        return program.inputs().stream()
                .map(index -> batched(program.shape(new TensorRef(index, 0)), batch))
                .toArray(Shape[]::new);
    }

    /** Whether gradients are to reach this parameter; throws {@link IllegalArgumentException} for a buffer. */
    public void setTrained(String name, boolean trained) {
        Parameter parameter = parameter(name);
        if (!weights.get(name).trained()) {
            // Batch normalisation cannot be differentiated by its running statistics.
            throw new IllegalArgumentException(name + " is a buffer and is never trained");
        }
        parameter.freeze(!trained);
    }

    /** How much of the training run is done, 0 to 1; what ramps up over a run follows it. */
    public void setProgress(double done) {
        progress = done;
    }

    /** Who looks on while steps run; {@link StepObserver#NONE} for nobody. */
    public void setObserver(StepObserver onlooker) {
        observer = onlooker;
    }

    /**
     * Computes the outputs.
     *
     * @param training whether batch statistics, dropping and, where the thread's grad mode is on, gradients are wanted
     */
    public NDList run(NDList inputs, boolean training) {
        return run(inputs, training, Parameter::getArray);
    }

    /** Computes the outputs in inference mode and without recording anything for gradients. */
    public NDList infer(NDList inputs) {
        return infer(inputs, Parameter::getArray);
    }

    /** The same, with other values for the weights, such as averages. */
    public NDList infer(NDList inputs, Function<Parameter, NDArray> values) {
        boolean recording = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return run(inputs, false, values);
        } finally {
            JniUtils.setGradMode(recording);
        }
    }

    /**
     * Runs forward as in training, in such a way that the backward pass can be done step by step. To be closed.
     *
     * @param onlooker told of the forward pass
     */
    public StepwiseRun stepwise(NDList inputs, StepObserver onlooker) {
        check(inputs);
        return new StepwiseRun(program, kernels, byStep, inputs, Mode.training(progress), onlooker);
    }

    private NDList run(NDList inputs, boolean training, Function<Parameter, NDArray> values) {
        check(inputs);
        Mode mode = training ? Mode.training(progress) : Mode.INFERENCE;
        return new Execution(program, kernels, byStep, lifetimes, values).run(inputs, mode, observer);
    }

    private void check(NDList inputs) {
        if (inputs.isEmpty() || inputs.size() != program.inputs().size()) {
            throw new IllegalArgumentException(
                    "The program has " + program.inputs().size() + " inputs, not " + inputs.size());
        }
        Shape[] expected = inputShapes(inputs.head().getShape().get(0));
        for (int index = 0; index < expected.length; index++) {
            if (!inputs.get(index).getShape().equals(expected[index])) {
                throw new IllegalArgumentException("Input " + index + " should have the shape " + expected[index]
                        + " and has " + inputs.get(index).getShape());
            }
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
        return run(
                inputs,
                training,
                parameter -> store.getValue(parameter, inputs.head().getDevice(), training));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] shapes) {
        long batch = shapes[0].get(0);
        return program.outputs().stream()
                .map(index -> program.steps().get(index).inputs().get(0))
                .map(tensor -> batched(program.shape(tensor), batch))
                .toArray(Shape[]::new);
    }

    private static Shape batched(TensorShape shape, long batch) {
        return new Shape(batch).addAll(shape(shape));
    }
}
