package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.child.Launcher;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the machine denies a run: room, memory, its data, its folder. Each is said, and everything up to then is kept. */
final class HardshipTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    @TempDir
    private Path place;

    private final Recorder recorder = new Recorder();

    private RunRequest request(Design design, int epochs) {
        return new RunRequest.New(
                design,
                Optional.empty(),
                place.resolve("runs"),
                RunOptions.DEFAULT.withThreads(OptionalInt.of(1)).withEpochs(OptionalInt.of(epochs)));
    }

    private static RunRequest resuming(Path run) {
        return new RunRequest.Resume(run, RunOptions.DEFAULT.withThreads(OptionalInt.of(1)));
    }

    /** The run in a process whose shell has limited it so. */
    private List<String> problemsUnder(String limit, RunRequest request) throws InterruptedException {
        Launcher launcher = () -> UnderLimit.launch(limit, "convas.training.djl.WorkerMain");
        new WorkerProcess(launcher, request, UnaryOperator.identity(), TEXTS, recorder).start();
        return assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd()).problems();
    }

    private RunEvent finish(RunRequest request) throws InterruptedException {
        Recorder other = new Recorder();
        new WorkerService(TEXTS).start(request, other);
        return other.awaitEnd();
    }

    private static List<Double> losses(Path run) {
        return RunFolder.open(run).metrics().stream()
                .map(RunEvent.EpochEnd::validationLoss)
                .toList();
    }

    private static StoredRun whole(Path run) {
        StoredRun stored = RunFolder.open(run);
        assertEquals(
                List.of(),
                stored.problems().stream().filter(Diagnostic::isError).toList());
        assertTrue(stored.state().isPresent());
        return stored;
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> folders = Files.list(place.resolve("runs"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    /** Files may have 400 KiB: the weights fit, what Adam remembers does not. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whereTheDiskIsFullTheCheckpointBeforeStaysAndTheRunGoesOnLater() throws IOException, InterruptedException {
        Design design = Designs.preset("digits-plain");
        List<String> problems = problemsUnder("ulimit -f 800", request(design, 2));
        Path run = onlyRun();
        assertTrue(problems.get(0).contains("could not be written: "), problems.toString());
        assertTrue(problems.get(0).contains("File too large"), problems.toString());
        assertEquals("What was written up to then is in " + run + ".", problems.get(1));
        StoredRun stored = whole(run);
        assertEquals(RunCard.Status.FAILED, stored.card().orElseThrow().status());
        assertEquals(problems.get(0), stored.card().orElseThrow().problems().get(0));
        try (Stream<Path> left = Files.list(run)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.getFileName().toString().startsWith(".checkpoint."))
                            .toList());
        }

        assertInstanceOf(RunEvent.Finished.class, finish(resuming(run)));
        RunEvent.Finished undisturbed = assertInstanceOf(RunEvent.Finished.class, finish(request(design, 2)));
        assertEquals(losses(undisturbed.run()), losses(run));
    }

    /** Files may have 512 bytes: not even the design fits, and a folder without it could not be opened. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whereTheDiskIsFullFromTheStartNoFolderIsLeft() throws IOException, InterruptedException {
        List<String> problems = problemsUnder("ulimit -f 1", request(Designs.preset("digits-plain"), 1));
        assertTrue(problems.get(0).contains("could not be written: "), problems.toString());
        assertEquals("It had not begun to train, so there is no run folder.", problems.get(1));
        try (Stream<Path> left = Files.list(place.resolve("runs"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFileWhereTheRunsAreToBeIsCalledOne() throws IOException, InterruptedException {
        Path file = Files.createFile(place.resolve("runs"));
        RunEvent.Failed failed =
                assertInstanceOf(RunEvent.Failed.class, finish(request(Designs.linear("[1, 8, 8]", 10, "{}"), 1)));
        assertEquals(
                List.of("No folder for the run could be made in " + file
                        + ": there is a file of that name, not a folder."),
                failed.problems());
    }

    /** Batches of growing size for a process that may have 3 GB in all: the 64 channels at 1,000 x 1,000 need 4 GB. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereMemoryRunsOutTheWindowIsToldAndTheRunIsWhole() throws IOException, InterruptedException {
        Design large = Designs.of("{'format': 'convas-design', 'version': 1, 'name': 'large', 'nodes': ["
                + "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}},"
                + "{'id': 'up', 'type': 'Upsample', 'params': {'scale_factor': 125}},"
                + "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': 64, 'kernel_size': 1}},"
                + "{'id': 'pool', 'type': 'AdaptiveAvgPool2d', 'params': {'output_size': 1}},"
                + "{'id': 'flat', 'type': 'Flatten'},"
                + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 10}},"
                + "{'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'up'},"
                + "{'from': 'up', 'to': 'conv'}, {'from': 'conv', 'to': 'pool'}, {'from': 'pool', 'to': 'flat'},"
                + "{'from': 'flat', 'to': 'linear'}, {'from': 'linear', 'to': 'scores'}],"
                + "'training': {'batch_size': 16}}");
        List<String> problems = problemsUnder("ulimit -v 4000000", request(large, 1));
        assertTrue(problems.get(0).startsWith("The memory of this machine was not enough"), problems.toString());
        assertEquals("What was written up to then is in " + onlyRun() + ".", problems.get(problems.size() - 1));
        assertEquals(
                RunCard.Status.FAILED, whole(onlyRun()).card().orElseThrow().status());
    }

    @Test
    void whereImagesDisappearTheirNameIsToldAndTheRunIsWhole() throws IOException, InterruptedException {
        // 80 images of 40,000 bytes; a cache of a megabyte holds some of them.
        Path images = place.resolve("images");
        for (String kind : List.of("dark", "light")) {
            Path folder = Files.createDirectories(images.resolve(kind));
            for (int number = 0; number < 40; number++) {
                BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
                image.getRaster().setSample(number % 8, number / 8, 0, kind.equals("dark") ? 40 : 200);
                ImageIO.write(image, "png", folder.resolve(number + ".png").toFile());
            }
        }
        Design design = Designs.linear(
                "[1, 200, 200]",
                2,
                "{'dataset': {'type': 'image-folder', 'path': '" + images
                        + "', 'image_size': 200, 'color': 'gray', 'cache_mb': 1}, 'batch_size': 8}");
        new WorkerService(TEXTS).start(request(design, 100_000), recorder);
        recorder.await(RunEvent.EpochEnd.class);
        remove(images);
        List<String> problems =
                assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd()).problems();
        assertTrue(problems.get(0).contains(".png"), problems.toString());
        Path run = onlyRun();
        assertEquals("What was written up to then is in " + run + ".", problems.get(problems.size() - 1));
        assertFalse(whole(run).metrics().isEmpty());
    }

    @Test
    void whereTheRunsOwnFolderDisappearsThatIsSaid() throws IOException, InterruptedException {
        Design design = Designs.linear("[1, 8, 8]", 10, "{}");
        new WorkerService(TEXTS).start(request(design, 100_000), recorder);
        recorder.await(RunEvent.EpochEnd.class);
        remove(onlyRun());
        List<String> problems =
                assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd()).problems();
        assertTrue(problems.get(0).startsWith("The run's file "), problems.toString());
        assertTrue(problems.get(0).endsWith("could not be written: not found."), problems.toString());
        assertEquals(1, problems.size(), problems.toString());
    }

    private static void remove(Path folder) throws IOException {
        // A run that is being written makes files while they are taken away.
        while (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException again) {
                continue;
            }
        }
    }
}
