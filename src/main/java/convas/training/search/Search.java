package convas.training.search;

/** What is to be found out about a recipe by steps of training that nothing is kept of. */
public sealed interface Search {
    /**
     * The learning rate range test of Smith, "Cyclical Learning Rates for Training Neural Networks", arXiv 1506.01186:
     * one step at each of some rates, every one larger than the last by the same factor.
     *
     * @param from of the first step; above 0
     * @param to of the last step; above {@code from}
     * @param steps at least 2
     */
    record Rates(double from, double to, int steps) implements Search {
        /** Wide enough for every optimiser; a hundred steps take about as long as an epoch of a small data set. */
        public static final Rates DEFAULT = new Rates(1e-7, 10, 100);

        /** The rate of a step, from 0. */
        public double rate(int step) {
            return from * Math.pow(to / from, (double) step / (steps - 1));
        }
    }

    /**
     * Batch sizes, each twice the last.
     *
     * @param smallest of them; at least 1
     */
    record Batches(int smallest) implements Search {
        /** Nobody who asks trains with fewer, and batch normalisation gets worse below. */
        public static final Batches DEFAULT = new Batches(8);
    }

    /** Why a search ended. */
    enum End {
        /** Every rate was tried. */
        DONE,
        /** The loss was four times the best, or no number. */
        DIVERGED,
        /** Twice the batch size was less than a twentieth quicker. */
        NO_GAIN,
        /** Twice the batch size wants more memory than is free. */
        MEMORY,
        /** Twice the batch size is more than there are images to train on. */
        DATA,
        /** Somebody asked for it. */
        STOPPED
    }
}
