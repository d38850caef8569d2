package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** An image of a form for which there is a reader of ImageIO. */
final class ReadPicture implements Picture {
    /** Pixels that are read in one go where a reader can begin anywhere; it may have to unpack all before them. */
    private static final int BAND = 1 << 26;

    private final ImageForm form;
    private final byte[] file;
    private final ImageReaderSpi reader;
    private final int orientation;
    private final Set<ImageTrait> traits = EnumSet.noneOf(ImageTrait.class);
    private final int width;
    private final int height;

    /** @param orientation where a part of the file that the reader does not know tells it */
    ReadPicture(ImageForm form, byte[] file, ImageReaderSpi reader, int orientation) throws IOException {
        this.form = form;
        this.file = file;
        this.reader = reader;
        this.orientation = orientation;
        ImageReader head = reader.createReaderInstance();
        try (ImageInputStream in = new FileStream(file)) {
            head.setInput(in, false, true);
            width = head.getWidth(0);
            height = head.getHeight(0);
            if (form == ImageForm.TIFF) {
                Samples.traits(head.getRawImageType(0), traits);
            }
            if (hasMore() && head.getNumImages(true) > 1) {
                traits.add(ImageTrait.ANIMATED);
            }
        } catch (EOFException end) {
            throw BrokenImageException.cut();
        } finally {
            head.dispose();
        }
    }

    private boolean hasMore() {
        return form == ImageForm.TIFF || form == ImageForm.WEBP;
    }

    @Override
    public ImageForm form() {
        return form;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int bands() {
        return Samples.BANDS;
    }

    @Override
    public int orientation() {
        return orientation;
    }

    @Override
    public Set<ImageTrait> traits() {
        return traits;
    }

    @Override
    public boolean isStreamed() {
        return false;
    }

    @Override
    public boolean isInParts() {
        return form == ImageForm.BMP || form == ImageForm.TIFF;
    }

    @Override
    public void read(Rows rows) throws IOException {
        int high = isInParts() ? Math.max(1, BAND / width) : height;
        byte[] row = new byte[Samples.BANDS * width];
        for (int top = 0; top < height; top += high) {
            Samples samples = new Samples(band(top, Math.min(high, height - top)));
            for (int y = 0; y < samples.height(); y++) {
                samples.read(y, row);
                rows.row(row, 0);
            }
        }
    }

    private BufferedImage band(int top, int high) throws IOException {
        ImageReader decoder = reader.createReaderInstance();
        try (ImageInputStream in = new FileStream(file)) {
            decoder.setInput(in, false, true);
            ImageReadParam part = decoder.getDefaultReadParam();
            if (high < height) {
                part.setSourceRegion(new Rectangle(0, top, width, high));
            }
            BufferedImage image = decoder.read(0, part);
            if (image.getWidth() != width || image.getHeight() != high) {
                throw BrokenImageException.damaged(image.getWidth() + " × " + image.getHeight());
            }
            return image;
        } catch (EOFException end) {
            throw BrokenImageException.cut();
        } finally {
            decoder.dispose();
        }
    }
}
