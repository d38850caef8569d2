package convas.training.recipe;

/**
 * How the learning rate goes over a run: a linear rise over the first epochs, then constant or half a cosine down. A pure
 * function of the step, so a resumed run goes on as if it had never stopped.
 *
 * @param warmupEpochs how long the rise takes; 0 for none, fractions allowed
 * @param finalFactor what the cosine ends at, as a share of the learning rate; unused where constant
 */
public record Schedule(Form form, double warmupEpochs, double finalFactor) {
    /** What follows the rise. */
    public enum Form {
        CONSTANT,
        COSINE
    }

    public static final Schedule CONSTANT = new Schedule(Form.CONSTANT, 0, 0);

    /**
     * The share of the learning rate for one step. The rise is {@code (step + 1) / warm-up steps}, so that no step is
     * lost at zero; the cosine starts at 1 with the first step after it and would reach {@code finalFactor} with the step
     * after the last.
     *
     * @param step from 0, over the whole run
     */
    public double factor(long step, long stepsPerEpoch, long epochs) {
        long rise = Math.round(warmupEpochs * stepsPerEpoch);
        if (step < rise) {
            return (step + 1.0) / rise;
        }
        if (form == Form.CONSTANT) {
            return 1;
        }
        long fall = Math.max(1, stepsPerEpoch * epochs - rise);
        double done = Math.min(1.0, (double) (step - rise) / fall);
        return finalFactor + (1 - finalFactor) * (1 + Math.cos(Math.PI * done)) / 2;
    }
}
