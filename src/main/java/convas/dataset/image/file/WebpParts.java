package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.IOException;

/** The parts of a WebP file around its pixels. */
final class WebpParts {
    private WebpParts() {}

    /** @throws IOException where a part is longer than the file */
    static int orientation(byte[] file) throws IOException {
        Bytes bytes = new Bytes(file, false);
        long end = 8 + (bytes.i32(4) & 0xffffffffL);
        if (end > file.length) {
            throw BrokenImageException.cut();
        }
        int xmp = Exif.UPRIGHT;
        for (long at = 12; at + 8 <= end; ) {
            long length = bytes.i32(at + 4) & 0xffffffffL;
            if (at + 8 + length > file.length) {
                throw BrokenImageException.cut();
            } else if (bytes.has(at, "EXIF")) {
                return Exif.orientation(file, (int) at + 8, (int) length);
            } else if (bytes.has(at, "XMP ")) {
                xmp = Exif.ofText(bytes.text((int) at + 8, (int) length));
            }
            at += 8 + length + (length & 1);
        }
        return xmp;
    }
}
