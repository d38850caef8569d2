package convas.training.djl;

import convas.dataset.DataProblem;
import convas.dataset.Samples;
import convas.dataset.Targets;
import convas.dataset.UnreadableSampleException;
import convas.dataset.loading.ReadAhead;
import convas.engine.RunFailure;
import convas.training.RunEvent;
import convas.training.TrainingPlan;
import convas.training.recipe.Recipe;
import convas.training.run.CheckpointState;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Epoch after epoch: learns, validates, tells, and keeps everything in the run's folder. */
final class TrainingLoop {
    /** How often a run that rests looks whether it is to go on. */
    private static final long BETWEEN_LOOKS = 50_000_000;

    private final TrainingPlan plan;
    private final Recipe recipe;
    private final Learner learner;
    private final RunFolder folder;
    private final Supplier<Wish> wish;
    private final Consumer<RunEvent> events;
    private final Pace pace;
    private final int[] validation;
    private final double checkpointSeconds;

    private long step;
    private int epochsDone;
    /** Of the epoch that goes on. */
    private int batchesDone;

    private Score total;
    private final Best best;
    /** Also of the time before the run was gone on with; null before the first. */
    private RunEvent.EpochEnd last;

    private Optional<RunEvent.Tested> tested = Optional.empty();

    /** @param checkpointSeconds how often one is written within an epoch */
    TrainingLoop(
            Beginning beginning,
            Learner learner,
            RunFolder folder,
            double checkpointSeconds,
            Supplier<Wish> wish,
            Consumer<RunEvent> events) {
        CheckpointState state = beginning.state();
        this.plan = beginning.plan();
        this.step = state.step();
        this.epochsDone = state.epoch();
        this.last = beginning.last().orElse(null);
        this.batchesDone = state.batch();
        this.best = new Best(beginning.plan().recipe().earlyStopping(), state);
        this.total = new Score(
                state.loss(),
                state.hits(),
                Score.judges(plan.dataset().targets()) ? state.images() : 0,
                state.images());
        this.checkpointSeconds = checkpointSeconds;
        this.recipe = plan.recipe();
        this.learner = learner;
        this.folder = folder;
        this.wish = wish;
        this.events = events;
        this.pace = new Pace((long) recipe.epochs() * plan.batchesPerEpoch(), step, state.seconds());
        this.validation =
                plan.split().validation().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Makes a run that is about to start one that can be resumed: to be called before anybody is told of it. */
    void begin() throws IOException, RunFailure {
        // Also who stops before the first batch finds the weights that the run began with.
        if (step == 0) {
            checkpoint();
        }
    }

    /**
     * Runs until done, or until something else is wished.
     *
     * @return what happened, to be told once the folder is complete; after {@link Wish#LEAVE} too
     */
    RunEvent.Finished run() throws IOException, RunFailure {
        int threads = ReadAhead.sensibleThreads(Runtime.getRuntime().availableProcessors());
        try (Feed feed = new Feed(plan, epochsDone, batchesDone, threads)) {
            while (epochsDone < recipe.epochs() && !best.isOver(epochsDone) && heed() == Wish.GO_ON) {
                epoch(epochsDone + 1, feed);
            }
        }
        boolean stopped = epochsDone < recipe.epochs() && !best.isOver(epochsDone);
        if (!stopped) {
            test();
        }
        return new RunEvent.Finished(
                folder.path(),
                stopped,
                epochsDone,
                last == null ? OptionalDouble.empty() : last.trainAccuracy(),
                last == null ? OptionalDouble.empty() : last.validationAccuracy(),
                pace.seconds(),
                pace.imagesPerSecond());
    }

    private void epoch(int epoch, Feed feed) throws IOException, RunFailure {
        int batches = plan.batchesPerEpoch();
        Score shown = Score.NONE;
        pace.startEpoch();
        while (batchesDone < batches && heed().endsEpoch()) {
            Score score = batch(feed);
            batchesDone++;
            step++;
            total = total.plus(score);
            shown = shown.plus(score);
            pace.learnt(score.images());
            if (pace.mayTell()) {
                events.accept(new RunEvent.Progress(
                        epoch,
                        batchesDone,
                        shown.meanLoss(),
                        shown.accuracy(),
                        pace.epochImagesPerSecond(),
                        pace.secondsLeft(step)));
                shown = Score.NONE;
            }
            if (batchesDone < batches && pace.isCheckpointDue(checkpointSeconds)) {
                checkpoint();
            }
        }
        pace.endEpoch();
        boolean whole = batchesDone == batches;
        // Who leaves in the middle of an epoch may come back and end it; one that is done is validated first.
        if (whole || wish.get() != Wish.LEAVE) {
            conclude(epoch, total, whole);
        }
        if (whole) {
            epochsDone = epoch;
            batchesDone = 0;
            total = Score.NONE;
        }
        checkpoint();
    }

    /** What is wanted now; waits while that is a pause, with everything kept. */
    private Wish heed() throws IOException, RunFailure {
        if (wish.get() == Wish.PAUSE) {
            checkpoint();
            events.accept(new RunEvent.Paused());
            long before = System.nanoTime();
            while (wish.get() == Wish.PAUSE) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            pace.rested(System.nanoTime() - before);
            events.accept(new RunEvent.Resumed());
        }
        return wish.get();
    }

    /** @throws RunFailure where the weights are no numbers any more: the checkpoint before stays */
    private void checkpoint() throws IOException, RunFailure {
        if (!learner.isFinite()) {
            throw diverged(null, "training.diverged.weights", Math.max(0, step - 1));
        }
        CheckpointState state = new CheckpointState(
                epochsDone,
                batchesDone,
                step,
                recipe.seed(),
                total.loss(),
                total.hits(),
                total.images(),
                pace.seconds(),
                best.epoch(),
                best.value());
        folder.writeCheckpoint(state, place -> CheckpointFile.write(learner, place));
        pace.kept();
    }

    private Score batch(Feed feed) throws IOException, RunFailure {
        double rate = rate(step);
        Samples samples;
        try {
            samples = feed.next();
        } catch (UnreadableSampleException gone) {
            throw dataGone(gone);
        }
        try {
            return learner.learn(samples, step, pace.done(step), rate);
        } catch (Learner.LossNotFiniteException diverged) {
            throw diverged(diverged, new Divergence(plan, learner).of(samples), step);
        }
    }

    private double rate(long at) {
        return recipe.optimizer().learningRate()
                * recipe.schedule().factor(at, plan.batchesPerEpoch(), recipe.epochs());
    }

    /**
     * @param reason the key of its sentence
     * @param at the step, from 0
     */
    private RunFailure diverged(Throwable cause, String reason, long at) {
        long perEpoch = plan.batchesPerEpoch();
        return RunFailure.of(cause, "training.diverged", at / perEpoch + 1, at % perEpoch + 1, rate(at), at + 1)
                .and(reason);
    }

    /** What was learnt up to now is kept first: the samples are gone, not the weights. */
    private RunFailure dataGone(UnreadableSampleException gone) throws IOException, RunFailure {
        checkpoint();
        DataProblem problem = gone.problem();
        return RunFailure.of(gone, problem.key(), problem.arguments().toArray())
                .and("training.data-gone")
                .passing();
    }

    /** Once, so that nobody chooses by it. */
    private void test() throws IOException, RunFailure {
        int[] images = plan.split().test().stream().mapToInt(Integer::intValue).toArray();
        if (images.length > 0) {
            Score score = examine(images).score();
            // Images have classes, so each answer is right or wrong.
            tested = Optional.of(new RunEvent.Tested(
                    images.length, score.meanLoss(), score.accuracy().orElseThrow()));
            events.accept(tested.get());
        }
    }

    /** What the test has shown; empty where there is none, and before the run is done. */
    Optional<RunEvent.Tested> tested() {
        return tested;
    }

    private Examination examine(int[] images) throws IOException, RunFailure {
        try {
            return learner.examine(images, 2 * recipe.batchSize());
        } catch (UnreadableSampleException gone) {
            throw dataGone(gone);
        }
    }

    private void conclude(int epoch, Score learnt, boolean whole) throws IOException, RunFailure {
        if (learnt.images() == 0) {
            return;
        }
        Examination examined = examine(validation);
        Score score = examined.score();
        if (score.images() > 0 && !Double.isFinite(score.meanLoss())) {
            throw RunFailure.of(null, "training.diverged.validation", epoch, step)
                    .and(new Divergence(plan, learner).ofNetwork());
        }
        last = new RunEvent.EpochEnd(
                epoch,
                learnt.meanLoss(),
                learnt.accuracy(),
                score.meanLoss(),
                score.accuracy(),
                pace.epochImagesPerSecond(),
                pace.seconds(),
                examined.measures());
        // Before what tells that the epoch is done: whoever resumes after a kill between them does the epoch again.
        if (whole && best.see(last)) {
            folder.writeBest(out -> CheckpointFile.writeResults(learner, out));
        }
        Optional<long[][]> confusion = examined.confusion();
        if (confusion.isPresent() && plan.dataset().targets() instanceof Targets.Classes classes) {
            folder.writeConfusion(epoch, classes.names(), confusion.get());
        }
        folder.appendMetrics(last);
        events.accept(last);
    }
}
