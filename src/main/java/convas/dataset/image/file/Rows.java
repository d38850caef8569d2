package convas.dataset.image.file;

/** Takes the rows of an image, from top to bottom. */
public interface Rows {
    /**
     * The next row.
     *
     * @param samples the bands of a pixel side by side, pixel after pixel; only looked at during the call
     * @param from where the row begins
     */
    void row(byte[] samples, int from);
}
