package convas.dataset;

/** The size of every image of a dataset; all three are positive. */
public record ImageShape(int channels, int height, int width) {
    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(channels + " x " + height + " x " + width);
        }
    }

    /** Values of one image. */
    public int elements() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }

    /** For people, in the order of shapes on the canvas: {@code 1 × 8 × 8}. */
    public String display() {
        return channels + " × " + height + " × " + width;
    }
}
