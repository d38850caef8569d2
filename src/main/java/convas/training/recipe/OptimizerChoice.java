package convas.training.recipe;

/** Which optimiser a recipe asks for, with PyTorch's names, defaults and meaning of every number. */
public sealed interface OptimizerChoice {
    /** As a recipe names it: SGD, Adam or AdamW. */
    String type();

    /** Before the schedule's factor. */
    double learningRate();

    double weightDecay();

    /**
     * Stochastic gradient descent, as {@code torch.optim.SGD}.
     *
     * @param momentum 0 for none
     * @param nesterov only with momentum
     * @param weightDecay added to the gradient, times the weight
     */
    record Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay) implements OptimizerChoice {
        @Override
        public String type() {
            return "SGD";
        }
    }

    /**
     * Adam, as {@code torch.optim.Adam}, or with decoupled decay as {@code torch.optim.AdamW}.
     *
     * @param beta1 decay of the mean gradient
     * @param beta2 decay of the mean squared gradient
     * @param decoupled whether weights decay by themselves (AdamW) or through the gradient (Adam)
     */
    record Adam(double learningRate, double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled)
            implements OptimizerChoice {
        @Override
        public String type() {
            return decoupled ? "AdamW" : "Adam";
        }
    }
}
