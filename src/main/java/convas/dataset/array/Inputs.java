package convas.dataset.array;

import convas.dataset.SampleShape;

/**
 * Samples of all parts, one part after another, in the order sample, row, column, channel. Bytes stay bytes: they take a
 * quarter of the memory.
 */
final class Inputs {
    private static final int WHITE = 255;

    private final SampleShape shape;
    private final byte[] bytes;
    private final float[] floats;
    private final boolean areBytes;
    private final float[] brightness = new float[WHITE + 1];

    private Inputs(SampleShape shape, byte[] bytes, float[] floats, boolean areBytes) {
        this.shape = shape;
        this.bytes = bytes;
        this.floats = floats;
        this.areBytes = areBytes;
        for (int value = 0; value < brightness.length; value++) {
            brightness[value] = value / (float) WHITE;
        }
    }

    /** Brightness from 0 to 255. */
    static Inputs ofBytes(SampleShape shape, byte[] bytes) {
        return new Inputs(shape, bytes, new float[0], true);
    }

    static Inputs ofFloats(SampleShape shape, float[] floats) {
        return new Inputs(shape, new byte[0], floats, false);
    }

    SampleShape shape() {
        return shape;
    }

    int size() {
        return (areBytes ? bytes.length : floats.length) / shape.elements();
    }

    void read(int sample, float[] into, int at) {
        int count = shape.elements();
        int from = sample * count;
        if (!areBytes) {
            System.arraycopy(floats, from, into, at, count);
            return;
        }
        for (int index = 0; index < count; index++) {
            into[at + index] = brightness[bytes[from + index] & 0xff];
        }
    }

    /** Whether all values are from 0 to 1. */
    boolean areBrightness() {
        for (float value : floats) {
            if (value < 0 || value > 1) {
                return false;
            }
        }
        return true;
    }
}
