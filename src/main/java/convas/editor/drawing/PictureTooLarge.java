package convas.editor.drawing;

/** A picture would have more pixels than memory should be spent on. */
public final class PictureTooLarge extends Exception {
    private static final long serialVersionUID = 1;

    private final double scale;

    PictureTooLarge(double scale) {
        super("At most at scale " + scale);
        this.scale = scale;
    }

    /** The largest scale that is possible. */
    public double most() {
        return scale;
    }
}
