package convas.training.djl;

import convas.dataset.Augmentation;
import convas.dataset.BatchReader;
import convas.dataset.Samples;
import convas.dataset.Seeds;
import convas.dataset.UnreadableSampleException;
import convas.dataset.loading.ReadAhead;
import convas.training.TrainingPlan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The batches of a run, epoch after epoch, made ahead on threads. Which samples a batch has and how they are altered
 * depends on the run's seed, the epoch and the batch's place in it alone, so a run that is gone on with sees the same.
 */
final class Feed implements AutoCloseable {
    /** Names the use of the seed for what is done to samples; another than that for their order. */
    private static final long ALTERATION = 4;

    private final TrainingPlan plan;
    private final BatchReader reader;
    private final Map<Integer, int[]> orders = new ConcurrentHashMap<>();
    private final ReadAhead ahead;

    /**
     * @param epochs done already
     * @param batches done of the epoch after those
     * @param threads that make batches
     */
    Feed(TrainingPlan plan, int epochs, int batches, int threads) {
        this.plan = plan;
        this.reader = plan.reader();
        long perEpoch = plan.batchesPerEpoch();
        long all = plan.recipe().epochs() * perEpoch;
        this.ahead = new ReadAhead(this::make, epochs * perEpoch + batches, all, threads);
    }

    /** @param batch from 0 over all epochs */
    private Samples make(long batch) throws UnreadableSampleException {
        int perEpoch = plan.batchesPerEpoch();
        int epoch = (int) (batch / perEpoch) + 1;
        int[] order = orders.computeIfAbsent(epoch, plan::order);
        orders.remove(epoch - 2);
        int place = (int) (batch % perEpoch);
        int from = place * plan.recipe().batchSize();
        int count = plan.batchSize(place);
        Augmentation augmentation = plan.recipe().dataset().augmentation();
        long seed = Seeds.derive(plan.recipe().seed(), ALTERATION, epoch);
        return reader.read(order, from, count, augmentation, seed);
    }

    /**
     * The next batch.
     *
     * @throws UnreadableSampleException where one of its samples cannot be read
     */
    Samples next() throws UnreadableSampleException {
        return ahead.next();
    }

    @Override
    public void close() {
        ahead.close();
    }
}
