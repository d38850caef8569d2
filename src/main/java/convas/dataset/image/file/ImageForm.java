package convas.dataset.image.file;

/** The forms of image files that are read; a file's content tells, never its name. */
public enum ImageForm {
    JPEG,
    PNG,
    GIF,
    BMP,
    WBMP,
    WEBP,
    TIFF
}
