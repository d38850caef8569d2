package convas.dataset.image;

import convas.dataset.image.file.ImageForm;
import convas.dataset.image.file.ImageTrait;
import java.util.Set;

/** An image brought to the wanted size, and what was met on the way. */
public final class DecodedImage {
    private final byte[] pixels;
    private final ImageForm form;
    private final Set<ImageTrait> traits;
    private final int width;
    private final int height;

    DecodedImage(byte[] pixels, ImageForm form, Set<ImageTrait> traits, int width, int height) {
        this.pixels = pixels;
        this.form = form;
        this.traits = Set.copyOf(traits);
        this.width = width;
        this.height = height;
    }

    /** In the order row, column, channel, 0 to 255; not copied. */
    public byte[] pixels() {
        return pixels;
    }

    public ImageForm form() {
        return form;
    }

    public Set<ImageTrait> traits() {
        return traits;
    }

    /** Pixels across in the file, upright. */
    public int width() {
        return width;
    }

    /** Pixels down in the file, upright. */
    public int height() {
        return height;
    }
}
