package convas.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import convas.training.OptimizerChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code torch.optim.SGD}, operation by operation. */
final class PlainSgd implements Optimizer {
    private final List<TrainedWeight> weights;
    private final OptimizerChoice.Sgd choice;
    private final NDManager manager;
    private final Map<String, NDArray> momenta = new LinkedHashMap<>();
    private long steps;

    PlainSgd(List<TrainedWeight> weights, OptimizerChoice.Sgd choice, NDManager parent) {
        this.weights = weights;
        this.choice = choice;
        this.manager = parent.newSubManager();
    }

    @Override
    public void step(double learningRate) {
        steps++;
        for (TrainedWeight weight : weights) {
            try (NDManager scope = manager.newSubManager()) {
                NDArray value = weight.value();
                NDArray gradient = weight.gradient();
                if (choice.weightDecay() != 0) {
                    NDArray decay = Scoped.times(value, choice.weightDecay(), scope);
                    gradient = decay.addi(gradient);
                }
                if (choice.momentum() != 0) {
                    NDArray momentum = momenta.get(weight.name());
                    if (momentum == null) {
                        momentum = Scoped.times(gradient, 1, manager);
                        momenta.put(weight.name(), momentum);
                    } else {
                        momentum.muli(choice.momentum()).addi(gradient);
                    }
                    gradient = choice.nesterov()
                            ? Scoped.times(momentum, choice.momentum(), scope).addi(gradient)
                            : momentum;
                }
                value.subi(Scoped.times(gradient, learningRate, scope));
            }
        }
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        momenta.forEach((name, momentum) -> state.put(name + ".momentum_buffer", momentum));
        return state;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public void close() {
        manager.close();
    }
}
