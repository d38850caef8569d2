package convas.editor.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import convas.training.EngineInfo;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOptions;
import convas.training.RunOrder;
import convas.training.RunRequest;
import convas.training.RunSamples;
import convas.training.TrainingService;
import convas.training.run.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping runs, with a service that only writes down what it is asked. */
final class RunControlTest {
    private static final Path RUNS = Path.of("runs");

    private final List<RunRequest> requests = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<Path> going = new ArrayList<>();
    private Consumer<RunEvent> observer = event -> {};

    private RunOptions options = RunOptions.DEFAULT.staying();

    private final RunControl control = new RunControl(
            new Service(),
            new Analyzer(BuiltinCatalog.create())::analyze,
            RUNS,
            () -> options,
            Tasks.immediate(),
            Runnable::run);

    private final class Service implements TrainingService {
        @Override
        public RunHandle start(RunRequest request, Consumer<RunEvent> watching) {
            requests.add(request);
            observer = watching;
            return new Handle();
        }

        @Override
        public RunHandle follow(Path run, Consumer<RunEvent> watching) {
            calls.add("follow " + run.getFileName());
            observer = watching;
            return new Handle();
        }

        @Override
        public EngineInfo engine() {
            return new EngineInfo("none", List.of("cpu"), 1);
        }

        @Override
        public List<Path> running(Path runs) {
            return going;
        }
    }

    private final class Handle implements RunHandle {
        @Override
        public void order(RunOrder order) {
            calls.add(order.word());
        }

        @Override
        public void kill() {
            calls.add("kill");
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public long pid() {
            return -1;
        }
    }

    private static Design plain() {
        return new DesignFormat()
                .read(Path.of(System.getProperty("convas.home", "."), "presets", "digits-plain.json"))
                .value()
                .orElseThrow();
    }

    private static RunEvent finished() {
        return new RunEvent.Finished(
                RUNS.resolve("one"), true, 1, OptionalDouble.empty(), OptionalDouble.empty(), 1, 1);
    }

    @Test
    void oneRunGoesOnAtATime() {
        control.start(plain(), Optional.empty(), texts);
        control.start(plain(), Optional.empty(), texts);
        assertEquals(1, requests.size());
        assertEquals(
                RUNS, assertInstanceOf(RunRequest.New.class, requests.get(0)).runs());
        assertTrue(control.isRunning());

        observer.accept(finished());
        assertFalse(control.isRunning());
        control.start(plain(), Optional.empty(), texts);
        assertEquals(2, requests.size());
    }

    /** Two epochs of ten batches, of which the checkpoint has one; the log knows five batches of each. */
    @Test
    void aRunThatIsGoneOnWithBeginsWithItsWholeCurve(@TempDir Path runs) throws IOException {
        Path run = RunSamples.write(runs, "net", 0.8, 650, RunCard.Status.STOPPED);
        Path checkpoint = Files.createDirectory(run.resolve("checkpoint"));
        Files.writeString(
                checkpoint.resolve("state.json"),
                "{\"epoch\": 1, \"batch\": 0, \"step\": 10, \"seed\": 3, \"loss\": 0.0, \"hits\": 0, \"images\": 0, \"seconds\": 1.0}");
        control.resume(run, texts);
        assertEquals(
                run.toAbsolutePath(),
                assertInstanceOf(RunRequest.Resume.class, requests.get(0)).run());
        assertEquals(1, control.model().trainLoss().size());
        assertEquals(0.5, control.model().trainLoss().x(0));
        assertEquals(OptionalDouble.of(0.4), control.model().accuracy());
        observer.accept(new RunEvent.Started(run, 2, 10, 100, 20, "cpu", 1, List.of()));
        observer.accept(new RunEvent.Progress(2, 3, 0.2, OptionalDouble.empty(), 1, 1));
        assertEquals(1.3, control.model().trainLoss().x(1), 1e-9);
    }

