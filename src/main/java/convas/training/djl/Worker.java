package convas.training.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.engine.Devices;
import convas.engine.EngineRoom;
import convas.engine.RunFailure;
import convas.file.FolderLock;
import convas.graph.Design;
import convas.graph.json.Reading;
import convas.training.Planner;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.TrainingPlan;
import convas.training.data.DataLines;
import convas.training.data.DataPaths;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import convas.training.worker.RequestJson;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what one request asks for. Nothing thrown gets out: whatever goes wrong becomes {@link RunEvent.Failed} with
 * sentences, and the run's folder says so too.
 */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Planning planning;
    private final Starter starter;

    Worker(Planner planner, Starter starter) {
        this.planning = new Planning(planner);
        this.starter = starter;
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
                starter.orders().stayWhenLeft();
            }
            if (options.threads().orElse(1) < 1) {
                throw RunFailure.of(null, "training.threads", options.threads().getAsInt());
            }
            if (request instanceof RunRequest.New anew) {
                start(anew);
            } else if (request instanceof RunRequest.Resume resumed) {
                resume(resumed);
            } else if (request instanceof RunRequest.Find wanted) {
                find(wanted);
            }
            return true;
        } catch (JsonProcessingException broken) {
            return failed(RunFailure.of(broken, "training.worker.no-request"));
        } catch (RunFailure failure) {
            return failed(failure);
        } catch (CancellationException unwanted) {
            return failed(RunFailure.of(null, "training.stopped-before"));
        } catch (Exception | Error other) {
            return failed(starter.failures().explain(other));
        }
    }

    private boolean failed(RunFailure failure) {
        if (failure.getCause() != null) {
            LOG.error("The run failed", failure.getCause());
        }
        starter.events().accept(new RunEvent.Failed(starter.lines(failure.problems()), failure.mayPass()));
        return false;
    }

    private static <T> T demand(Reading<T> reading) throws RunFailure {
        Optional<T> value = reading.value();
        if (value.isEmpty()) {
            throw new RunFailure(reading.problems(), null);
        }
        return value.get();
    }

    private void find(RunRequest.Find request) throws RunFailure {
        TrainingPlan plan = plan(request.design(), request.source(), request.options());
        Engine engine = EngineRoom.open(threads(plan, request.options()), starter.failures());
        Device device = Devices.choose(engine, request.options().device());
        Trials trials = new Trials(plan, device, starter.orders(), starter.events());
        starter.events().accept(new RunEvent.Searched(trials.run(request.search())));
    }

    private void start(RunRequest.New request) throws RunFailure {
        RunOptions options = request.options();
        TrainingPlan plan = plan(request.design(), request.source(), options);
        sayData(plan);
        int threads = threads(plan, options);
        Engine engine = EngineRoom.open(threads, starter.failures());
        Device device = Devices.choose(engine, options.device());
        RunFolder folder = create(request.runs(), plan.design().name());
        RunCard card = MachineCard.of(plan, engine, device, threads);
        try {
            alone(
                    folder.path(),
                    () -> new RunSession(Beginning.fresh(plan), folder, card, options, device, starter).run());
        } finally {
            folder.removeUnlessBegun();
        }
    }

    private void resume(RunRequest.Resume request) throws RunFailure {
        alone(request.run(), () -> {
            StoredRun stored = RunFolder.open(request.run());
            try (Beginning beginning = Beginning.resumed(stored, planning, request.options())) {
                goOn(request, beginning, stored.card().orElseThrow());
            }
        });
    }

    /** On as many threads and the device as before where nothing else is asked for: others round otherwise. */
    private void goOn(RunRequest.Resume request, Beginning beginning, RunCard before) throws RunFailure {
        RunOptions options = request.options();
        TrainingPlan plan = beginning.plan();
        sayData(plan);
        int threads = options.threads().orElse(before.threads());
        Engine engine = EngineRoom.open(threads, starter.failures());
        String wanted = options.device().equals(RunOptions.ANY_DEVICE) ? before.device() : options.device();
        Device device = Devices.choose(engine, wanted);
        RunFolder folder = reopen(request.run(), beginning);
        RunCard card = MachineCard.of(plan, engine, device, threads).resuming(before);
        new RunSession(beginning, folder, card, options, device, starter).run();
    }

    /** Something done in a folder. */
    @FunctionalInterface
    private interface Alone {
        void run() throws RunFailure;
    }

    /** While nobody else may write there. */
    private void alone(Path run, Alone work) throws RunFailure {
        FolderLock lock = lock(run);
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    private TrainingPlan plan(Design design, Optional<Path> source, RunOptions options) throws RunFailure {
        return planning.plan(DataPaths.absolute(design, source), options.epochs(), options.seed());
    }

    private static int threads(TrainingPlan plan, RunOptions options) {
        return options.threads()
                .orElseGet(() -> plan.sensibleThreads(Runtime.getRuntime().availableProcessors()));
    }

    /** What the run will use, before anything is made. */
    private void sayData(TrainingPlan plan) {
        starter.events()
                .accept(new RunEvent.DataSaid(DataLines.before(plan.data(), starter.texts()).stream()
                        .map(DataLines.Line::text)
                        .toList()));
    }

    private RunFolder create(Path runs, String name) throws RunFailure {
        try {
            return RunFolder.create(runs, name, LocalDateTime.now());
        } catch (IOException refused) {
            throw refusal(runs, refused);
        }
    }

    private RunFolder reopen(Path run, Beginning beginning) throws RunFailure {
        try {
            return RunFolder.resume(run, beginning.state().epoch());
        } catch (IOException refused) {
            throw refusal(run, refused);
        }
    }

    private FolderLock lock(Path run) throws RunFailure {
        try {
            return FolderLock.take(run).orElseThrow(() -> RunFailure.of(null, "training.resume.running", run));
        } catch (NoSuchFileException missing) {
            throw RunFailure.of(missing, "training.run.no-folder", run);
        } catch (IOException refused) {
            throw refusal(run, refused);
        }
    }

    private RunFailure refusal(Path folder, IOException refused) {
        return RunFailure.of(
                refused, "training.folder", folder, starter.failures().reason(refused));
    }
}
