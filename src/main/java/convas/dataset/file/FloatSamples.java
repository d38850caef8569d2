package convas.dataset.file;

import convas.dataset.Dataset;
import convas.dataset.SampleShape;
import convas.dataset.Targets;

/** Samples of any numbers, in memory. */
final class FloatSamples implements Dataset {
    private final String name;
    private final SampleShape shape;
    private final Targets targets;
    private final float[] values;
    private final float[] answers;
    private final String digest;
    private final boolean brightness;

    /**
     * Takes over the arrays.
     *
     * @param values in the order sample, row, column, channel
     * @param answers the class of each sample, or its numbers
     */
    FloatSamples(String name, SampleShape shape, Targets targets, float[] values, float[] answers, String digest) {
        this.name = name;
        this.shape = shape;
        this.targets = targets;
        this.values = values;
        this.answers = answers;
        this.digest = digest;
        this.brightness = areBrightness(values);
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
    public Targets targets() {
        return targets;
    }

    @Override
    public int size() {
        return values.length / shape.elements();
    }

    @Override
    public int label(int sample) {
        if (!(targets instanceof Targets.Classes)) {
            throw new IllegalStateException(name + " has no classes");
        }
        return (int) answers[sample];
    }

    @Override
    public void target(int sample, float[] into, int at) {
        if (targets instanceof Targets.Classes) {
            Dataset.super.target(sample, into, at);
        } else {
            System.arraycopy(answers, sample * targets.size(), into, at, targets.size());
        }
    }

    @Override
    public void read(int sample, float[] into, int at) {
        System.arraycopy(values, sample * shape.elements(), into, at, shape.elements());
    }

    @Override
    public boolean isBrightness() {
        return brightness;
    }

    private static boolean areBrightness(float[] values) {
        for (float value : values) {
            if (value < 0 || value > 1) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String digest() {
        return digest;
    }
}
