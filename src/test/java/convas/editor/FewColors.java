package convas.editor;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture of a window with 256 colours, which takes a third of the bytes and looks the same. */
final class FewColors {
    private static final int MOST = 256;

    private FewColors() {}

    /** The picture with its most frequent colours; each other one becomes the nearest of them. */
    static BufferedImage of(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        int[] palette = palette(counts);
        byte[][] channels = new byte[3][palette.length];
        for (int index = 0; index < palette.length; index++) {
            for (int channel = 0; channel < 3; channel++) {
                channels[channel][index] = (byte) (palette[index] >> 16 - 8 * channel);
            }
        }
        BufferedImage few = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, channels[0], channels[1], channels[2]));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = nearest.computeIfAbsent(image.getRGB(x, y) & 0xFFFFFF, color -> nearest(palette, color));
                few.getRaster().setSample(x, y, 0, index);
            }
        }
        return few;
    }

    /** The most frequent colours, no two of them nearly the same. */
    private static int[] palette(Map<Integer, Integer> counts) {
        List<Integer> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        int[] palette = new int[MOST];
        int size = 0;
        for (int apart = 48; size < MOST && apart >= 0; apart -= 16) {
            for (int color : sorted) {
                if (size < MOST && (size == 0 || distance(palette[nearest(palette, size, color)], color) > apart)) {
                    palette[size++] = color;
                }
            }
        }
        return java.util.Arrays.copyOf(palette, Math.max(1, size));
    }

    private static int nearest(int[] palette, int color) {
        return nearest(palette, palette.length, color);
    }

    private static int nearest(int[] palette, int size, int color) {
        return java.util.stream.IntStream.range(0, size)
                .boxed()
                .min(Comparator.comparingInt(index -> distance(palette[index], color)))
                .orElse(0);
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (one >> shift & 255) - (other >> shift & 255);
            sum += difference * difference;
        }
        return sum;
    }
}
