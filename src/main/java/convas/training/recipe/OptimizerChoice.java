package convas.training.recipe;

/** Which optimiser a recipe asks for, with PyTorch's names, defaults and meaning of every number. */
public sealed interface OptimizerChoice {
    /** As a recipe names it: SGD, Adam, AdamW or RMSprop. */
    String type();

    /** Before the schedule's factor. */
    double learningRate();

    double weightDecay();

    /** Whether also biases and the weights of normalising layers decay, as they do in PyTorch unless told otherwise. */
    boolean decaysAll();

    /** The same with another momentum; Adam's is its first beta. */
    OptimizerChoice withMomentum(double other);

    /**
     * Stochastic gradient descent, as {@code torch.optim.SGD}.
     *
     * @param momentum 0 for none
     * @param nesterov only with momentum
     * @param weightDecay added to the gradient, times the weight
     */
    record Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay, boolean decaysAll)
            implements OptimizerChoice {
        @Override
        public String type() {
            return "SGD";
        }

        @Override
        public OptimizerChoice withMomentum(double other) {
            return new Sgd(learningRate, other, nesterov, weightDecay, decaysAll);
        }
    }

    /**
     * Adam, as {@code torch.optim.Adam}, or with decoupled decay as {@code torch.optim.AdamW}.
     *
     * @param beta1 decay of the mean gradient
     * @param beta2 decay of the mean squared gradient
     * @param decoupled whether weights decay by themselves (AdamW) or through the gradient (Adam)
     */
    record Adam(
            double learningRate,
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay,
            boolean decaysAll,
            boolean decoupled)
            implements OptimizerChoice {
        @Override
        public String type() {
            return decoupled ? "AdamW" : "Adam";
        }

        @Override
        public OptimizerChoice withMomentum(double other) {
            return new Adam(learningRate, other, beta2, epsilon, weightDecay, decaysAll, decoupled);
        }
    }

    /**
     * As {@code torch.optim.RMSprop}: steps by the gradient over the root of its running mean square.
     *
     * @param alpha decay of the mean squared gradient
     * @param momentum 0 for none
     * @param centered whether the mean gradient's square is taken from the mean square first
     * @param weightDecay added to the gradient, times the weight
     */
    record RmsProp(
            double learningRate,
            double alpha,
            double epsilon,
            double momentum,
            boolean centered,
            double weightDecay,
            boolean decaysAll)
            implements OptimizerChoice {
        @Override
        public String type() {
            return "RMSprop";
        }

        @Override
        public OptimizerChoice withMomentum(double other) {
            return new RmsProp(learningRate, alpha, epsilon, other, centered, weightDecay, decaysAll);
        }
    }
}
