package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** A JPEG file, by Java's reader, which hands its rows over one by one. */
final class Jpeg implements Picture {
    private final byte[] file;
    private final JpegHead head;
    private final ImageReaderSpi reader;

    Jpeg(byte[] file, ImageReaderSpi reader) throws IOException {
        this.file = file;
        this.head = new JpegHead(file);
        this.reader = reader;
    }

    @Override
    public ImageForm form() {
        return ImageForm.JPEG;
    }

    @Override
    public int width() {
        return head.width();
    }

    @Override
    public int height() {
        return head.height();
    }

    @Override
    public int bands() {
        return head.components() == 1 ? 1 : 3;
    }

    @Override
    public int orientation() {
        return head.orientation();
    }

    @Override
    public Set<ImageTrait> traits() {
        return head.components() == 4 ? Set.of(ImageTrait.CMYK) : Set.of();
    }

    @Override
    public boolean isStreamed() {
        return !head.isProgressive() && head.components() != 4;
    }

    @Override
    public void read(Rows rows) throws IOException {
        ImageReader decoder = reader.createReaderInstance();
        try (FileStream in = new FileStream(head.plain(), file, head.scan())) {
            decoder.setInput(in, true, true);
            int came;
            try {
                came = head.components() == 4 ? inks(decoder, rows) : colours(decoder, rows);
            } catch (IIOException damaged) {
                throw in.isExhausted() ? BrokenImageException.cut() : BrokenImageException.damaged(damaged);
            }
            // Java's reader fills what is missing with grey, and no more than warns.
            if (in.isExhausted() || came < height()) {
                throw BrokenImageException.cut();
            }
        } finally {
            decoder.dispose();
        }
    }

    private int colours(ImageReader decoder, Rows rows) throws IOException {
        if (head.isProgressive()) {
            return passes(decoder, rows);
        }
        RowRaster raster = RowRaster.of(width(), height(), bands(), rows);
        ImageReadParam here = decoder.getDefaultReadParam();
        here.setDestination(RowRaster.image(raster));
        decoder.read(0, here);
        return raster.seen();
    }

    /** Every pass may write all rows again. */
    private int passes(ImageReader decoder, Rows rows) throws IOException {
        int[] offsets = bands() == 1 ? new int[] {0} : new int[] {0, 1, 2};
        WritableRaster raster = Raster.createInterleavedRaster(
                DataBuffer.TYPE_BYTE, width(), height(), width() * bands(), bands(), offsets, null);
        ImageReadParam here = decoder.getDefaultReadParam();
        here.setDestination(RowRaster.image(raster));
        decoder.read(0, here);
        byte[] all = ((DataBufferByte) raster.getDataBuffer()).getData();
        for (int y = 0; y < height(); y++) {
            rows.row(all, y * width() * bands());
        }
        return height();
    }

    /** Four inks, kept the other way round as Adobe does, the first three perhaps as brightness and colour. */
    private int inks(ImageReader decoder, Rows rows) throws IOException {
        Raster raster = decoder.readRaster(0, null);
        int[] inks = new int[4 * width()];
        byte[] row = new byte[3 * width()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width(), 1, inks);
            for (int x = 0; x < width(); x++) {
                Inks.toColours(inks, 4 * x, head.isTransformed(), row, 3 * x);
            }
            rows.row(row, 0);
        }
        return raster.getHeight();
    }
}
