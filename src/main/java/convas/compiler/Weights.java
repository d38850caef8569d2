package convas.compiler;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.graph.Diagnostic;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.tensor.FloatTensor;
import convas.tensor.TensorData;
import convas.tensor.TensorFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves a block's weights, parameters and running statistics, between its tensors and files: always by name. */
public final class Weights {
    /** PyTorch counts batches beside its running statistics; with a fixed momentum nothing reads the count. */
    private static final String BATCH_COUNT = ".num_batches_tracked";

    private Weights() {}

    /**
     * Gives every weight of an initialised block the value that a file has for it. Where a tensor is missing, is one too
     * many or has another shape, nothing is changed and all of that is returned; an empty list means it is done. A count
     * of batches, which PyTorch keeps, may be there and is not used.
     */
    public static List<Diagnostic> load(GraphBlock block, TensorFile file) {
        return load(block, file.tensors());
    }

    /** The same, of tensors that need not be in memory. */
    public static List<Diagnostic> load(GraphBlock block, Map<String, ? extends TensorData> file) {
        List<Diagnostic> problems = problems(block.program(), file);
        if (problems.isEmpty()) {
            boolean recording = JniUtils.isGradMode();
            JniUtils.setGradMode(false);
            try {
                block.weights()
                        .keySet()
                        .forEach(name -> new EngineTensor(block.parameter(name).getArray()).fill(file.get(name)));
            } finally {
                JniUtils.setGradMode(recording);
            }
        }
        return problems;
    }

    /** A program's parameters and buffers by name, each once, in program order. */
    public static Map<String, Weight> of(Program program) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (Step step : program.steps()) {
            step.weights().forEach(weight -> weights.putIfAbsent(step.weightName(weight), weight));
        }
        return weights;
    }

    /** What keeps a file from being a program's weights: nothing, where it has exactly those names and shapes. */
    public static List<Diagnostic> problems(Program program, Map<String, ? extends TensorData> file) {
        Map<String, Weight> weights = of(program);
        List<Diagnostic> problems = new ArrayList<>();
        weights.forEach((name, weight) -> {
            TensorData found = file.get(name);
            if (found == null) {
                problems.add(Diagnostic.error(
                        name, "", "compiler.weights.missing", weight.shape().display()));
            } else if (!found.shape().equals(weight.shape())) {
                problems.add(Diagnostic.error(
                        name,
                        "",
                        "compiler.weights.shape",
                        weight.shape().display(),
                        found.shape().display()));
            }
        });
        file.forEach((name, tensor) -> {
            if (!weights.containsKey(name) && !name.endsWith(BATCH_COUNT)) {
                problems.add(Diagnostic.error(
                        name, "", "compiler.weights.extra", tensor.shape().display()));
            }
        });
        return problems;
    }

    /** The values that a block's weights have now, ready to be saved. */
    public static TensorFile read(GraphBlock block) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        block.weights()
                .keySet()
                .forEach(name -> tensors.put(name, copy(block.parameter(name).getArray())));
        return TensorFile.of(tensors);
    }

    /** A tensor of the engine, copied to Java's memory. */
    public static FloatTensor copy(NDArray array) {
        Shape shape = array.getShape();
        return new FloatTensor(TensorShape.of(shape.getShape()), array.toFloatArray());
    }
}
