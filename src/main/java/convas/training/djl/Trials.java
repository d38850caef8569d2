package convas.training.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import convas.dataset.DataProblem;
import convas.dataset.UnreadableSampleException;
import convas.dataset.loading.ReadAhead;
import convas.engine.ProcessMemory;
import convas.engine.RunFailure;
import convas.training.RunEvent;
import convas.training.TrainingPlan;
import convas.training.search.BatchSizes;
import convas.training.search.RateCurve;
import convas.training.search.Search;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Steps of training that only find something out: on the run's own data, in its own order, with nothing kept. */
final class Trials {
    /** Until Java has compiled what a step needs and the allocator has its memory. */
    private static final int WARM_UP = 3;

    private static final int FEWEST = 5;
    private static final int MOST = 200;
    private static final long ENOUGH_NANOS = 1_500_000_000L;
    private static final double NANOS = 1e9;

    private final TrainingPlan plan;
    private final Device device;
    private final Supplier<Wish> wish;
    private final Consumer<RunEvent> events;
    private final int images;

    Trials(TrainingPlan plan, Device device, Supplier<Wish> wish, Consumer<RunEvent> events) {
        this.plan = plan;
        this.device = device;
        this.wish = wish;
        this.events = events;
        this.images = plan.split().training().size();
    }

    /**
     * Tells of everything that was tried.
     *
     * @return why there is no more to try
     */
    Search.End run(Search search) throws RunFailure {
        try {
            return search instanceof Search.Rates rates ? rates(rates) : batches((Search.Batches) search);
        } catch (UnreadableSampleException gone) {
            DataProblem problem = gone.problem();
            throw RunFailure.of(gone, problem.key(), problem.arguments().toArray());
        }
    }

    private Search.End rates(Search.Rates rates) throws UnreadableSampleException {
        RateCurve curve = new RateCurve();
        try (NDManager manager = NDManager.newBaseManager(device);
                Learner learner = new Learner(plan, manager);
                Feed feed = feed(plan, rates.steps())) {
            for (int step = 0; step < rates.steps(); step++) {
                if (isUnwanted()) {
                    return Search.End.STOPPED;
                }
                double rate = rates.rate(step);
                double loss = loss(learner, feed, step, rate);
                events.accept(new RunEvent.RateTried(rate, loss));
                curve.add(rate, loss);
                if (curve.hasDiverged()) {
                    return Search.End.DIVERGED;
                }
            }
        }
        return Search.End.DONE;
    }

    private static double loss(Learner learner, Feed feed, int step, double rate) throws UnreadableSampleException {
        try {
            return learner.learn(feed.next(), step, 0, rate).meanLoss();
        } catch (Learner.LossNotFiniteException diverged) {
            return Double.NaN;
        }
    }

    private Search.End batches(Search.Batches batches) throws UnreadableSampleException {
        BatchSizes sizes = new BatchSizes();
        OptionalLong before = ProcessMemory.resident();
        Optional<Search.End> end = Optional.empty();
        for (int size = Math.min(batches.smallest(), images); end.isEmpty(); size *= 2) {
            Optional<BatchSizes.Point> point = measure(size);
            if (point.isEmpty()) {
                return Search.End.STOPPED;
            }
            BatchSizes.Point found = point.get();
            events.accept(new RunEvent.BatchTried(found.batch(), found.imagesPerSecond(), found.memory()));
            sizes.add(found);
            end = sizes.end(images, before, ProcessMemory.free());
        }
        return end.get();
    }

    /** Nothing where it is to stop. A smaller batch at the end of an epoch counts for what it has. */
    private Optional<BatchSizes.Point> measure(int size) throws UnreadableSampleException {
        TrainingPlan sized = plan.withRecipe(plan.recipe().withBatchSize(size));
        double rate = plan.recipe().optimizer().learningRate();
        try (NDManager manager = NDManager.newBaseManager(device);
                Learner learner = new Learner(sized, manager);
                Feed feed = feed(sized, WARM_UP + MOST)) {
            HighWater memory = new HighWater();
            learner.watch(memory);
            double[] speeds = new double[MOST];
            int steps = 0;
            long begin = System.nanoTime();
            for (int step = 0; steps < MOST; step++) {
                if (isUnwanted()) {
                    return Optional.empty();
                }
                if (step == WARM_UP) {
                    // Looking at the memory takes time too.
                    learner.watch(lap -> {});
                    begin = System.nanoTime();
                }
                long start = System.nanoTime();
                long learnt = learnt(learner, feed, step, rate, size);
                long now = System.nanoTime();
                if (step >= WARM_UP) {
                    speeds[steps] = learnt * NANOS / (now - start);
                    steps++;
                    if (steps >= FEWEST && now - begin > ENOUGH_NANOS) {
                        break;
                    }
                }
            }
            double[] sorted = Arrays.copyOf(speeds, steps);
            Arrays.sort(sorted);
            return Optional.of(new BatchSizes.Point(size, sorted[steps / 2], memory.most));
        }
    }

    /** How long a step takes does not depend on whether it learns something: a loss that is no number ends nothing here. */
    private static long learnt(Learner learner, Feed feed, int step, double rate, int size)
            throws UnreadableSampleException {
        try {
            return learner.learn(feed.next(), step, 0, rate).images();
        } catch (Learner.LossNotFiniteException diverged) {
            return size;
        }
    }

    /** At least so many batches. */
    private static Feed feed(TrainingPlan plan, int batches) {
        int epochs = (batches + plan.batchesPerEpoch() - 1) / plan.batchesPerEpoch();
        TrainingPlan lasting = plan.withRecipe(plan.recipe().with(OptionalInt.of(epochs), OptionalLong.empty()));
        return new Feed(
                lasting, 0, 0, ReadAhead.sensibleThreads(Runtime.getRuntime().availableProcessors()));
    }

    private boolean isUnwanted() {
        Wish now = wish.get();
        return now != Wish.GO_ON && now != Wish.PAUSE;
    }

    /** The most memory of this process at the end of a part of a step: after the forward pass it holds all activations. */
    private static final class HighWater implements Learner.Laps {
        private OptionalLong most = OptionalLong.empty();

        @Override
        public void ended(Learner.Lap lap) {
            OptionalLong now = ProcessMemory.resident();
            if (now.isPresent() && (most.isEmpty() || now.getAsLong() > most.getAsLong())) {
                most = now;
            }
        }
    }
}
