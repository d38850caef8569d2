package convas.dataset.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.dataset.Dataset;
import convas.dataset.OpenedKinds;
import convas.dataset.Survey;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageTallyTest {
    @TempDir
    private Path folder;

    private void image(String place, String form, int width, int height, int type) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(width, height, type), form, file.toFile());
    }

    @Test
    void whatIsOddAboutImagesIsCountedAndNamed() throws Exception {
        image("a/large.png", "png", 40, 30, BufferedImage.TYPE_INT_RGB);
        image("a/through.png", "png", 8, 4, BufferedImage.TYPE_INT_ARGB);
        image("b/deep.png", "png", 4, 4, BufferedImage.TYPE_USHORT_GRAY);
        image("b/plain.jpg", "jpg", 8, 8, BufferedImage.TYPE_INT_RGB);
        // By its name it is a JPEG; its content tells.
        image("b/named.jpg", "bmp", 6, 6, BufferedImage.TYPE_INT_RGB);
        Dataset dataset = OpenedKinds.open(new ImageFolder(), folder, "image_size", List.of(4, 4));
        String through = Path.of("a", "through.png").toString();
        String deep = Path.of("b", "deep.png").toString();
        assertEquals(
                List.of(
                        "Forms of the files, by their content: JPEG 1, PNG 3, BMP 1.",
                        "Images that are not opaque, laid over the ground that \"alpha\" says: 1 (" + through + ").",
                        "Images of 16 bits a value, of which the upper 8 are taken: 1 (" + deep + ").",
                        "Sizes in the files (width × height): smallest 4 × 4, median 6 × 6, largest 40 × 30."),
                OpenedKinds.sentences(dataset.survey().findings().stream()
                        .filter(finding ->
                                finding.topic() == Survey.Topic.IMAGES || finding.topic() == Survey.Topic.SIZES)
                        .map(Survey.Finding::sentence)
                        .toList()));
        assertEquals(2, dataset.notes().size());
    }
}
