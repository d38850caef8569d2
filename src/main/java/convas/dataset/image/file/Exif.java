package convas.dataset.image.file;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The orientation that a file's data about its picture tell; damage in them is no damage of the picture. */
public final class Exif {
    /** As it is to be seen. */
    public static final int UPRIGHT = 1;

    private static final int ORIENTATION = 0x112;
    private static final Pattern XMP = Pattern.compile("tiff:Orientation(?:=\"|>)([1-8])");

    private Exif() {}

    /**
     * Of data in the form of TIFF, with or without the letters that JPEG files have before them.
     *
     * @return 1 where nothing is told
     */
    static int orientation(byte[] content, int from, int length) {
        try {
            int start = new Bytes(content, true).has(from, "Exif\0\0") ? from + 6 : from;
            Bytes bytes = new Bytes(content, new Bytes(content, true).has(start, "MM"));
            long end = (long) from + length;
            long directory = start + (bytes.i32(start + 4L) & 0xffffffffL);
            int entries = bytes.u16(directory);
            for (int index = 0; index < entries; index++) {
                long entry = directory + 2 + 12L * index;
                if (entry + 12 > end) {
                    return UPRIGHT;
                } else if (bytes.u16(entry) == ORIENTATION) {
                    return known(bytes.u16(entry + 2) == 4 ? bytes.i32(entry + 8) : bytes.u16(entry + 8));
                }
            }
            return UPRIGHT;
        } catch (IOException cut) {
            return UPRIGHT;
        }
    }

    /** Of Adobe's XML. */
    static int ofText(String xmp) {
        Matcher told = XMP.matcher(xmp);
        return told.find() ? Integer.parseInt(told.group(1)) : UPRIGHT;
    }

    private static int known(int told) {
        return told >= 1 && told <= 8 ? told : UPRIGHT;
    }
}
