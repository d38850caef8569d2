package convas.training.recipe;

/**
 * Ends a run that no longer gets better. The weights of the best epoch stay in the run's folder too.
 *
 * @param patience epochs without a better one, after which the run ends
 * @param minDelta by how much an epoch must be better to count
 */
public record EarlyStopping(Monitor monitor, int patience, double minDelta) {
    /** What is watched, over the images that validate. */
    public enum Monitor {
        VALIDATION_LOSS("validation_loss", false),
        VALIDATION_ACCURACY("validation_accuracy", true);

        private final String key;
        private final boolean up;

        Monitor(String key, boolean up) {
            this.key = key;
            this.up = up;
        }

        /** As a recipe names it. */
        public String key() {
            return key;
        }
    }

    /** Whether {@code value} is better than the best before by enough. */
    public boolean isBetter(double value, double best) {
        return monitor.up ? value > best + minDelta : value < best - minDelta;
    }
}
