package convas.training.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import convas.engine.RunFailure;
import convas.graph.json.DesignFormat;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.TrainingPlan;
import convas.training.board.EventFile;
import convas.training.run.EventLog;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run at work in its folder, from where it begins to its last event. Whoever makes one has the folder's lock. */
final class RunSession {
    private final Beginning beginning;
    private final RunFolder folder;
    private final RunCard card;
    private final RunOptions options;
    private final Device device;
    private final Starter starter;

    /** @param card what is known of the run before its first step */
    RunSession(
            Beginning beginning, RunFolder folder, RunCard card, RunOptions options, Device device, Starter starter) {
        this.beginning = beginning;
        this.folder = folder;
        this.card = card;
        this.options = options;
        this.device = device;
        this.starter = starter;
    }

    /** Trains to the end, and tells of it in the folder and to the starter. */
    void run() throws RunFailure {
        try (EventLog log = EventLog.open(folder.path(), beginning.state())) {
            starter.orders().watch(folder.path());
            Consumer<RunEvent> told = log.andThen(starter.events());
            if (options.tensorBoard()) {
                try (EventFile board =
                        new EventFile(folder.path(), beginning.state().step(), System::currentTimeMillis)) {
                    told.accept(conclude(told.andThen(board), log));
                }
            } else {
                told.accept(conclude(told, log));
            }
        }
    }

    /** @param log hears of a failure too, which is told to the starter later, when nobody works in the folder any more */
    private RunEvent.Finished conclude(Consumer<RunEvent> told, Consumer<RunEvent> log) throws RunFailure {
        try {
            keepRequest();
            return train(told);
        } catch (Exception | Error broken) {
            RunFailure failure = starter.failures().explain(broken);
            if (!folder.hasCard()) {
                // One that is gone as a whole had begun: somebody took it away.
                throw (folder.exists() ? failure.and("training.worker.nothing-kept") : failure).lasting();
            }
            failure = failure.and("training.kept", folder.path());
            List<String> lines = starter.lines(failure.problems());
            try {
                folder.writeCard(card.with(RunCard.Status.FAILED, lines));
            } catch (IOException full) {
                failure.addSuppressed(full);
            }
            log.accept(new RunEvent.Failed(lines, failure.mayPass()));
            throw failure;
        }
    }

    private void keepRequest() throws IOException {
        if (folder.hasCard()) {
            // The design is part of the run, and so is all of the recipe but for the epochs.
            folder.writeEpochs(beginning.plan().recipe().epochs());
        } else {
            folder.writeDesign(new DesignFormat().write(beginning.plan().design()));
            folder.writeRecipe(beginning.plan().recipe());
        }
    }

    private RunEvent.Finished train(Consumer<RunEvent> told) throws IOException, RunFailure {
        TrainingPlan plan = beginning.plan();
        try (NDManager manager = NDManager.newBaseManager(device);
                Learner learner = new Learner(plan, manager)) {
            learner.restore(beginning);
            TrainingLoop loop =
                    new TrainingLoop(beginning, learner, folder, options.checkpointSeconds(), starter.orders(), told);
            loop.begin();
            // Last of all: what has a card can be gone on with, what has none never began.
            folder.writeCard(card);
            told.accept(started(plan));
            RunEvent.Finished end = loop.run();
            RunCard.Test test = loop.tested()
                    .map(shown -> new RunCard.Test(shown.images(), shown.loss(), shown.accuracy()))
                    .orElse(null);
            folder.writeCard(
                    card.with(test).with(end.stopped() ? RunCard.Status.STOPPED : RunCard.Status.FINISHED, List.of()));
            return end;
        }
    }

    private RunEvent.Started started(TrainingPlan plan) {
        return new RunEvent.Started(
                folder.path(),
                plan.recipe().epochs(),
                plan.batchesPerEpoch(),
                plan.split().training().size(),
                plan.split().validation().size(),
                card.device(),
                card.threads(),
                Stream.concat(plan.notes().stream(), beginning.notes().stream())
                        .map(note -> note.sentence(starter.texts()))
                        .toList());
    }
}
