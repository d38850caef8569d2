package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.tensor.TensorFile;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.EngineInfo;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real runs in real child processes. */
final class WorkerServiceTest {
    /** One thread: two tests beside each other must not depend on how many cores there are. */
    private static final OptionalInt ONE_THREAD = OptionalInt.of(1);

    @TempDir
    private Path runs;

    private final WorkerService service = new WorkerService(new Texts(Locale.ENGLISH));
    private final Recorder recorder = new Recorder();

    private static Design plain() {
        return Designs.preset("digits-plain");
    }

    private RunRequest request(Design design, int epochs, long seed) {
        return new RunRequest.New(
                design,
                Optional.empty(),
                runs,
                new RunOptions(OptionalInt.of(epochs), OptionalLong.of(seed), ONE_THREAD, 30, "cpu", false, false));
    }

    private RunEvent run(Design design) throws InterruptedException {
        service.start(
                new RunRequest.New(design, Optional.empty(), runs, RunOptions.DEFAULT.withThreads(ONE_THREAD)),
                recorder);
        return recorder.awaitEnd();
    }

    private List<String> problems(Design design) throws InterruptedException {
        return assertInstanceOf(RunEvent.Failed.class, run(design)).problems();
    }

    /** Six black images: of the four that train every value is 0. */
    @Test
    void dataWithoutContrastAreSaidBeforeTheRunAndKeptInItsCard() throws Exception {
        Path black = runs.resolve("black");
        for (String name : List.of("a/1", "a/2", "a/3", "b/1", "b/2", "b/3")) {
            Files.createDirectories(black.resolve(name).getParent());
            ImageIO.write(
                    new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB),
                    "png",
                    black.resolve(name + ".png").toFile());
        }
        Design design = Designs.linear(
                "[3, 4, 4]",
                2,
                "{'dataset': {'type': 'image-folder', 'path': '"
                        + black.toString().replace('\\', '/') + "'}, 'epochs': 1, 'batch_size': 2}");
        RunEvent.Finished end = assertInstanceOf(RunEvent.Finished.class, run(design));
        String said =
                "Channels without any contrast, whose deviation is 0: 3 of 3, over 4 samples; they are not scaled.";
        List<String> lines = recorder.await(RunEvent.DataSaid.class).lines();
        assertTrue(lines.contains(said), lines.toString());
        RunCard card = RunFolder.open(end.run()).card().orElseThrow();
        assertEquals(List.of(0.0, 0.0, 0.0), card.data().values().deviation());
        assertTrue(card.data().findings().stream()
                .anyMatch(finding -> finding.key().equals("datasurvey.values.no-deviation")));
        // What they are divided by.
        assertEquals(List.of(1.0, 1.0, 1.0), card.deviation());
    }

    @Test
    void trainsAPresetAndKeepsItAll() throws InterruptedException {
        RunHandle handle = service.start(request(plain(), 2, 1), recorder);
        RunEvent.Finished end = assertInstanceOf(RunEvent.Finished.class, recorder.awaitEnd());

        RunEvent.Started start = recorder.await(RunEvent.Started.class);
        // Before the run begins it is said what it will use.
        RunEvent.DataSaid said =
                assertInstanceOf(RunEvent.DataSaid.class, recorder.events().get(0));
        assertEquals("Data: digits, samples of 1 × 8 × 8.", said.lines().get(0));
        assertEquals(recorder.events().get(1), start);
        assertEquals(1797, start.trainImages() + start.validationImages());
        assertEquals(1, start.threads());
        assertEquals(
                List.of("The images of digits are 8 × 8 and are resized to 16 × 16 (bilinear) for the Input."),
                start.notes());
        List<RunEvent.EpochEnd> epochs = recorder.all(RunEvent.EpochEnd.class);
        assertEquals(2, epochs.size());
        assertFalse(end.stopped());
        assertEquals(2, end.epochs());
        assertEquals(epochs.get(1).validationAccuracy(), end.validationAccuracy());
        // Guessing gets a tenth right; two epochs of any working training get most.
        assertTrue(end.validationAccuracy().getAsDouble() > 0.5, end.toString());
        assertTrue(epochs.get(1).trainLoss() < epochs.get(0).trainLoss());
        assertFalse(handle.isRunning());

        StoredRun stored = RunFolder.open(end.run());
        assertEquals(List.of(), stored.problems());
        assertEquals(epochs, stored.metrics());
        assertEquals(plain(), stored.design().orElseThrow());
        RunCard card = stored.card().orElseThrow();
        assertEquals(RunCard.Status.FINISHED, card.status());
        assertEquals(start.trainImages(), card.data().training());
        assertEquals(start.validationImages(), card.data().validation());
        assertEquals(10, card.data().classes().size());
        assertEquals(card.datasetDigest(), card.data().digest());
        assertEquals(2, stored.state().orElseThrow().epoch());
        TensorFile weights = TensorFile.read(stored.checkpoint().orElseThrow().resolve(RunFolder.WEIGHTS))
                .value()
                .orElseThrow();
        assertTrue(
                weights.tensors().containsKey("conv1.weight"), weights.tensors().toString());
        assertTrue(
                weights.tensors().containsKey("bn1.running_mean"),
                weights.tensors().toString());
        assertTrue(Files.exists(end.run().resolve(RunFolder.LOG)));
    }

    @Test
    void bringsTheGhostPresetTo97Percent() throws InterruptedException {
        RunEvent.Finished end = assertInstanceOf(RunEvent.Finished.class, run(Designs.preset("digits-ghost")));
        assertTrue(end.validationAccuracy().getAsDouble() >= 0.97, end.toString());
    }

    @Test
    void stopsWhenAskedAndIsWhole() throws InterruptedException {
        RunHandle handle = service.start(request(plain(), 10_000, 1), recorder);
        recorder.await(RunEvent.Progress.class);
        handle.stop();
        RunEvent.Finished end = assertInstanceOf(RunEvent.Finished.class, recorder.awaitEnd());
        assertTrue(end.stopped());
        assertTrue(end.validationAccuracy().isPresent());
        StoredRun stored = RunFolder.open(end.run());
        assertEquals(List.of(), stored.problems());
        assertEquals(RunCard.Status.STOPPED, stored.card().orElseThrow().status());
        assertEquals(end.epochs(), stored.state().orElseThrow().epoch());
    }

    @Test
    void saysSoWhereTheProcessIsKilledFromOutsideAndKeepsTheRun() throws InterruptedException {
        RunHandle handle = service.start(request(plain(), 10_000, 1), recorder);
        Path folder = recorder.await(RunEvent.Started.class).run();
        recorder.await(RunEvent.EpochEnd.class);
        recorder.await(RunEvent.Progress.class);
        ProcessHandle.of(handle.pid()).orElseThrow().destroyForcibly();
        List<String> problems =
                assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd()).problems();
        assertEquals(
                "The training process was killed from outside (signal 9); the system does so too when memory runs out.",
                problems.get(0));
        assertEquals("What was written up to then is in " + folder + ".", problems.get(problems.size() - 1));
        assertFalse(handle.isRunning());

        StoredRun stored = RunFolder.open(folder);
        assertTrue(stored.design().isPresent());
        assertTrue(stored.recipe().isPresent());
        assertEquals(RunCard.Status.RUNNING, stored.card().orElseThrow().status());
        assertFalse(stored.metrics().isEmpty());
    }

    @Test
    void saysSoWhereTheRunWasEndedAtOnceByUs() throws InterruptedException {
        RunHandle handle = service.start(request(plain(), 10_000, 1), recorder);
        handle.kill();
        List<String> problems =
                assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd()).problems();
        assertEquals("The training process was ended at once, as asked.", problems.get(0));
    }

    @Test
    void givesTheSameNumbersForTheSameSeed() throws InterruptedException {
        Recorder second = new Recorder();
        Recorder other = new Recorder();
        service.start(request(plain(), 2, 11), recorder);
        recorder.awaitEnd();
        service.start(request(plain(), 2, 11), second);
        second.awaitEnd();
        service.start(request(plain(), 1, 12), other);
        other.awaitEnd();
        assertEquals(learnt(recorder), learnt(second));
        assertFalse(learnt(recorder).containsAll(learnt(other)));
    }

    /** Everything of an epoch that does not depend on the clock. */
    private static List<List<Object>> learnt(Recorder recorder) {
        return recorder.all(RunEvent.EpochEnd.class).stream()
                .map(end -> List.<Object>of(
                        end.epoch(),
                        end.trainLoss(),
                        end.trainAccuracy(),
                        end.validationLoss(),
                        end.validationAccuracy()))
                .toList();
    }

    @Test
    void tellsEveryMismatchAndBadFieldAtOnce() throws InterruptedException {
        List<String> problems = problems(Designs.linear("[3, 8, 8]", 7, "{'epochs': 1.5, 'batchsize': 3}"));
        assertEquals(
                List.of(
                        "training.epochs: Expected a whole number from 1 to 1000000; found 1.5.",
                        "training.batchsize: A recipe has no field \"batchsize\" here.",
                        "image.shape: The images of digits have 1 channel, but the Input expects 3.",
                        "image.shape: [1, 8, 8] would fit the data.",
                        "scores: The dataset digits has 10 classes, but the Output gives 7 scores.",
                        "linear.out_features: 10 would fit the data."),
                problems);
        assertNoFolder();
    }

    @Test
    void saysSoWhereTheLossRunsAway() throws InterruptedException {
        List<String> problems = problems(Designs.linear(
                "[1, 8, 8]",
                10,
                "{'epochs': 3, 'optimizer': {'type': 'SGD', 'learning_rate': 1e30, 'weight_decay': 1}}"));
        assertTrue(problems.get(0).startsWith("The loss is no longer a finite number (epoch 1, "), problems.toString());
        // Weights of 1e29 give scores of 1e30, whose losses still are numbers; those of the step after are none.
        assertTrue(problems.get(0).contains(", step "), problems.toString());
        assertTrue(problems.get(1).contains("A smaller learning rate"), problems.toString());
        assertTrue(problems.get(2).startsWith("What was written up to then is in "), problems.toString());
        RunEvent.Failed end = (RunEvent.Failed) recorder.awaitEnd();
        assertFalse(end.resumable(), "the same numbers come again");
    }

    @Test
    void saysSoWhereNoFolderCanBeMade() throws IOException, InterruptedException {
        Path file = Files.writeString(runs.resolve("file"), "");
        service.start(
                new RunRequest.New(
                        Designs.linear("[1, 8, 8]", 10, "{}"),
                        Optional.empty(),
                        file,
                        RunOptions.DEFAULT.withThreads(ONE_THREAD)),
                recorder);
        RunEvent.Failed failed = assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd());
        assertTrue(
                failed.problems().get(0).startsWith("No folder for the run could be made in " + file),
                failed.problems().toString());
    }

    @Test
    void saysSoWhereTheMachineHasNotTheMemory() throws InterruptedException {
        // 4,000 * 4,000 * 64 channels * 64 images * 4 bytes: 262 GB for one tensor.
        Design huge = Designs.of("{'format': 'convas-design', 'version': 1, 'name': 'huge', 'nodes': ["
                + "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}},"
                + "{'id': 'up', 'type': 'Upsample', 'params': {'scale_factor': 500}},"
                + "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': 64, 'kernel_size': 1}},"
                + "{'id': 'pool', 'type': 'AdaptiveAvgPool2d', 'params': {'output_size': 1}},"
                + "{'id': 'flat', 'type': 'Flatten'},"
                + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 10}},"
                + "{'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'up'},"
                + "{'from': 'up', 'to': 'conv'}, {'from': 'conv', 'to': 'pool'}, {'from': 'pool', 'to': 'flat'},"
                + "{'from': 'flat', 'to': 'linear'}, {'from': 'linear', 'to': 'scores'}]}");
        List<String> problems = problems(huge);
        assertTrue(problems.get(0).startsWith("The memory of this machine was not enough"), problems.toString());
    }

    @Test
    void tellsWhatTheEngineFindsAndRefusesADeviceThatIsNotThere() throws IOException, InterruptedException {
        EngineInfo engine = service.engine();
        assertTrue(engine.engine().startsWith("PyTorch 2."), engine.toString());
        assertEquals("cpu", engine.devices().get(0));
        service.start(
                new RunRequest.New(plain(), Optional.empty(), runs, RunOptions.DEFAULT.withDevice("gpu7")), recorder);
        RunEvent.Failed failed = assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd());
        assertEquals(
                List.of("This machine has no device gpu7 that the engine can use; it has "
                        + String.join(", ", engine.devices()) + ". docs/gpu.md tells what a GPU needs."),
                failed.problems());
        assertNoFolder();
    }

    @Test
    void endsWithItsParent() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "convas.training.djl.WorkerMain")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            child.getOutputStream()
                    .write((RequestJson.write(request(plain(), 10_000, 1)) + "\n").getBytes(StandardCharsets.UTF_8));
            child.getOutputStream().flush();
            // The first event says what the data are, the second that the run has begun.
            assertTrue(child.inputReader().readLine().contains("\"data_said\""));
            assertTrue(child.inputReader().readLine().contains("\"started\""));
            child.getOutputStream().close();
            assertTrue(child.waitFor(60, TimeUnit.SECONDS));
        } finally {
            child.destroyForcibly();
        }
        try (var folders = Files.list(runs)) {
            StoredRun stored = RunFolder.open(folders.findFirst().orElseThrow());
            assertTrue(stored.state().isPresent(), stored.problems().toString());
        }
    }

    private void assertNoFolder() {
        assertEquals(0, runs.toFile().list().length);
    }
}
