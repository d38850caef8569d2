package convas.training.djl.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import convas.compiler.EngineTensor;
import convas.tensor.TensorData;
import convas.training.recipe.OptimizerChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * PyTorch's own optimisers: one call a step for all weights that decay and one for the others, which zero the gradients
 * too. Lists of tensors are handed to the engine once, since weights, gradients and state stay the same tensors over the
 * run.
 */
public final class Optimizer implements AutoCloseable {
    private final OptimizerChoice choice;
    private final OptionalDouble clipNorm;
    private final NDManager manager;
    private final ScriptLibrary library;
    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<NDArray> counters = new ArrayList<>();
    private final IValue gradients;
    private long steps;

    /** Weights that decay alike. */
    private record Group(List<IValue> lists, double decay) {}

    /**
     * @param clipNorm the greatest length that the gradient of all weights together may have; absent for any
     * @param parent of the manager that holds what the optimiser remembers
     */
    public Optimizer(List<TrainedWeight> weights, OptimizerChoice choice, OptionalDouble clipNorm, NDManager parent) {
        this.choice = choice;
        this.clipNorm = clipNorm;
        this.manager = parent.newSubManager();
        this.library = ScriptLibrary.load(manager);
        this.gradients =
                ScriptLibrary.list(weights.stream().map(TrainedWeight::gradient).toList());
        boolean alike = choice.weightDecay() == 0 || choice.decaysAll();
        group(weights.stream().filter(weight -> alike || weight.decays()).toList(), choice.weightDecay());
        group(weights.stream().filter(weight -> !alike && !weight.decays()).toList(), 0);
    }

    private void group(List<TrainedWeight> weights, double decay) {
        if (weights.isEmpty()) {
            return;
        }
        List<List<NDArray>> lists = new ArrayList<>();
        lists.add(weights.stream().map(TrainedWeight::value).toList());
        lists.add(weights.stream().map(TrainedWeight::gradient).toList());
        if (choice instanceof OptimizerChoice.Sgd sgd) {
            lists.add(remember(weights, "momentum_buffer", sgd.momentum() > 0));
        } else if (choice instanceof OptimizerChoice.Adam) {
            lists.add(remember(weights, "exp_avg", true));
            lists.add(remember(weights, "exp_avg_sq", true));
            NDArray counter = manager.create(0f);
            counters.add(counter);
            lists.add(Collections.nCopies(weights.size(), counter));
        } else if (choice instanceof OptimizerChoice.RmsProp rms) {
            lists.add(remember(weights, "square_avg", true));
            lists.add(remember(weights, "grad_avg", rms.centered()));
            lists.add(remember(weights, "momentum_buffer", rms.momentum() > 0));
        }
        groups.add(new Group(lists.stream().map(ScriptLibrary::list).toList(), decay));
    }

    /** Zeros beside each weight, with its strides: the fused kernels walk through them in step. */
    private List<NDArray> remember(List<TrainedWeight> weights, String name, boolean needed) {
        List<NDArray> remembered = new ArrayList<>();
        for (TrainedWeight weight : needed ? weights : List.<TrainedWeight>of()) {
            NDArray zeros = weight.value().zerosLike();
            zeros.attach(manager);
            state.put(weight.name() + "." + name, zeros);
            remembered.add(zeros);
        }
        return remembered;
    }

    /**
     * One step with the gradients as they are, which are zero afterwards. To be called with grad mode off.
     *
     * @param learningRate of this step
     */
    public void step(double learningRate) {
        step(learningRate, choice);
    }

    /** The same with another momentum than the optimiser's own, which must not be 0 then. */
    public void step(double learningRate, double momentum) {
        step(learningRate, choice.withMomentum(momentum));
    }

    private void step(double learningRate, OptimizerChoice now) {
        clipNorm.ifPresent(norm -> library.call("clip", List.of(gradients), IValue.from(norm)));
        for (Group group : groups) {
            step(group, learningRate, now);
        }
        steps++;
    }

    private void step(Group group, double learningRate, OptimizerChoice now) {
        IValue decay = IValue.from(group.decay);
        IValue rate = IValue.from(learningRate);
        if (now instanceof OptimizerChoice.Sgd sgd) {
            library.call(
                    "sgd",
                    group.lists,
                    decay,
                    rate,
                    IValue.from(sgd.momentum()),
                    IValue.from(sgd.nesterov()),
                    IValue.from(steps == 0));
        } else if (now instanceof OptimizerChoice.Adam adam) {
            library.call(
                    "adam",
                    group.lists,
                    decay,
                    rate,
                    IValue.from(adam.beta1()),
                    IValue.from(adam.beta2()),
                    IValue.from(adam.epsilon()),
                    IValue.from(adam.decoupled()));
        } else if (now instanceof OptimizerChoice.RmsProp rms) {
            library.call(
                    "rmsprop",
                    group.lists,
                    decay,
                    rate,
                    IValue.from(rms.alpha()),
                    IValue.from(rms.epsilon()),
                    IValue.from(rms.momentum()),
                    IValue.from(rms.centered()));
        }
    }

    /** Goes on after {@code done} steps that left these tensors behind; to be called before the first step. */
    public void restore(Map<String, ? extends TensorData> kept, long done) {
        state.forEach((name, array) -> {
            TensorData before = kept.get(name);
            if (before != null) {
                new EngineTensor(array).fill(before);
            }
        });
        counters.forEach(counter -> counter.set(new float[] {done}));
        steps = done;
    }

    /** What it remembers between steps, by name, to be saved; belongs to the optimiser. */
    public Map<String, NDArray> state() {
        return Collections.unmodifiableMap(state);
    }

    /** Steps done. */
    public long steps() {
        return steps;
    }

    @Override
    public void close() {
        groups.forEach(group -> group.lists.forEach(IValue::close));
        gradients.close();
        library.close();
        manager.close();
    }
}
