package convas.dataset.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.BrokenImageException;
import convas.dataset.BrokenImageException.Reason;
import convas.dataset.image.file.ImageForm;
import convas.dataset.image.file.ImageTrait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ImageDecoderTest {
    private static final Path IMAGES = Path.of("src/test/resources/dataset/images");
    private static final ImageDecoder DECODER = new ImageDecoder(6, 8, 3, true, Ground.WHITE);

    private static DecodedImage decode(String name) throws IOException {
        return DECODER.decode(Files.readAllBytes(IMAGES.resolve(name)));
    }

    static Stream<String> expected() throws IOException {
        return Files.readAllLines(IMAGES.resolve("expected.txt")).stream();
    }

    /** Mean difference under 1.5 of 255, none over 12: the bounds of compare_decoding.py, which tells the real figures. */
    @ParameterizedTest
    @MethodSource("expected")
    void givesWhatPillowGives(String line) throws IOException {
        String[] words = line.split(" ");
        if (words[1].equals("refused")) {
            assertThrows(BrokenImageException.class, () -> decode(words[0]));
            return;
        }
        byte[] pillow = HexFormat.of().parseHex(words[1]);
        byte[] pixels = decode(words[0]).pixels();
        assertEquals(pillow.length, pixels.length);
        int sum = 0;
        for (int index = 0; index < pillow.length; index++) {
            int apart = Math.abs((pillow[index] & 0xff) - (pixels[index] & 0xff));
            sum += apart;
            assertTrue(apart <= 12, "value " + index + " differs by " + apart);
        }
        assertTrue(sum < 1.5 * pillow.length, "differs by " + sum / (double) pillow.length);
    }

    @Test
    void tellsWhatItMet() throws IOException {
        assertEquals(Set.of(), decode("rgb.jpg").traits());
        assertEquals(Set.of(ImageTrait.TURNED), decode("exif-6.jpg").traits());
        assertEquals(22, decode("exif-6.jpg").width());
        assertEquals(30, decode("exif-6.jpg").height());
        assertEquals(Set.of(ImageTrait.CMYK), decode("cmyk.jpg").traits());
        assertEquals(Set.of(ImageTrait.CMYK), decode("cmyk.tif").traits());
        assertEquals(Set.of(), decode("grey-alpha-opaque.png").traits());
        assertEquals(Set.of(ImageTrait.TRANSPARENT), decode("grey-alpha.png").traits());
        assertEquals(Set.of(ImageTrait.TRANSPARENT), decode("part-clear.gif").traits());
        assertEquals(Set.of(ImageTrait.SIXTEEN_BITS), decode("grey-16.png").traits());
        assertEquals(Set.of(ImageTrait.SIXTEEN_BITS), decode("grey-16.tif").traits());
        assertEquals(Set.of(ImageTrait.ANIMATED), decode("animated.gif").traits());
        assertEquals(Set.of(ImageTrait.ANIMATED), decode("animated.png").traits());
        assertEquals(Set.of(ImageTrait.ANIMATED), decode("animated.webp").traits());
    }

    @Test
    void knowsAFormByItsContent() throws IOException {
        Set<ImageForm> forms = new TreeSet<>();
        for (String name : new String[] {"rgb.jpg", "rgb.png", "rgb.gif", "rgb.bmp", "lossless.webp", "raw.tif"}) {
            forms.add(decode(name).form());
        }
        forms.add(DECODER.decode(new byte[] {0, 0, 2, 1, (byte) 0x80}).form());
        assertEquals(Set.of(ImageForm.values()), forms);
        assertEquals(Reason.UNKNOWN, reason("<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(Reason.CUT, reason(new byte[0]));
    }

    @Test
    void laysOverTheGroundThatIsWanted() throws IOException {
        byte[] file = Files.readAllBytes(IMAGES.resolve("part-clear.gif"));
        byte[] white = DECODER.decode(file).pixels();
        byte[] black =
                new ImageDecoder(6, 8, 3, true, Ground.BLACK).decode(file).pixels();
        assertArrayEquals(new byte[] {-1, -1, -1}, Arrays.copyOf(white, 3));
        assertArrayEquals(new byte[3], Arrays.copyOf(black, 3));
        byte[] stored =
                new ImageDecoder(6, 8, 3, true, Ground.IGNORE).decode(file).pixels();
        assertTrue(!Arrays.equals(stored, white) && !Arrays.equals(stored, black));
    }

    /** 88 bytes with a screen of 16,384 by 16,384 pixels. */
    @Test
    void aSmallFileWithAHugeScreenTakesLittleMemory() throws IOException {
        byte[] bomb = gif(16_384, 16_384, 16_384, 16_384, new byte[] {0x02, 0x02, (byte) 0x8c, 0x2d});
        assertEquals(Reason.CUT, reason(bomb));
        // Nothing but ground: the picture is the first pixel alone.
        byte[] ground = gif(16_384, 16_384, 1, 1, new byte[] {0x02, 0x02, 0x44, 0x01});
        long before = allocated();
        DecodedImage image = DECODER.decode(ground);
        assertEquals(16_384, image.width());
        assertTrue(allocated() - before < 16 << 20, "took " + (allocated() - before));
    }

    @Test
    void anImageOfMorePixelsThanAreReadIsNamed() {
        BrokenImageException large = assertThrows(
                BrokenImageException.class,
                () -> DECODER.decode(gif(65_535, 65_535, 65_535, 65_535, new byte[] {2, 0})));
        assertEquals(Reason.LARGE, large.reason());
        assertEquals(List.of("65535", "65535", "268435456"), large.details());
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static Reason reason(byte[] file) {
        return assertThrows(BrokenImageException.class, () -> DECODER.decode(file))
                .reason();
    }

    /** @param data the number of bits of a colour, and pieces with their lengths */
    private static byte[] gif(int width, int height, int pictureWidth, int pictureHeight, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        sizes(out, width, height);
        out.writeBytes(new byte[] {(byte) 0x80, 0, 0, 10, 20, 30, 40, 50, 60});
        out.write(',');
        sizes(out, 0, 0);
        sizes(out, pictureWidth, pictureHeight);
        out.write(0);
        out.writeBytes(data);
        out.writeBytes(new byte[] {0, ';'});
        return out.toByteArray();
    }

    private static void sizes(ByteArrayOutputStream out, int... sizes) {
        for (int size : sizes) {
            out.write(size);
            out.write(size >> 8);
        }
    }
}
