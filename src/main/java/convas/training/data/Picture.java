package convas.training.data;

/** A small picture for people. */
public final class Picture {
    private final int width;
    private final int height;
    private final int[] argb;

    private Picture(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * Of values in the order row, column, channel: three channels as red, green and blue, else the first as grey; the
     * least value black and the greatest white where any is not from 0 to 1.
     */
    static Picture of(float[] values, int from, int height, int width, int channels) {
        float least = 0;
        float most = 1;
        for (int index = from; index < from + height * width * channels; index++) {
            least = Math.min(least, values[index]);
            most = Math.max(most, values[index]);
        }
        int[] argb = new int[height * width];
        for (int pixel = 0; pixel < argb.length; pixel++) {
            int color = 0xff;
            for (int channel = 0; channel < 3; channel++) {
                float value = values[from + pixel * channels + (channels == 3 ? channel : 0)];
                color = color << 8 | Math.round(255 * (value - least) / (most - least));
            }
            argb[pixel] = color;
        }
        return new Picture(width, height, argb);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Row by row; not to be changed. */
    public int[] argb() {
        return argb;
    }
}
