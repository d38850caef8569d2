package convas.training.djl;

/** The clock of a run: how fast it goes, how long it will take, and when it is time to tell. */
final class Pace {
    private static final long NANOS = 1_000_000_000;
    /** Five times a second at most. */
    private static final long BETWEEN = NANOS / 5;

    private final long steps;
    private final long stepsBefore;
    private final double secondsBefore;
    private long start = System.nanoTime();
    private long epochStart;
    private long epochEnd;
    private long epochImages;
    private long images;
    private long learning;
    private long told = start;
    private long kept = start;

    /**
     * @param steps of the whole run
     * @param stepsBefore done by processes before this one
     * @param secondsBefore that those took
     */
    Pace(long steps, long stepsBefore, double secondsBefore) {
        this.steps = steps;
        this.stepsBefore = stepsBefore;
        this.secondsBefore = secondsBefore;
    }

    void startEpoch() {
        epochStart = System.nanoTime();
        epochEnd = 0;
        epochImages = 0;
    }

    /** The epoch's steps are done; what follows, such as validation, does not count as learning. */
    void endEpoch() {
        epochEnd = System.nanoTime();
        learning += epochEnd - epochStart;
    }

    /** This long nothing was done, as asked, and none of it counts. */
    void rested(long nanos) {
        start += nanos;
        epochStart += nanos;
    }

    /** Whether this many seconds have passed since the last checkpoint, which is then due. */
    boolean isCheckpointDue(double between) {
        return System.nanoTime() - kept >= between * NANOS;
    }

    /** A checkpoint was written. */
    void kept() {
        kept = System.nanoTime();
    }

    void learnt(long count) {
        epochImages += count;
        images += count;
    }

    /** Whether enough time has passed since the last yes. */
    boolean mayTell() {
        long now = System.nanoTime();
        if (now - told < BETWEEN) {
            return false;
        }
        told = now;
        return true;
    }

    /** That the run has taken, without the time between its processes. */
    double seconds() {
        return secondsBefore + here();
    }

    private double here() {
        return (double) (System.nanoTime() - start) / NANOS;
    }

    /** How much is done, 0 to 1. */
    double done(long step) {
        return (double) step / steps;
    }

    /** From what the steps took up to now, with all that lies between them. */
    double secondsLeft(long step) {
        return here() / Math.max(1, step - stepsBefore) * (steps - step);
    }

    /** In this epoch's steps. */
    double epochImagesPerSecond() {
        long end = epochEnd == 0 ? System.nanoTime() : epochEnd;
        return epochImages * (double) NANOS / Math.max(1, end - epochStart);
    }

    /** In all steps of all epochs that have ended. */
    double imagesPerSecond() {
        return images * (double) NANOS / Math.max(1, learning);
    }
}
