package convas.editor.drawing;

import java.util.Locale;
import java.util.Optional;

/** What a picture can be written as. */
public enum PictureFormat {
    SVG,
    PDF,
    PNG;

    /** The ending of a file's name, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that a file's name asks for. */
    public static Optional<PictureFormat> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (lower.endsWith("." + format.ending())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
