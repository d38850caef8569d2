package convas.training.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.engine.Devices;
import convas.engine.EngineRoom;
import convas.engine.Failures;
import convas.engine.RunFailure;
import convas.file.FolderLock;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.text.Texts;
import convas.training.Planner;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.TrainingPlan;
import convas.training.board.EventFile;
import convas.training.data.DataLines;
import convas.training.data.DataPaths;
import convas.training.run.EventLog;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import convas.training.search.Search;
import convas.training.worker.RequestJson;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one run from request to last event. Nothing thrown gets out: whatever goes wrong becomes {@link RunEvent.Failed}
 * with sentences, and the run's folder says so too.
 */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Planning planning;
    private final Texts texts;
    private final Failures failures;
    private final Orders orders;
    private final Consumer<RunEvent> events;

    Worker(Planner planner, Texts texts, Orders orders, Consumer<RunEvent> events) {
        this.planning = new Planning(planner);
        this.texts = texts;
        this.failures = new Failures(texts, "training");
        this.orders = orders;
        this.events = events;
    }

    /**
     * @param line the request as one JSON object
     * @return whether the run ended as wanted
     */
    boolean work(String line) {
        try {
            RunRequest request = demand(RequestJson.read(new ObjectMapper().readTree(line)));
            RunOptions options = request.options();
            if (options.stays()) {
                orders.stayWhenLeft();
            }
            if (options.threads().orElse(1) < 1) {
                throw RunFailure.of(null, "training.threads", options.threads().getAsInt());
            }
            if (request.search().isPresent()) {
                search(request, request.search().get());
            } else if (request.resume().isPresent()) {
                resume(request.resume().get(), options);
            } else {
                Design design = DataPaths.absolute(request.design(), request.source());
                TrainingPlan plan = planning.plan(design, options.epochs(), options.seed());
                start(request.runs(), plan, options);
            }
            return true;
        } catch (JsonProcessingException broken) {
            return failed(RunFailure.of(broken, "training.worker.no-request"));
        } catch (RunFailure failure) {
            return failed(failure);
        } catch (CancellationException unwanted) {
            return failed(RunFailure.of(null, "training.stopped-before"));
        } catch (Exception | Error other) {
            return failed(failures.explain(other));
        }
    }

    private void search(RunRequest request, Search search) throws RunFailure {
        RunOptions options = request.options();
        Design design = DataPaths.absolute(request.design(), request.source());
        TrainingPlan plan = planning.plan(design, options.epochs(), options.seed());
        int processors = Runtime.getRuntime().availableProcessors();
        Engine engine = EngineRoom.open(options.threads().orElseGet(() -> plan.sensibleThreads(processors)), failures);
        Device device = Devices.choose(engine, options.device());
        events.accept(new RunEvent.Searched(new Trials(plan, device, orders, events).run(search)));
    }

    private boolean failed(RunFailure failure) {
        if (failure.getCause() != null) {
            LOG.error("The run failed", failure.getCause());
        }
        events.accept(new RunEvent.Failed(lines(failure.problems()), failure.mayPass()));
        return false;
    }

    private List<String> lines(List<Diagnostic> problems) {
        return problems.stream().map(problem -> problem.line(texts)).toList();
    }

    private static <T> T demand(Reading<T> reading) throws RunFailure {
        Optional<T> value = reading.value();
        if (value.isEmpty()) {
            throw new RunFailure(reading.problems(), null);
        }
        return value.get();
    }

    /** What the run will use, before anything is made. */
    private void sayData(TrainingPlan plan) {
        events.accept(new RunEvent.DataSaid(DataLines.before(plan.data(), texts).stream()
                .map(DataLines.Line::text)
                .toList()));
    }

    private void start(Path runs, TrainingPlan plan, RunOptions options) throws RunFailure {
        sayData(plan);
        int processors = Runtime.getRuntime().availableProcessors();
        int threads = options.threads().orElseGet(() -> plan.sensibleThreads(processors));
        Engine engine = EngineRoom.open(threads, failures);
        Device device = Devices.choose(engine, options.device());
        RunFolder folder = create(runs, plan.design().name());
        RunCard card = MachineCard.of(plan, engine, device, threads);
        try {
            withLock(folder.path(), () -> finish(Beginning.fresh(plan), folder, card, options, device));
        } finally {
            folder.removeUnlessBegun();
        }
    }

    /** Goes on with a run, on as many threads as before where nothing else is asked for: other numbers round otherwise. */
    private void resume(Path run, RunOptions options) throws RunFailure {
        withLock(run, () -> {
            StoredRun stored = RunFolder.open(run);
            try (Beginning beginning = Beginning.resumed(stored, planning, options)) {
                goOn(run, stored, beginning, options);
            }
        });
    }

    private void goOn(Path run, StoredRun stored, Beginning beginning, RunOptions options) throws RunFailure {
        sayData(beginning.plan());
        RunCard before = stored.card().orElseThrow();
        int threads = options.threads().orElse(before.threads());
        Engine engine = EngineRoom.open(threads, failures);
        Device device = Devices.choose(engine, device(options, before));
        RunFolder folder = reopen(run, beginning);
        finish(
                beginning,
                folder,
                MachineCard.of(beginning.plan(), engine, device, threads).resuming(before),
                options,
                device);
    }

    /** A run goes on where it was, unless another device is asked for: others round otherwise. */
    private static String device(RunOptions options, RunCard before) {
        return options.device().equals(RunOptions.ANY_DEVICE) ? before.device() : options.device();
    }

    private RunFolder reopen(Path run, Beginning beginning) throws RunFailure {
        try {
            return RunFolder.resume(run, beginning.state().epoch());
        } catch (IOException refused) {
            throw RunFailure.of(refused, "training.folder", run, failures.reason(refused));
        }
    }

    /** Something done while nobody else may write into the folder. */
    @FunctionalInterface
    private interface Alone {
        void run() throws RunFailure;
    }

    private void withLock(Path run, Alone work) throws RunFailure {
        FolderLock lock = lock(run);
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    private FolderLock lock(Path run) throws RunFailure {
        try {
            return FolderLock.take(run).orElseThrow(() -> RunFailure.of(null, "training.resume.running", run));
        } catch (NoSuchFileException missing) {
            throw RunFailure.of(missing, "training.run.no-folder", run);
        } catch (IOException refused) {
            throw RunFailure.of(refused, "training.folder", run, failures.reason(refused));
        }
    }

    private void finish(Beginning beginning, RunFolder folder, RunCard card, RunOptions options, Device device)
            throws RunFailure {
        try (EventLog log = EventLog.open(folder.path(), beginning.state())) {
            orders.watch(folder.path());
            Consumer<RunEvent> told = log.andThen(events);
            if (options.tensorBoard()) {
                try (EventFile board =
                        new EventFile(folder.path(), beginning.state().step(), System::currentTimeMillis)) {
                    told.accept(conclude(beginning, folder, card, options, device, told.andThen(board), log));
                }
            } else {
                told.accept(conclude(beginning, folder, card, options, device, told, log));
            }
        }
    }

    /** @param log hears of a failure too, which is told to the starter later, when nobody works in the folder any more */
    private RunEvent.Finished conclude(
            Beginning beginning,
            RunFolder folder,
            RunCard card,
            RunOptions options,
            Device device,
            Consumer<RunEvent> told,
            Consumer<RunEvent> log)
            throws RunFailure {
        try {
            if (folder.hasCard()) {
                // The design is part of the run, and so is all of the recipe but for the epochs.
                folder.writeEpochs(beginning.plan().recipe().epochs());
            } else {
                folder.writeDesign(new DesignFormat().write(beginning.plan().design()));
                folder.writeRecipe(beginning.plan().recipe());
            }
            Outcome outcome = train(beginning, folder, card, options, device, told);
            RunEvent.Finished end = outcome.end();
            RunCard.Test test = outcome.tested()
                    .map(shown -> new RunCard.Test(shown.images(), shown.loss(), shown.accuracy()))
                    .orElse(null);
            folder.writeCard(
                    card.with(test).with(end.stopped() ? RunCard.Status.STOPPED : RunCard.Status.FINISHED, List.of()));
            return end;
        } catch (Exception | Error broken) {
            RunFailure failure = failures.explain(broken);
            if (!folder.hasCard()) {
                // One that is gone as a whole had begun: somebody took it away.
                throw (folder.exists() ? failure.and("training.worker.nothing-kept") : failure).lasting();
            }
            failure = failure.and("training.kept", folder.path());
            try {
                folder.writeCard(card.with(RunCard.Status.FAILED, lines(failure.problems())));
            } catch (IOException full) {
                failure.addSuppressed(full);
            }
            log.accept(new RunEvent.Failed(lines(failure.problems()), failure.mayPass()));
            throw failure;
        }
    }

    private RunFolder create(Path runs, String name) throws RunFailure {
        try {
            return RunFolder.create(runs, name, LocalDateTime.now());
        } catch (IOException refused) {
            throw RunFailure.of(refused, "training.folder", runs, failures.reason(refused));
        }
    }

    /** What a run has come to. */
    private record Outcome(RunEvent.Finished end, Optional<RunEvent.Tested> tested) {}

    private Outcome train(
            Beginning beginning,
            RunFolder folder,
            RunCard card,
            RunOptions options,
            Device device,
            Consumer<RunEvent> told)
            throws IOException, RunFailure {
        TrainingPlan plan = beginning.plan();
        try (NDManager manager = NDManager.newBaseManager(device);
                Learner learner = new Learner(plan, manager)) {
            learner.restore(beginning);
            TrainingLoop loop = new TrainingLoop(beginning, learner, folder, options.checkpointSeconds(), orders, told);
            loop.begin();
            // Last of all: what has a card can be gone on with, what has none never began.
            folder.writeCard(card);
            told.accept(new RunEvent.Started(
                    folder.path(),
                    plan.recipe().epochs(),
                    plan.batchesPerEpoch(),
                    plan.split().training().size(),
                    plan.split().validation().size(),
                    card.device(),
                    card.threads(),
                    Stream.concat(plan.notes().stream(), beginning.notes().stream())
                            .map(note -> note.sentence(texts))
                            .toList()));
            RunEvent.Finished end = loop.run();
            return new Outcome(end, loop.tested());
        }
    }
}
