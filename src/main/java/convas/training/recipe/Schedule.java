package convas.training.recipe;

import java.util.OptionalDouble;

/**
 * How the learning rate goes over a run: a linear rise over the first epochs, then a course. A pure function of the step,
 * so a resumed run goes on as if it had never stopped.
 *
 * @param warmupEpochs how long the rise takes; 0 for none, fractions allowed; 0 with {@link OneCycle}, which has its own
 */
public record Schedule(double warmupEpochs, Course course) {
    public static final Schedule CONSTANT = new Schedule(0, new Constant());

    /** What follows the rise. */
    public sealed interface Course {
        /** As a recipe names it. */
        String type();
    }

    /** The learning rate itself. */
    public record Constant() implements Course {
        @Override
        public String type() {
            return "constant";
        }
    }

    /**
     * Falls by a factor again and again, as PyTorch's {@code StepLR}. Epochs count from the run's start.
     *
     * @param epochs between two falls; fractions allowed
     * @param gamma what the learning rate is multiplied with
     */
    public record Step(double epochs, double gamma) implements Course {
        @Override
        public String type() {
            return "step";
        }
    }

    /**
     * Half a cosine down, as {@code CosineAnnealingLR} step by step.
     *
     * @param finalFactor where it ends, as a share of the learning rate
     */
    public record Cosine(double finalFactor) implements Course {
        @Override
        public String type() {
            return "cosine";
        }
    }

    /**
     * A straight line down, as {@code LinearLR} step by step.
     *
     * @param finalFactor where it ends, as a share of the learning rate
     */
    public record Linear(double finalFactor) implements Course {
        @Override
        public String type() {
            return "linear";
        }
    }

    /**
     * Half a cosine up to the learning rate and half a cosine down, as {@code OneCycleLR}. Where momentum cycles too, as
     * it does in PyTorch unless told otherwise, it goes the other way between {@code OneCycleLR}'s 0.95 and 0.85: SGD's
     * and RMSprop's momentum, also where the recipe asks for none, and Adam's first beta.
     *
     * @param rise share of all steps that go up
     * @param startFactor where it starts, as a share of the learning rate: PyTorch's 1 / div_factor
     * @param finalFactor where it ends, likewise: 1 / (div_factor * final_div_factor)
     */
    public record OneCycle(double rise, double startFactor, double finalFactor, boolean cyclesMomentum)
            implements Course {
        private static final double MOST_MOMENTUM = 0.95;
        private static final double LEAST_MOMENTUM = 0.85;

        @Override
        public String type() {
            return "one_cycle";
        }

        private double factor(long step, long all) {
            return cycle(step, all, startFactor, 1, finalFactor);
        }

        private double momentum(long step, long all) {
            return cycle(step, all, MOST_MOMENTUM, LEAST_MOMENTUM, MOST_MOMENTUM);
        }

        private double cycle(long step, long all, double from, double turn, double to) {
            double top = rise * all - 1;
            if (step <= top && top > 0) {
                return between(from, turn, step / top);
            }
            double start = Math.max(0, top);
            return between(turn, to, Math.min(1, (step - start) / Math.max(1, all - 1 - start)));
        }
    }

    /** Momentum for one step, counted as for {@link #factor}; absent where the optimiser's own stays. */
    public OptionalDouble momentum(long step, long stepsPerEpoch, long epochs) {
        return course instanceof OneCycle cycle && cycle.cyclesMomentum
                ? OptionalDouble.of(cycle.momentum(step, stepsPerEpoch * epochs))
                : OptionalDouble.empty();
    }

    /**
     * The share of the learning rate for one step. The rise is {@code (step + 1) / warm-up steps}, so that no step is
     * lost at zero; cosine and line start at 1 with the first step after it and would reach {@code finalFactor} with the
     * step after the last, one-cycle reaches it with the last.
     *
     * @param step from 0, over the whole run
     */
    public double factor(long step, long stepsPerEpoch, long epochs) {
        long all = stepsPerEpoch * epochs;
        long rise = Math.round(warmupEpochs * stepsPerEpoch);
        if (step < rise) {
            return (step + 1.0) / rise;
        }
        double done = Math.min(1.0, (double) (step - rise) / Math.max(1, all - rise));
        if (course instanceof Step down) {
            return Math.pow(down.gamma, Math.floor(step / (down.epochs * stepsPerEpoch) + 1e-9));
        } else if (course instanceof Cosine cosine) {
            return between(1, cosine.finalFactor, done);
        } else if (course instanceof Linear line) {
            return 1 + (line.finalFactor - 1) * done;
        } else if (course instanceof OneCycle cycle) {
            return cycle.factor(step, all);
        }
        return 1;
    }

    private static double between(double from, double to, double done) {
        return to + (from - to) * (1 + Math.cos(Math.PI * done)) / 2;
    }
}
