package convas.dataset;

import java.util.List;

/**
 * Images with labels, immutable and in memory. Pixels are bytes in the order image, row, column, channel; a byte of
 * {@code white} is the brightness 1.
 */
public final class Dataset {
    private final String name;
    private final ImageShape shape;
    private final List<String> classes;
    private final byte[] pixels;
    private final int white;
    private final int[] labels;
    private final String digest;

    /**
     * Takes over the arrays, which must not change afterwards.
     *
     * @param pixels unsigned, {@code labels.length * shape.elements()} of them
     * @param white the pixel value that means 1
     * @param labels indices into {@code classes}
     * @param digest of the source, {@code sha256:...}; tells whether two runs saw the same data
     * @throws IllegalArgumentException where the sizes do not fit together or a label has no class
     */
    public Dataset(
            String name,
            ImageShape shape,
            List<String> classes,
            byte[] pixels,
            int white,
            int[] labels,
            String digest) {
        if (pixels.length != (long) labels.length * shape.elements()) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels for " + labels.length + " images of " + shape.display());
        }
        for (int label : labels) {
            if (label < 0 || label >= classes.size()) {
                throw new IllegalArgumentException("label " + label + " with " + classes.size() + " classes");
            }
        }
        this.name = name;
        this.shape = shape;
        this.classes = List.copyOf(classes);
        this.pixels = pixels;
        this.white = white;
        this.labels = labels;
        this.digest = digest;
    }

    public String name() {
        return name;
    }

    public ImageShape shape() {
        return shape;
    }

    /** Names of the classes; a label is an index into them. */
    public List<String> classes() {
        return classes;
    }

    /** Number of images. */
    public int size() {
        return labels.length;
    }

    public int label(int image) {
        return labels[image];
    }

    /** Brightness of one pixel, 0 to 1. */
    public float brightness(int image, int row, int column, int channel) {
        int index = ((image * shape.height() + row) * shape.width() + column) * shape.channels() + channel;
        return (pixels[index] & 0xff) / (float) white;
    }

    public String digest() {
        return digest;
    }
}
