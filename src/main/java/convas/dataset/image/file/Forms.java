package convas.dataset.image.file;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import convas.dataset.BrokenImageException;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Finds out the form of a file by its first bytes and opens it. */
public final class Forms {
    private static final int JPEG_HEAD = 0xffd8ff;

    private final ImageReaderSpi jpeg = ofJava("jpeg");
    private final ImageReaderSpi bmp = ofJava("bmp");
    private final ImageReaderSpi wbmp = ofJava("wbmp");
    private final ImageReaderSpi webp = new WebPImageReaderSpi();
    private final ImageReaderSpi tiff = new TIFFImageReaderSpi();

    /** Java's own, whatever else there is. */
    private static ImageReaderSpi ofJava(String form) {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(form); readers.hasNext(); ) {
            ImageReaderSpi each = readers.next().getOriginatingProvider();
            if (each.getClass().getName().startsWith("com.sun.imageio.plugins.")) {
                return each;
            }
        }
        throw new IllegalStateException(form);
    }

    /** @throws IOException where it has none of the forms, or its head is damaged */
    public Picture open(byte[] file) throws IOException {
        Bytes bytes = new Bytes(file, true);
        if (bytes.size() < 4) {
            throw bytes.size() == 0 ? BrokenImageException.cut() : BrokenImageException.unknown();
        } else if (bytes.i32(0) >>> 8 == JPEG_HEAD) {
            return new Jpeg(file, jpeg);
        } else if (bytes.has(0, "\u0089PNG\r\n\u001a\n")) {
            return new Png(file);
        } else if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
            return new Gif(file);
        } else if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
            return new ReadPicture(ImageForm.WEBP, file, webp, WebpParts.orientation(file));
        } else if (isTiff(bytes)) {
            return new ReadPicture(ImageForm.TIFF, file, tiff, Exif.orientation(file, 0, file.length));
        } else if (bytes.has(0, "BM")) {
            return new ReadPicture(ImageForm.BMP, file, bmp, Exif.UPRIGHT);
        } else if (bytes.u16(0) == 0) {
            return new ReadPicture(ImageForm.WBMP, file, wbmp, Exif.UPRIGHT);
        }
        throw BrokenImageException.unknown();
    }

    private static boolean isTiff(Bytes bytes) {
        return bytes.has(0, "II*\0") || bytes.has(0, "MM\0*") || bytes.has(0, "II+\0") || bytes.has(0, "MM\0+");
    }
}
