package convas.dataset.image.file;

import java.io.IOException;
import java.util.Set;

/** An image file whose head is read and whose pixels can be. */
public interface Picture {
    ImageForm form();

    /** As stored. */
    int width();

    /** As stored. */
    int height();

    /** 1 for grey, 2 for grey and how opaque, 3 for red, green and blue, 4 for these and how opaque. */
    int bands();

    /** As EXIF numbers them, 1 to 8; 1 is upright. */
    int orientation();

    /** What the head tells; without {@link ImageTrait#TURNED} and {@link ImageTrait#TRANSPARENT}. */
    Set<ImageTrait> traits();

    /**
     * Whether rows are handed on as they are read; else all pixels are held at once, and much fewer of them can be had.
     */
    boolean isStreamed();

    /** Whether parts of it can be read one after the other, though each is held at once. */
    default boolean isInParts() {
        return false;
    }

    /**
     * Hands over every row.
     *
     * @throws IOException where the file is damaged or cut; some rows may have been handed over then
     */
    void read(Rows rows) throws IOException;
}
