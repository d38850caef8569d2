package convas.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import convas.training.OptimizerChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code torch.optim.Adam} and {@code AdamW}, operation by operation. */
final class PlainAdam implements Optimizer {
    private final List<TrainedWeight> weights;
    private final OptimizerChoice.Adam choice;
    private final NDManager manager;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> squares = new LinkedHashMap<>();
    private long steps;

    PlainAdam(List<TrainedWeight> weights, OptimizerChoice.Adam choice, NDManager parent) {
        this.weights = weights;
        this.choice = choice;
        this.manager = parent.newSubManager();
        for (TrainedWeight weight : weights) {
            means.put(weight.name(), Scoped.times(weight.value(), 0, manager));
            squares.put(weight.name(), Scoped.times(weight.value(), 0, manager));
        }
    }

    @Override
    public void step(double learningRate) {
        steps++;
        double meanCorrection = 1 - Math.pow(choice.beta1(), steps);
        double rootCorrection = Math.sqrt(1 - Math.pow(choice.beta2(), steps));
        for (TrainedWeight weight : weights) {
            try (NDManager scope = manager.newSubManager()) {
                NDArray value = weight.value();
                NDArray gradient = weight.gradient();
                if (choice.decoupled()) {
                    value.muli(1 - learningRate * choice.weightDecay());
                } else if (choice.weightDecay() != 0) {
                    gradient = Scoped.times(value, choice.weightDecay(), scope).addi(gradient);
                }
                NDArray mean = means.get(weight.name());
                NDArray square = squares.get(weight.name());
                mean.muli(choice.beta1()).addi(Scoped.times(gradient, 1 - choice.beta1(), scope));
                square.muli(choice.beta2())
                        .addi(Scoped.times(gradient, 1 - choice.beta2(), scope).muli(gradient));
                NDArray root = square.sqrt();
                root.attach(scope);
                root.divi(rootCorrection).addi(choice.epsilon());
                value.subi(
                        Scoped.times(mean, learningRate / meanCorrection, scope).divi(root));
            }
        }
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        means.forEach((name, mean) -> state.put(name + ".exp_avg", mean));
        squares.forEach((name, square) -> state.put(name + ".exp_avg_sq", square));
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
