package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import convas.file.FolderLock;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed again and again comes to the same numbers as one that is left alone. */
final class SurvivalTest {
    private static final int KILLS = 20;
    /** So many steps at most are waited for between two kills. */
    private static final int STEPS = 11;

    /** A checkpoint after every batch, so that many kills hit one that is being written. */
    private static final RunOptions OFTEN =
            RunOptions.DEFAULT.withThreads(OptionalInt.of(1)).withCheckpointSeconds(0);

    @TempDir
    private Path runs;

    /** Two dozen JVMs that live for a second or two: most of the test is their start, which the best compiler prolongs. */
    private final WorkerService service =
            new WorkerService(new Texts(Locale.ENGLISH), UnaryOperator.identity(), List.of("-XX:TieredStopAtLevel=1"));

    /**
     * With all that a checkpoint must hold: running statistics, dropping, a momentum, a schedule, an average; and with images
     * that are altered by chance.
     */
    private static Design network(int epochs) {
        return Designs.of("{'format': 'convas-design', 'version': 1, 'name': 'survivor', 'nodes': ["
                + "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}},"
                + "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': 8, 'kernel_size': 3}},"
                + "{'id': 'norm', 'type': 'BatchNorm2d'}, {'id': 'relu', 'type': 'ReLU'},"
                + "{'id': 'flat', 'type': 'Flatten'}, {'id': 'drop', 'type': 'Dropout', 'params': {'p': 0.2}},"
                + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 10}},"
                + "{'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'conv'},"
                + "{'from': 'conv', 'to': 'norm'}, {'from': 'norm', 'to': 'relu'}, {'from': 'relu', 'to': 'flat'},"
                + "{'from': 'flat', 'to': 'drop'}, {'from': 'drop', 'to': 'linear'},"
                + "{'from': 'linear', 'to': 'scores'}],"
                + "'training': {'epochs': " + epochs
                + ", 'batch_size': 32, 'schedule': {'type': 'cosine'}, 'clip_norm': 1,"
                + "'dataset': {'type': 'digits', 'augment': {'flip': true, 'crop': 1}},"
                + "'ema': {'decay': 0.99}, 'early_stopping': {'patience': 1000}}}");
    }

    private RunRequest fresh(int epochs) {
        return new RunRequest.New(network(epochs), Optional.empty(), runs, OFTEN);
    }

    private RunEvent finish(RunRequest request) throws InterruptedException {
        Recorder recorder = new Recorder();
        service.start(request, recorder);
        return recorder.awaitEnd();
    }

    /** Everything of the epochs that does not depend on the clock. */
    private static List<List<Object>> learnt(StoredRun run) {
        return run.metrics().stream()
                .map(end -> List.<Object>of(
                        end.epoch(),
                        end.trainLoss(),
                        end.trainAccuracy(),
                        end.validationLoss(),
                        end.validationAccuracy()))
                .toList();
    }

    /** Steps that the newest checkpoint holds; -1 where it is just being put in place. */
    private static long step(Path run) throws IOException {
        try {
            return new ObjectMapper()
                    .readTree(run.resolve("checkpoint").resolve("state.json").toFile())
                    .path("step")
                    .asLong(-1);
        } catch (FileNotFoundException moving) {
            return -1;
        }
    }

    /** Whether a kill hit the writing of a checkpoint: neither is there otherwise. */
    private static boolean isBetweenCheckpoints(Path run) throws IOException {
        try (Stream<Path> left = Files.list(run)) {
            return left.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.equals("checkpoint.old") || name.startsWith(".checkpoint."));
        }
    }

    private static void awaitStep(Path run, long wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (step(run) < wanted) {
            assertTrue(System.nanoTime() < end, "no step " + wanted);
            Thread.sleep(2);
        }
    }

    @Test
    void comesToTheSameNumbersHoweverOftenItIsKilled() throws IOException, InterruptedException {
        int epochs = 5;
        RunEvent.Finished whole = assertInstanceOf(RunEvent.Finished.class, finish(fresh(epochs)));
        StoredRun expected = RunFolder.open(whole.run());

        Random random = new Random(7);
        RunRequest request = fresh(epochs);
        Path folder = null;
        int killed = 0;
        int halves = 0;
        RunEvent.Finished end = null;
        while (end == null) {
            Recorder recorder = new Recorder();
            RunHandle handle = service.start(request, recorder);
            if (killed < KILLS) {
                folder = recorder.await(RunEvent.Started.class).run();
                awaitStep(folder, step(folder) + random.nextInt(STEPS));
                // The moment within a step, most of which is its checkpoint.
                Thread.sleep(random.nextInt(12));
                ProcessHandle.of(handle.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
            RunEvent last = recorder.awaitEnd();
            if (last instanceof RunEvent.Finished finished) {
                end = finished;
            } else {
                killed++;
                halves += isBetweenCheckpoints(folder) ? 1 : 0;
                StoredRun stored = RunFolder.open(folder);

                assertEquals(
                        List.of(),
                        stored.problems().stream().filter(Diagnostic::isError).toList());
                assertTrue(stored.state().isPresent());
                request = new RunRequest.Resume(folder, OFTEN);
            }
        }
        assertEquals(KILLS, killed);
        assertTrue(halves > 0, "no kill hit a checkpoint that was being written");
        StoredRun survivor = RunFolder.open(end.run());
        assertEquals(List.of(), survivor.problems());
        assertEquals(epochs, survivor.metrics().size());
        assertEquals(learnt(expected), learnt(survivor));
        for (String file : List.of(RunFolder.WEIGHTS, RunFolder.OPTIMIZER)) {
            assertArrayEquals(
                    Files.readAllBytes(expected.checkpoint().orElseThrow().resolve(file)),
                    Files.readAllBytes(survivor.checkpoint().orElseThrow().resolve(file)),
                    file);
        }
        assertEquals(RunCard.Status.FINISHED, survivor.card().orElseThrow().status());
        assertEquals(KILLS, survivor.card().orElseThrow().resumed().size());
    }

    @Test
    void goesOnWhereItWasStopped() throws InterruptedException {
        RunEvent.Finished whole = assertInstanceOf(RunEvent.Finished.class, finish(fresh(4)));
        Recorder recorder = new Recorder();
        RunHandle handle = service.start(fresh(4), recorder);
        recorder.await(RunEvent.EpochEnd.class);
        Path folder = recorder.await(RunEvent.Started.class).run();
        assertTrue(FolderLock.isTaken(folder));
        handle.stop();
        RunEvent.Finished stopped = assertInstanceOf(RunEvent.Finished.class, recorder.awaitEnd());
        assertTrue(stopped.stopped());
        assertFalse(FolderLock.isTaken(folder));
        RunEvent.Finished end =
                assertInstanceOf(RunEvent.Finished.class, finish(new RunRequest.Resume(stopped.run(), OFTEN)));
        assertEquals(learnt(RunFolder.open(whole.run())), learnt(RunFolder.open(end.run())));
    }

    @Test
    void endsARunThatWasKilledBehindItsLastEpoch() throws IOException, InterruptedException {
        RunEvent.Finished done = assertInstanceOf(RunEvent.Finished.class, finish(fresh(1)));
        Path card = done.run().resolve("card.json");
        Files.writeString(card, Files.readString(card).replace("\"FINISHED\"", "\"RUNNING\""));
        assertEquals(
                RunCard.Status.RUNNING,
                RunFolder.open(done.run()).card().orElseThrow().status());

        RunEvent.Finished end =
                assertInstanceOf(RunEvent.Finished.class, finish(new RunRequest.Resume(done.run(), OFTEN)));
        assertFalse(end.stopped());
        assertEquals(1, end.epochs());
        assertTrue(end.speed().isEmpty());
        StoredRun stored = RunFolder.open(end.run());
        assertEquals(RunCard.Status.FINISHED, stored.card().orElseThrow().status());
        assertEquals(1, stored.metrics().size());
    }

    /** The one checkpoint that is kept is damaged: nothing is left to go on from, and what can be done is said. */
    @Test
    void whereTheCheckpointIsDamagedItIsSaidWhatCanBeDone() throws IOException, InterruptedException {
        Path run = assertInstanceOf(RunEvent.Finished.class, finish(fresh(1))).run();
        Path weights = run.resolve("checkpoint").resolve(RunFolder.WEIGHTS);
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 0x40;
        Files.write(weights, bytes);
        String remedy = "Put an undamaged copy of the folder " + run
                + " back, or train its design anew: ./convas train " + run.resolve("design.json");
        RunRequest more = new RunRequest.Resume(run, OFTEN.withEpochs(OptionalInt.of(2)));
        RunEvent.Failed damaged = assertInstanceOf(RunEvent.Failed.class, finish(more));
        assertTrue(damaged.problems().get(0).startsWith("The checkpoint's file checkpoint/weights.safetensors"));
        assertEquals(remedy, damaged.problems().get(1));
        assertFalse(damaged.resumable());
        Files.writeString(run.resolve("checkpoint/state.json"), "{");
        List<String> halved =
                assertInstanceOf(RunEvent.Failed.class, finish(more)).problems();
        assertEquals(remedy, halved.get(halved.size() - 1));
    }

    @Test
    void refusesARunThatAnotherProcessWorksOn() throws IOException, InterruptedException {
        RunEvent.Finished done = assertInstanceOf(RunEvent.Finished.class, finish(fresh(1)));
        FolderLock lock = FolderLock.take(done.run()).orElseThrow();
        try {
            RunEvent.Failed failed =
                    assertInstanceOf(RunEvent.Failed.class, finish(new RunRequest.Resume(done.run(), OFTEN)));
            assertEquals(
                    "A process is working on the run in " + done.run() + " already.",
                    failed.problems().get(0));
        } finally {
            lock.close();
        }
    }

    @Test
    void doesTheEpochsThatAreAskedForBeyondTheFirst() throws InterruptedException {
        RunEvent.Finished done = assertInstanceOf(RunEvent.Finished.class, finish(fresh(2)));
        RunEvent.Failed enough =
                assertInstanceOf(RunEvent.Failed.class, finish(new RunRequest.Resume(done.run(), OFTEN)));
        assertEquals(
                "The run has done all its epochs (2); ask for more of them to go on.",
                enough.problems().get(0));
        RunEvent.Finished more = assertInstanceOf(
                RunEvent.Finished.class,
                finish(new RunRequest.Resume(done.run(), OFTEN.withEpochs(OptionalInt.of(3)))));
        assertEquals(3, more.epochs());
        assertEquals(3, RunFolder.open(more.run()).metrics().size());
    }
}
