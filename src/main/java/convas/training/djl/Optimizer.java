package convas.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import convas.compiler.FloatTensor;
import convas.compiler.TensorFile;
import convas.training.recipe.OptimizerChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PyTorch's own fused optimisers: one call a step for all weights, and one that zeroes all gradients. Lists of tensors are
 * handed to the engine once, since weights, gradients and state stay the same tensors over the run.
 */
final class Optimizer implements AutoCloseable {
    private static final String SCRIPT = "optimizers.py";

    private final OptimizerChoice choice;
    private final NDManager manager;
    private final ScriptLibrary library;
    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final List<IValue> lists = new ArrayList<>();
    private final NDArray counter;
    private long steps;

    /** @param parent of the manager that holds what the optimiser remembers */
    Optimizer(List<TrainedWeight> weights, OptimizerChoice choice, NDManager parent) {
        this.choice = choice;
        this.manager = parent.newSubManager();
        this.library = ScriptLibrary.load(SCRIPT, manager);
        this.counter = manager.create(0f);
        list(weights.stream().map(TrainedWeight::value).toList());
        list(weights.stream().map(TrainedWeight::gradient).toList());
        if (choice instanceof OptimizerChoice.Sgd sgd) {
            list(sgd.momentum() == 0 ? List.of() : remember(weights, "momentum_buffer"));
        } else {
            list(remember(weights, "exp_avg"));
            list(remember(weights, "exp_avg_sq"));
            list(Collections.nCopies(weights.size(), counter));
        }
    }

    /** Zeros beside each weight, with its strides: the fused kernels walk through them in step. */
    private List<NDArray> remember(List<TrainedWeight> weights, String name) {
        List<NDArray> remembered = new ArrayList<>();
        for (TrainedWeight weight : weights) {
            NDArray zeros = weight.value().zerosLike();
            zeros.attach(manager);
            state.put(weight.name() + "." + name, zeros);
            remembered.add(zeros);
        }
        return remembered;
    }

    private void list(List<NDArray> arrays) {
        lists.add(IValue.listFrom(arrays.toArray(PtNDArray[]::new)));
    }

    /**
     * One step with the gradients as they are, which are zero afterwards. To be called with grad mode off.
     *
     * @param learningRate of this step
     */
    void step(double learningRate) {
        if (choice instanceof OptimizerChoice.Sgd sgd) {
            call(
                    "sgd",
                    IValue.from(learningRate),
                    IValue.from(sgd.momentum()),
                    IValue.from(sgd.nesterov()),
                    IValue.from(sgd.weightDecay()),
                    IValue.from(steps == 0));
        } else if (choice instanceof OptimizerChoice.Adam adam) {
            call(
                    "adam",
                    IValue.from(learningRate),
                    IValue.from(adam.beta1()),
                    IValue.from(adam.beta2()),
                    IValue.from(adam.weightDecay()),
                    IValue.from(adam.epsilon()),
                    IValue.from(adam.decoupled()));
        }
        steps++;
    }

    private void call(String method, IValue... numbers) {
        List<IValue> arguments = new ArrayList<>(lists);
        Collections.addAll(arguments, numbers);
        try {
            library.call(method, arguments.toArray(IValue[]::new));
        } finally {
            for (IValue number : numbers) {
                number.close();
            }
        }
    }

    /** Goes on after {@code done} steps that left these tensors behind; to be called before the first step. */
    void restore(TensorFile file, long done) {
        state.forEach((name, array) -> {
            FloatTensor before = file.tensors().get(name);
            if (before != null) {
                try (NDArray values = manager.create(before.values(), array.getShape())) {
                    array.set(new NDIndex(":"), values);
                }
            }
        });
        counter.set(new float[] {done});
        steps = done;
    }

    /** What it remembers between steps, by name, to be saved; belongs to the optimiser. */
    Map<String, NDArray> state() {
        return Collections.unmodifiableMap(state);
    }

    /** Steps done. */
    long steps() {
        return steps;
    }

    @Override
    public void close() {
        lists.forEach(IValue::close);
        library.close();
        manager.close();
    }
}
