package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * What stands before the pixels of a JPEG file, and the same without what is no concern of them: colour profiles, previews
 * and comments, each of which can mislead or stop Java's reader. The colours are told so plainly that there is nothing to
 * guess from, by the rules of libjpeg.
 */
final class JpegHead {
    private static final int ADOBE = 0xee;
    private static final int EXIF = 0xe1;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    /** Two parts in which a file says that it is JFIF: grey, or brightness and two differences of colour. */
    private static final byte[] JFIF = {
        (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };
    /** And that its colours are as they stand. */
    private static final byte[] PLAIN = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    private final Bytes bytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean jfif;
    private int transform = -1;
    private int width;
    private int height;
    private int components;
    private boolean named;
    private boolean progressive;
    private int exif = Exif.UPRIGHT;
    private int xmp = Exif.UPRIGHT;
    private int scan;

    JpegHead(byte[] content) throws IOException {
        bytes = new Bytes(content, true);
        int at = 2;
        while (scan == 0) {
            at = next(at);
        }
        if (components == 0 || width == 0 || height == 0) {
            throw BrokenImageException.damaged("SOF");
        }
    }

    /** Looks at the part that begins at the next 0xff; libjpeg goes over what lies between as well. */
    private int next(int from) throws IOException {
        int at = from;
        while (bytes.u8(at) != 0xff) {
            at++;
        }
        while (bytes.u8(at) == 0xff) {
            at++;
        }
        int marker = bytes.u8(at);
        if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
            return at + 1;
        } else if (marker == END) {
            throw BrokenImageException.cut();
        }
        int length = bytes.u16(at + 1);
        int end = at + 1 + length;
        if (length < 2) {
            throw BrokenImageException.damaged("FF" + Integer.toHexString(marker));
        }
        bytes.u8(end - 1L);
        if (marker == SCAN) {
            scan = at - 1;
        } else if (marker >= 0xe0 && marker <= 0xef) {
            application(marker, at + 3, length - 2);
        } else if (marker != 0xfe) {
            if (isFrame(marker) && components == 0) {
                frame(marker, at + 3);
            }
            kept.write(0xff);
            kept.write(bytes.content(), at, length + 1);
        }
        return end;
    }

    private void frame(int marker, int at) throws IOException {
        progressive = marker != 0xc0 && marker != 0xc1;
        height = bytes.u16(at + 1L);
        width = bytes.u16(at + 3L);
        components = bytes.u8(at + 5L);
        if (components != 1 && components != 3 && components != 4) {
            throw BrokenImageException.damaged("SOF " + components);
        }
        named = components == 3 && bytes.u8(at + 6L) == 'R' && bytes.u8(at + 9L) == 'G' && bytes.u8(at + 12L) == 'B';
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void application(int marker, int at, int length) throws IOException {
        if (marker == 0xe0 && bytes.has(at, "JFIF\0")) {
            jfif = true;
        } else if (marker == ADOBE && length >= 12 && bytes.has(at, "Adobe")) {
            transform = bytes.u8(at + 11L);
        } else if (marker == EXIF && bytes.has(at, "Exif\0\0")) {
            exif = Exif.orientation(bytes.content(), at, length);
        } else if (marker == EXIF && bytes.has(at, XMP)) {
            xmp = Exif.ofText(bytes.text(at, length));
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Grey has 1, colours have 3 and inks 4. */
    int components() {
        return components;
    }

    /** Whether all pixels are made out of several passes, so that none is there before the last. */
    boolean isProgressive() {
        return progressive;
    }

    int orientation() {
        return exif == Exif.UPRIGHT ? xmp : exif;
    }

    /** Whether colours are kept as brightness and differences of colour. */
    boolean isTransformed() {
        if (components == 4) {
            return transform > 0;
        }
        return jfif || (transform >= 0 ? transform != 0 : !named);
    }

    /** The file as Java's reader is to see it; what follows after it in the file is read from {@link #scan}. */
    byte[] plain() {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(kept.size() + 20);
        plain.write(0xff);
        plain.write(0xd8);
        plain.writeBytes(components == 1 || (components == 3 && isTransformed()) ? JFIF : PLAIN);
        plain.writeBytes(kept.toByteArray());
        return plain.toByteArray();
    }

    /** Where the first scan begins. */
    int scan() {
        return scan;
    }
}
