package convas.dataset.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.Dataset;
import convas.dataset.OpenedKinds;
import convas.dataset.Targets;
import convas.dataset.UnreadableSampleException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageFolderTest {
    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLUE = 0x0000ff;

    @TempDir
    private Path folder;

    /** A picture whose left half has one colour and whose right half another. */
    private Path picture(String place, int width, int height, int left, int right) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? left : right);
            }
        }
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, place.substring(place.lastIndexOf('.') + 1), file.toFile());
        return file;
    }

    private Dataset open(Object... more) throws Exception {
        return OpenedKinds.open(new ImageFolder(), folder, more);
    }

    private static List<String> classes(Dataset dataset) {
        return ((Targets.Classes) dataset.targets()).names();
    }

    @Test
    void takesFoldersForClassesInTheOrderOfTheirNames() throws Exception {
        picture("dogs/a.png", 2, 2, RED, GREEN);
        picture("cats/b.png", 2, 2, BLUE, BLUE);
        picture("cats/deeper/c.bmp", 2, 2, BLUE, RED);
        Files.writeString(folder.resolve("cats/notes.txt"), "no image");
        Dataset dataset = open("image_size", List.of(2, 2));
        assertEquals(List.of("cats", "dogs"), classes(dataset));
        assertEquals(3, dataset.size());
        assertEquals(List.of(3, 2, 2), dataset.shape().sizes());
        assertEquals(1, dataset.label(2));
        assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0}, OpenedKinds.read(dataset, 2));
        assertTrue(dataset.split().isEmpty());
    }

    @Test
    void validatesWithTheFolderThatSaysSo() throws Exception {
        picture("train/a/1.png", 2, 2, RED, RED);
        picture("train/b/1.png", 2, 2, RED, RED);
        picture("val/b/1.png", 2, 2, GREEN, GREEN);
        picture("test/a/1.png", 2, 2, BLUE, BLUE);
        Dataset dataset = open("image_size", List.of(1, 1));
        assertEquals(List.of(0, 1), dataset.split().orElseThrow().training());
        assertEquals(List.of(2), dataset.split().orElseThrow().validation());
        assertEquals(1, dataset.label(2));
        assertEquals(List.of(3), dataset.split().orElseThrow().test());
        assertEquals(0, dataset.label(3));
        assertEquals(List.of(), dataset.notes());
        picture("val/c/1.png", 2, 2, GREEN, GREEN);
        assertEquals(
                List.of("The folder " + folder.resolve("val") + " has classes that " + folder.resolve("train")
                        + " has not: c."),
                OpenedKinds.problems(new ImageFolder(), folder));
    }

    @Test
    void aTestWithoutTheClassesIsLeftOutAndThatIsTold() throws Exception {
        picture("train/a/1.png", 2, 2, RED, RED);
        picture("val/a/1.png", 2, 2, GREEN, GREEN);
        picture("test/unknown/1.png", 2, 2, BLUE, BLUE);
        Dataset dataset = open("image_size", List.of(1, 1));
        assertEquals(2, dataset.size());
        assertEquals(List.of(), dataset.split().orElseThrow().test());
        assertEquals(
                List.of("The images of " + folder.resolve("test") + " neither train nor validate."),
                OpenedKinds.sentences(dataset.notes()));
    }

    @Test
    void cutsTheMiddleOutOrStretches() throws Exception {
        // Eight wide and two high: of the middle square two columns are red and two green.
        picture("a/wide.png", 8, 2, RED, GREEN);
        float[] cut = OpenedKinds.read(open("image_size", List.of(2, 2)), 0);
        assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0}, java.util.Arrays.copyOf(cut, 6));
        float[] stretched = OpenedKinds.read(open("image_size", List.of(1, 4), "fit", "stretch"), 0);
        assertArrayEquals(new float[] {1, 0, 0}, java.util.Arrays.copyOf(stretched, 3));
        assertArrayEquals(new float[] {0, 1, 0}, java.util.Arrays.copyOfRange(stretched, 9, 12));
    }

    @Test
    void overlooksNoPixelWhereAnImageIsMuchLarger() throws Exception {
        // Columns of black and white in turn are grey from afar.
        BufferedImage stripes = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                stripes.setRGB(x, y, x % 2 == 0 ? 0xffffff : 0);
            }
        }
        Files.createDirectories(folder.resolve("a"));
        ImageIO.write(stripes, "png", folder.resolve("a/stripes.png").toFile());
        float[] pixels = OpenedKinds.read(open("image_size", List.of(4, 4), "color", "gray"), 0);
        for (float pixel : pixels) {
            assertEquals(0.5f, pixel, 0.01f);
        }
    }

    @Test
    void greyWeighsTheColoursAsTelevisionDoes() throws Exception {
        picture("a/red.png", 1, 1, RED, RED);
        // ITU-R BT.601: 0.299 of red.
        assertEquals(0.299f, OpenedKinds.read(open("image_size", List.of(1, 1), "color", "gray"), 0)[0], 1 / 255f);
    }

    @Test
    void namesBrokenImagesAndLeavesThemOutWhereThatIsChosen() throws Exception {
        picture("a/1.png", 2, 2, RED, RED);
        picture("b/1.png", 2, 2, RED, RED);
        Path broken = folder.resolve("a/2.jpg");
        Files.write(broken, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        Path cut = picture("b/2.png", 40, 40, RED, GREEN);
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        List<String> problems = OpenedKinds.problems(new ImageFolder(), folder);
        assertEquals(2, problems.size());
        assertTrue(problems.get(0).startsWith("The image " + broken + " cannot be read: "), problems.get(0));
        assertTrue(problems.get(1).startsWith("The image " + cut + " cannot be read: "), problems.get(1));
        Dataset dataset = open("corrupt", "skip");
        assertEquals(2, dataset.size());
        assertEquals(1, dataset.label(1));
        assertEquals(2, dataset.notes().size());
    }

    @Test
    void readsAgainWhatTheCacheDoesNotHoldAndTellsWhereAFileIsGone() throws Exception {
        for (int index = 0; index < 8; index++) {
            picture("a/" + index + ".png", 512, 512, index << 16, RED);
        }
        // A decoded image takes 3 x 512 x 512 bytes = 768 KiB: a cache of 1 MiB holds one.
        Dataset dataset = open("image_size", List.of(512, 512), "cache_mb", 1);
        assertEquals(3 / 255f, OpenedKinds.read(dataset, 3)[0]);
        for (int index = 0; index < 8; index++) {
            Files.delete(folder.resolve("a/" + index + ".png"));
        }
        int gone = 0;
        for (int index = 0; index < 8; index++) {
            try {
                OpenedKinds.read(dataset, index);
            } catch (UnreadableSampleException missing) {
                gone++;
                assertEquals(
                        "The sample " + folder.resolve("a/" + index + ".png") + " is not there.",
                        OpenedKinds.sentences(List.of(missing.problem())).get(0));
            }
        }
        assertEquals(7, gone);
    }

    @Test
    void aChangedPixelChangesTheDigestAndAnotherFolderNameDoesNot() throws Exception {
        picture("one/a/1.png", 2, 2, RED, RED);
        picture("two/a/1.png", 2, 2, RED, RED);
        picture("three/a/1.png", 2, 2, RED, GREEN);
        ImageFolder kind = new ImageFolder();
        String digest = OpenedKinds.open(kind, folder.resolve("one")).digest();
        assertEquals(digest, OpenedKinds.open(kind, folder.resolve("two")).digest());
        assertNotEquals(digest, OpenedKinds.open(kind, folder.resolve("three")).digest());
    }

    @Test
    void tellsWhatItMisses() throws Exception {
        assertEquals(
                List.of("The folder " + folder + " has no folders in it; expected one for each class."),
                OpenedKinds.problems(new ImageFolder(), folder));
        Files.createDirectories(folder.resolve("empty"));
        assertEquals(
                List.of("There are no images (.jpg, .png, .gif, .bmp, .webp, .tif) in the folders of " + folder + "."),
                OpenedKinds.problems(new ImageFolder(), folder));
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(List.of(file + " is no folder."), OpenedKinds.problems(new ImageFolder(), file));
        assertThrows(
                convas.dataset.DatasetException.class,
                () -> OpenedKinds.open(new ImageFolder(), folder.resolve("nowhere")));
    }
}
