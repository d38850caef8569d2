package convas.dataset.image.file;

/** What was met in an image file that is not plain eight bits of grey, or of red, green and blue. */
public enum ImageTrait {
    /** Stored in another orientation than it is to be seen in, and turned or mirrored as the file says. */
    TURNED,
    /** Some of its pixels are not opaque. */
    TRANSPARENT,
    /** Stored as cyan, magenta, yellow and black. */
    CMYK,
    /** Stored with sixteen bits a value, of which the upper eight are taken. */
    SIXTEEN_BITS,
    /** Has more pictures than the first, which is taken. */
    ANIMATED
}
