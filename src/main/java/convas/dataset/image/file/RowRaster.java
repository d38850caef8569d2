package convas.dataset.image.file;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Hashtable;

/** Looks like the pixels of a whole image to a reader that writes them row by row, and hands each on instead. */
final class RowRaster extends WritableRaster {
    private final Rows rows;
    private int seen;

    private RowRaster(PixelInterleavedSampleModel model, Rows rows) {
        super(
                model,
                new DataBufferByte(model.getScanlineStride()),
                new Rectangle(model.getWidth(), model.getHeight()),
                new Point(0, 0),
                null);
        this.rows = rows;
    }

    /** @param bands 1 or 3 */
    static RowRaster of(int width, int height, int bands, Rows rows) {
        int[] offsets = bands == 1 ? new int[] {0} : new int[] {0, 1, 2};
        return new RowRaster(
                new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, width, height, bands, width * bands, offsets),
                rows);
    }

    /** Around a raster of bytes, one for grey, three for red, green and blue. */
    static BufferedImage image(WritableRaster raster) {
        ColorSpace colours =
                ColorSpace.getInstance(raster.getNumBands() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ColorModel model = new ComponentColorModel(colours, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, new Hashtable<>());
    }

    @Override
    public void setRect(int x, int y, Raster row) {
        if (y != seen || x != 0 || row.getHeight() != 1) {
            throw new IllegalStateException(x + ", " + y);
        }
        seen++;
        ComponentSampleModel model = (ComponentSampleModel) row.getSampleModel();
        if (model.getPixelStride() != getNumBands()) {
            throw new IllegalStateException(model.toString());
        }
        rows.row(((DataBufferByte) row.getDataBuffer()).getData(), 0);
    }

    /** Rows that came. */
    int seen() {
        return seen;
    }
}
