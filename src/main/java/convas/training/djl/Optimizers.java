package convas.training.djl;

import ai.djl.ndarray.NDManager;
import convas.training.OptimizerChoice;
import java.util.List;

/** Makes the optimiser that a recipe asks for. */
final class Optimizers {
    private Optimizers() {}

    /** @param parent of the manager that holds what the optimiser remembers */
    static Optimizer create(List<TrainedWeight> weights, OptimizerChoice choice, NDManager parent) {
        if (choice instanceof OptimizerChoice.Sgd sgd) {
            return new PlainSgd(weights, sgd, parent);
        }
        return new PlainAdam(weights, (OptimizerChoice.Adam) choice, parent);
    }
}
