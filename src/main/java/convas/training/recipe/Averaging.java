package convas.training.recipe;

/**
 * An exponential moving average of weights and running statistics, beside the ones that are trained. It validates, and it
 * is what a run leaves. Starts as a copy after the first step; then average = decay * average + (1 - decay) * weight.
 *
 * @param warmup whether early steps count more, so that the start is forgotten sooner: at step n, counted from 0, the
 *     decay is at most (1 + n) / (10 + n)
 */
public record Averaging(double decay, boolean warmup) {
    /**
     * The decay after a step.
     *
     * @param step from 0, over the whole run
     */
    public double decay(long step) {
        if (step == 0) {
            return 0;
        }
        return warmup ? Math.min(decay, (1.0 + step) / (10.0 + step)) : decay;
    }
}
