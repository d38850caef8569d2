package convas.dataset;

import java.util.List;
import java.util.Optional;

/**
 * Images with classes, in memory. Pixels are bytes in the order image, row, column, channel; a byte of {@code white} is
 * the brightness 1.
 */
public final class ByteImages implements Dataset {
    private final String name;
    private final SampleShape shape;
    private final Targets.Classes classes;
    private final byte[] pixels;
    private final float[] brightness;
    private final int[] labels;
    private final String digest;
    private final Optional<Split> split;
    private final Survey survey;

    /**
     * Takes over the arrays, which must not change afterwards.
     *
     * @param pixels unsigned, {@code labels.length * shape.elements()} of them
     * @param white the pixel value that means 1
     * @param labels indices into {@code classes}
     * @throws IllegalArgumentException where the sizes do not fit together or a label has no class
     */
    public ByteImages(
            String name,
            SampleShape shape,
            List<String> classes,
            byte[] pixels,
            int white,
            int[] labels,
            String digest) {
        this(name, shape, classes, pixels, white, labels, digest, Optional.empty(), Survey.NOTHING);
    }

    /**
     * The same with what the source itself says of its parts, and what was met in it.
     *
     * @param split of the source
     */
    public ByteImages(
            String name,
            SampleShape shape,
            List<String> classes,
            byte[] pixels,
            int white,
            int[] labels,
            String digest,
            Optional<Split> split,
            Survey survey) {
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
        this.classes = new Targets.Classes(classes);
        this.pixels = pixels;
        this.brightness = new float[256];
        for (int value = 0; value < brightness.length; value++) {
            brightness[value] = value / (float) white;
        }
        this.labels = labels;
        this.digest = digest;
        this.split = split;
        this.survey = survey;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public Targets.Classes targets() {
        return classes;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int label(int sample) {
        return labels[sample];
    }

    @Override
    public void read(int sample, float[] into, int at) {
        int from = sample * shape.elements();
        for (int index = 0; index < shape.elements(); index++) {
            into[at + index] = brightness[pixels[from + index] & 0xff];
        }
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public Optional<Split> split() {
        return split;
    }

    @Override
    public Survey survey() {
        return survey;
    }
}
