package convas.dataset;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The size of every sample of a dataset: {@code [channels, height, width]} of an image, or one number, the length of a
 * list of numbers. All are positive.
 */
public record SampleShape(List<Integer> sizes) {
    public SampleShape {
        sizes = List.copyOf(sizes);
        if ((sizes.size() != 1 && sizes.size() != 3) || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(sizes.toString());
        }
    }

    public static SampleShape image(int channels, int height, int width) {
        return new SampleShape(List.of(channels, height, width));
    }

    public static SampleShape numbers(int count) {
        return new SampleShape(List.of(count));
    }

    public boolean isImage() {
        return sizes.size() == 3;
    }

    /** Of an image; else how many numbers there are. */
    public int channels() {
        return sizes.get(0);
    }

    /** In pixels; 1 where it is no image. */
    public int height() {
        return isImage() ? sizes.get(1) : 1;
    }

    /** In pixels; 1 where it is no image. */
    public int width() {
        return isImage() ? sizes.get(2) : 1;
    }

    /** Values of one sample. */
    public int elements() {
        return Math.multiplyExact(Math.multiplyExact(channels(), height()), width());
    }

    /** For people, in the order of shapes on the canvas: {@code 1 × 8 × 8}. */
    public String display() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }
}