    @Test
    void stoppingAsksOnceAndKillingEndsIt() {
        control.stop();
        control.start(plain(), Optional.empty(), texts);
        control.stop();
        control.stop();
        control.kill();

        assertEquals(List.of("stop", "kill"), calls);
        assertEquals(RunModel.Phase.STOPPING, control.model().phase());
    }

    @Test
    void runsThatAreQueuedBeginOneAfterTheOtherAsTheyWereThen() {
        control.start(plain(), Optional.empty(), texts);
        control.queue(plain().withName("second"), Optional.empty(), texts);
        control.queue(Design.empty("nothing"), Optional.empty(), texts);
        control.queue(plain().withName("third"), Optional.empty(), texts);
        assertEquals(List.of("second", "third"), control.queued());
        assertEquals(1, requests.size());

        observer.accept(finished());
        assertEquals("second", control.model().design());
        observer.accept(new RunEvent.Failed(List.of("broken")));
        assertEquals("third", requests.get(2).name());
        assertEquals(List.of(), control.queued());
        observer.accept(finished());
        assertFalse(control.isRunning());
    }

    @Test
    void aQueueThatIsClearedStartsNothing() {
        control.start(plain(), Optional.empty(), texts);
        control.queue(plain(), Optional.empty(), texts);
        control.clearQueue();
        observer.accept(finished());
        assertEquals(1, requests.size());
    }

    @Test
    void aRunPausesAndGoesOnAndStopsAfterItsEpoch() {
        control.start(plain(), Optional.empty(), texts);
        control.pauseOrGoOn();
        observer.accept(new RunEvent.Paused());
        assertEquals(RunModel.Phase.PAUSED, control.model().phase());
        control.pauseOrGoOn();
        observer.accept(new RunEvent.Resumed());
        control.stopAfterEpoch();
        assertTrue(control.model().stopsAfterEpoch());
        assertEquals(List.of("pause", "go-on", "stop-after-epoch"), calls);
    }

    @Test
    void aRunThatWentOnWithoutTheWindowIsFoundAgainAndStaysWhenTheWindowCloses() {
        control.start(plain(), Optional.empty(), texts);
        assertTrue(requests.get(0).options().stays());
        observer.accept(finished());

        control.find(Optional.empty(), texts);
        assertFalse(control.isRunning());
        going.add(RUNS.resolve("a"));
        going.add(RUNS.resolve("b"));
        control.find(Optional.empty(), texts);
        assertTrue(control.isRunning());
        assertEquals(List.of("follow b"), calls);
        assertEquals("b", control.model().design());
        control.stop();
        assertEquals(List.of("follow b", "stop"), calls);
    }

    @Test
    void aDesignWithErrorsIsRefusedWithTheFirstOfThem() {
        control.start(Design.empty("nothing"), Optional.empty(), texts);

        assertTrue(requests.isEmpty());
        assertFalse(control.isRunning());
        assertTrue(control.model().problems().get(0).startsWith("The design cannot be trained: "));
    }

    @Test
    void aRecipeWithErrorsIsRefusedToo() {
        control.start(plain().withTraining(Map.of("epoch", Value.of(3))), Optional.empty(), texts);

        assertTrue(requests.isEmpty());
        assertTrue(control.model().problems().get(0).contains("epoch"));
    }

    @Test
    void everyChangeIsTold() {
        List<RunModel.Phase> phases = new ArrayList<>();
        Runnable unlisten = control.addListener(() -> phases.add(control.model().phase()));
        control.start(plain(), Optional.empty(), texts);
        observer.accept(finished());
        unlisten.run();
        control.start(plain(), Optional.empty(), texts);

        assertEquals(List.of(RunModel.Phase.STARTING, RunModel.Phase.FINISHED), phases);
    }

    @Test
    void aNewRunIsAskedForWithWhatIsSetByThen() {
        options = RunOptions.DEFAULT.staying().withDevice("cpu").withThreads(OptionalInt.of(2));
        control.start(plain(), Optional.empty(), texts);
        assertEquals("cpu", requests.get(0).options().device());
        assertEquals(OptionalInt.of(2), requests.get(0).options().threads());
    }
}
