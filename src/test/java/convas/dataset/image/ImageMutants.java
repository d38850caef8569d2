package convas.dataset.image;

import convas.dataset.BrokenImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Damages small sound images of every form and looks what comes of them. */
public final class ImageMutants {
    private static final Path IMAGES = Path.of("src/test/resources/dataset/images");
    /** Nobody waits longer for an image of some hundred pixels. */
    private static final long MOST_SECONDS = 10;

    private ImageMutants() {}

    /**
     * Each mutant gives pixels or is refused with a reason; anything else is thrown on, with the seed that makes it again.
     *
     * @return how many gave pixels
     */
    public static int run(int count, long seed) throws IOException {
        List<byte[]> sound;
        try (Stream<Path> files = Files.list(IMAGES)) {
            sound = files.filter(file -> !file.toString().matches(".*(md|py|txt)"))
                    .sorted()
                    .map(ImageMutants::content)
                    .toList();
        }
        ImageDecoder decoder = new ImageDecoder(16, 16, 3, false, Ground.WHITE);
        int decoded = 0;
        for (int index = 0; index < count; index++) {
            long own = seed + index;
            byte[] mutant = mutant(sound, new Random(own));
            long start = System.nanoTime();
            try {
                decoder.decode(mutant);
                decoded++;
            } catch (BrokenImageException refused) {
                // That is one of the two good ends.
            } catch (Throwable other) {
                throw new AssertionError("seed " + own, other);
            }
            if (System.nanoTime() - start > MOST_SECONDS * 1_000_000_000L) {
                throw new AssertionError("seed " + own + " took more than " + MOST_SECONDS + " s");
            }
        }
        return decoded;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static byte[] mutant(List<byte[]> sound, Random random) {
        byte[] bytes = sound.get(random.nextInt(sound.size())).clone();
        for (int change = random.nextInt(4); change >= 0 && bytes.length > 1; change--) {
            // Half of the changes hit the head, where sizes and kinds stand.
            int at = random.nextInt(random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) new int[] {0, 1, 0x7f, 0x80, 0xff}[random.nextInt(5)];
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes = spliced(bytes, at, at, random);
                default -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(16)), random);
            }
        }
        return bytes;
    }

    /** With up to eight bytes of noise in the place of a part. */
    private static byte[] spliced(byte[] bytes, int from, int to, Random random) {
        byte[] noise = new byte[random.nextInt(9)];
        random.nextBytes(noise);
        byte[] spliced = new byte[bytes.length - (to - from) + noise.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(noise, 0, spliced, from, noise.length);
        System.arraycopy(bytes, to, spliced, from + noise.length, bytes.length - to);
        return spliced;
    }
}
