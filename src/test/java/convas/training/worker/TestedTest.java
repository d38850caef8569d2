package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import convas.text.Texts;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestedTest {
    @TempDir
    private Path place;

    /** So many images of one brightness in a folder. */
    private void images(String folder, int count, int brightness) throws IOException {
        Path images = Files.createDirectories(place.resolve("images").resolve(folder));
        for (int number = 0; number < count; number++) {
            BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 16; pixel++) {
                image.setRGB(pixel % 4, pixel / 4, (brightness + number) * 0x010101);
            }
            ImageIO.write(
                    image,
                    "png",
                    images.resolve(brightness + "-" + number + ".png").toFile());
        }
    }

    /** One of the four test images lies in the wrong folder, so whoever learnt the others gets three right. */
    @Test
    void theTestFolderIsScoredAtTheEndAndTheCardSaysSo() throws IOException, InterruptedException {
        images("train/dark", 16, 20);
        images("train/light", 16, 200);
        images("val/dark", 2, 40);
        images("val/light", 2, 220);
        images("test/dark", 2, 42);
        images("test/light", 1, 222);
        images("test/light", 1, 44);
        RunRequest request = new RunRequest.New(
                Designs.linear(
                        "[3, 4, 4]",
                        2,
                        "{'dataset': {'type': 'image-folder', 'path': '" + place.resolve("images")
                                + "', 'image_size': 4}, 'epochs': 4, 'batch_size': 8,"
                                + "'optimizer': {'type': 'Adam', 'learning_rate': 0.02}}"),
                Optional.empty(),
                place.resolve("runs"),
                RunOptions.DEFAULT.withThreads(OptionalInt.of(1)));
        Recorder recorder = new Recorder();
        new WorkerService(new Texts(Locale.ENGLISH)).start(request, recorder);
        RunEvent.Finished end = assertInstanceOf(RunEvent.Finished.class, recorder.awaitEnd());
        assertEquals(1, end.validationAccuracy().orElseThrow());

        RunEvent.Tested tested = recorder.await(RunEvent.Tested.class);
        assertEquals(4, tested.images());
        assertEquals(0.75, tested.accuracy());
        RunCard.Test card = RunFolder.open(end.run()).card().orElseThrow().test();
        assertEquals(new RunCard.Test(4, tested.loss(), 0.75), card);
        assertEquals(List.of(tested), recorder.all(RunEvent.Tested.class));
    }
}
