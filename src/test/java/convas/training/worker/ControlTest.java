package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.child.ChildJvm;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOptions;
import convas.training.RunOrder;
import convas.training.RunRequest;
import convas.training.run.CheckpointState;
import convas.training.run.EventLog;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pausing, going on and stopping, by whoever started a run and by others. */
final class ControlTest {
    private static final int MANY = 100_000;

    @TempDir
    private Path runs;

    private final WorkerService service = new WorkerService(new Texts(Locale.ENGLISH));
    private final Recorder starter = new Recorder();
    private final Recorder follower = new Recorder();

    private RunRequest request(int epochs, RunOptions options) {
        return new RunRequest.New(
                Designs.linear("[1, 8, 8]", 10, "{'epochs': " + epochs + "}"),
                Optional.empty(),
                runs,
                options.withThreads(OptionalInt.of(1)));
    }

    @Test
    void restsWhenAskedWithEverythingKeptAndGoesOnToTheSameNumbers() throws InterruptedException {
        Recorder undisturbed = new Recorder();
        service.start(request(60, RunOptions.DEFAULT), undisturbed);
        RunHandle handle = service.start(request(60, RunOptions.DEFAULT), starter);
        handle.order(RunOrder.PAUSE);
        Path folder = starter.await(RunEvent.Started.class).run();
        starter.await(RunEvent.Paused.class);
        CheckpointState kept = RunFolder.open(folder).state().orElseThrow();
        TimeUnit.MILLISECONDS.sleep(300);
        assertEquals(kept, RunFolder.open(folder).state().orElseThrow());
        assertTrue(handle.isRunning());

        handle.order(RunOrder.GO_ON);
        starter.await(RunEvent.Resumed.class);
        RunEvent.Finished end = assertInstanceOf(RunEvent.Finished.class, starter.awaitEnd());
        RunEvent.Finished whole = assertInstanceOf(RunEvent.Finished.class, undisturbed.awaitEnd());
        assertFalse(end.stopped());
        assertEquals(losses(whole.run()), losses(end.run()));
    }

    private static List<Double> losses(Path run) {
        return RunFolder.open(run).metrics().stream()
                .map(RunEvent.EpochEnd::validationLoss)
                .toList();
    }

    @Test
    void stopsAfterTheEpochAndNotBefore() throws InterruptedException {
        RunHandle handle = service.start(request(MANY, RunOptions.DEFAULT), starter);
        starter.await(RunEvent.EpochEnd.class);
        handle.order(RunOrder.STOP_AFTER_EPOCH);
        RunEvent.Finished end = assertInstanceOf(RunEvent.Finished.class, starter.awaitEnd());
        StoredRun stored = RunFolder.open(end.run());
        assertTrue(end.stopped());
        assertEquals(RunCard.Status.STOPPED, stored.card().orElseThrow().status());
        assertEquals(0, stored.state().orElseThrow().batch());
        assertEquals(end.epochs(), stored.metrics().size());
    }

    @Test
    void whoHasNotStartedARunFollowsItFromItsBeginningAndStopsIt() throws IOException, InterruptedException {
        RunHandle handle = service.start(request(MANY, RunOptions.DEFAULT), starter);
        Path folder = starter.await(RunEvent.Started.class).run();
        starter.await(RunEvent.EpochEnd.class);
        assertEquals(List.of(folder), service.running(runs));

        RunHandle other = service.follow(folder, follower);
        assertEquals(starter.await(RunEvent.Started.class), follower.await(RunEvent.Started.class));
        assertEquals(starter.await(RunEvent.EpochEnd.class), follower.await(RunEvent.EpochEnd.class));
        assertEquals(handle.pid(), other.pid());
        other.order(RunOrder.PAUSE);
        starter.await(RunEvent.Paused.class);
        other.order(RunOrder.GO_ON);
        starter.await(RunEvent.Resumed.class);
        other.stop();
        RunEvent end = starter.awaitEnd();
        assertInstanceOf(RunEvent.Finished.class, end);
        assertEquals(end, follower.awaitEnd());
        assertFalse(other.isRunning());
        assertEquals(List.of(), service.running(runs));
    }

    @Test
    void aFollowerIsToldOfADeath() throws InterruptedException {
        service.start(request(MANY, RunOptions.DEFAULT), starter);
        Path folder = starter.await(RunEvent.Started.class).run();
        RunHandle other = service.follow(folder, follower);
        follower.await(RunEvent.Started.class);
        other.kill();
        assertEquals(
                List.of(
                        "The process that worked on the run has ended without saying why.",
                        "What was written up to then is in " + folder + "."),
                assertInstanceOf(RunEvent.Failed.class, follower.awaitEnd()).problems());
    }

    @Test
    void staysWhenItsStarterIsGoneWhereThatWasAsked() throws IOException, InterruptedException {
        Process child = new ChildJvm(Locale.ENGLISH, List.of()).launch("convas.training.djl.WorkerMain", 1);
        try {
            String line = RequestJson.write(request(MANY, RunOptions.DEFAULT.staying())) + "\n";
            child.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            child.getOutputStream().flush();
            BufferedReader told = child.inputReader();
            assertInstanceOf(
                    RunEvent.DataSaid.class, EventLog.event(told.readLine()).orElseThrow());
            String first = told.readLine();
            // All three ends of a starter that is gone.
            child.getOutputStream().close();
            child.getInputStream().close();
            child.getErrorStream().close();

            RunEvent.Started started = assertInstanceOf(
                    RunEvent.Started.class, EventLog.event(first).orElseThrow());
            RunHandle handle = service.follow(started.run(), follower);
            follower.await(RunEvent.EpochEnd.class);
            follower.await(RunEvent.Progress.class);
            assertTrue(child.isAlive());
            handle.stop();
            assertInstanceOf(RunEvent.Finished.class, follower.awaitEnd());
            assertTrue(child.waitFor(60, TimeUnit.SECONDS));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void eventsOfStepsThatAreDoneAgainAreToldOnce() throws IOException {
        Path run = Files.createDirectory(runs.resolve("run"));
        CheckpointState start = CheckpointState.start(1);
        RunEvent first = new RunEvent.Progress(1, 5, 2, OptionalDouble.empty(), 1, 1);
        RunEvent second = new RunEvent.Progress(1, 9, 1, OptionalDouble.empty(), 1, 1);
        try (EventLog log = EventLog.open(run, start)) {
            log.accept(first);
            log.accept(second);
            log.accept(new RunEvent.Failed(List.of("why")));
        }
        Files.writeString(run.resolve(EventLog.NAME), "{\"event\":\"prog", StandardOpenOption.APPEND);
        assertEquals(3, EventLog.read(run).size());
        EventLog.open(run, new CheckpointState(0, 5, 5, 1, 0, 0, 0, 0, 0, 0)).close();
        assertEquals(List.of(first), EventLog.read(run));
    }
}
