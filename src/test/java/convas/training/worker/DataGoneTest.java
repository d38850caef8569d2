package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataGoneTest {
    @TempDir
    private Path folder;

    private Path image(int index) {
        return folder.resolve("images").resolve(index % 2 == 0 ? "even" : "odd").resolve(index + ".png");
    }

    @Test
    void aRunWhoseImagesGoAwayTellsWhichAndKeepsWhatItHasLearnt() throws Exception {
        for (int index = 0; index < 20; index++) {
            Files.createDirectories(image(index).getParent());
            BufferedImage picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(index, index, 0xffffff);
            ImageIO.write(picture, "png", image(index).toFile());
        }
        // Decoded, an image takes 192 KiB: a cache of 1 MiB holds five of the twenty. The path is relative to the
        // design.
        Design design = Designs.linear(
                "[3, 8, 8]",
                2,
                "{'batch_size': 4, 'dataset': {'type': 'image-folder', 'path': 'images', 'image_size': 256,"
                        + " 'cache_mb': 1}}");
        RunRequest request = new RunRequest.New(
                design,
                Optional.of(folder.resolve("design.json")),
                folder.resolve("runs"),
                RunOptions.DEFAULT.withEpochs(OptionalInt.of(100_000)));
        CompletableFuture<Path> started = new CompletableFuture<>();
        CompletableFuture<List<String>> problems = new CompletableFuture<>();
        new WorkerService(new Texts(Locale.ENGLISH)).start(request, event -> {
            if (event instanceof RunEvent.Started begun) {
                started.complete(begun.run());
            } else if (event instanceof RunEvent.EpochEnd end && end.epoch() == 2) {
                delete();
            } else if (event instanceof RunEvent.Failed failed) {
                problems.complete(failed.problems());
            } else if (event instanceof RunEvent.Finished) {
                problems.complete(List.of());
            }
        });
        List<String> told = problems.get(90, TimeUnit.SECONDS);
        assertTrue(
                told.get(0).startsWith("The sample " + folder.resolve("images"))
                        && told.get(0).endsWith(".png is not there."),
                told.toString());
        assertEquals("The run can be gone on with once the data is there again.", told.get(1));
        StoredRun stored = RunFolder.open(started.get());
        assertEquals(List.of(), stored.problems());
        assertTrue(stored.metrics().size() >= 2);
        assertTrue(stored.state().orElseThrow().step() >= 8, "no step since the second epoch is kept");
    }

    private void delete() {
        try {
            for (int index = 0; index < 20; index++) {
                Files.deleteIfExists(image(index));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
