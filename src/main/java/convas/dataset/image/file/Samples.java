package convas.dataset.image.file;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.util.Set;
import javax.imageio.ImageTypeSpecifier;

/**
 * The values of an image that a reader of ImageIO gave, as they stand in it: Java would bring them from one colour space to
 * another, which changes the tones.
 */
final class Samples {
    /** Red, green, blue, and how opaque. */
    static final int BANDS = 4;

    private final BufferedImage image;
    private final boolean isPlain;
    private final boolean isBytes;
    private final int stored;
    private final int colours;
    private final int shift;
    private final boolean isFloating;
    private final double[] values;
    private final int[] packed;
    private final byte[] bytes;

    Samples(BufferedImage image) {
        this.image = image;
        ColorModel model = image.getColorModel();
        stored = image.getRaster().getNumBands();
        colours = model.getNumColorComponents();
        isPlain = model instanceof ComponentColorModel
                && model.getComponentSize(0) >= 8
                && (colours == 1 || colours == 3 || colours == 4)
                && (colours != 3 || model.getColorSpace().getType() == ColorSpace.TYPE_RGB);
        int type = image.getSampleModel().getDataType();
        shift = type == DataBuffer.TYPE_USHORT ? 8 : 0;
        isFloating = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
        isBytes = isPlain && type == DataBuffer.TYPE_BYTE && colours < 4 && !model.isAlphaPremultiplied();
        bytes = new byte[isBytes ? stored * image.getWidth() : 0];
        values = new double[isPlain && !isBytes ? stored * image.getWidth() : 0];
        packed = new int[isPlain ? 0 : image.getWidth()];
    }

    /** What the way in which pixels are stored tells. */
    static void traits(ImageTypeSpecifier type, Set<ImageTrait> traits) {
        if (type != null) {
            if (type.getSampleModel().getDataType() == DataBuffer.TYPE_USHORT
                    && type.getColorModel() instanceof ComponentColorModel) {
                traits.add(ImageTrait.SIXTEEN_BITS);
            }
            if (type.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
                traits.add(ImageTrait.CMYK);
            }
        }
    }

    int height() {
        return image.getHeight();
    }

    /** @param row receives {@link #BANDS} values a pixel */
    void read(int y, byte[] row) {
        if (isBytes) {
            bytes(y, row);
        } else if (isPlain) {
            image.getRaster().getPixels(0, y, image.getWidth(), 1, values);
            for (int x = 0; x < image.getWidth(); x++) {
                plain(x * stored, row, x * BANDS);
            }
        } else {
            image.getRGB(0, y, image.getWidth(), 1, packed, 0, image.getWidth());
            for (int x = 0; x < packed.length; x++) {
                row[BANDS * x] = (byte) (packed[x] >> 16);
                row[BANDS * x + 1] = (byte) (packed[x] >> 8);
                row[BANDS * x + 2] = (byte) packed[x];
                row[BANDS * x + 3] = (byte) (packed[x] >> 24);
            }
        }
    }

    /** The usual form, without a way by numbers that every form fits. */
    private void bytes(int y, byte[] row) {
        image.getRaster().getDataElements(0, y, image.getWidth(), 1, bytes);
        boolean hasOpacity = stored > colours && image.getColorModel().hasAlpha();
        int green = colours == 1 ? 0 : 1;
        int blue = colours == 1 ? 0 : 2;
        for (int from = 0, to = 0; from < bytes.length; from += stored, to += BANDS) {
            row[to] = bytes[from];
            row[to + 1] = bytes[from + green];
            row[to + 2] = bytes[from + blue];
            row[to + 3] = hasOpacity ? bytes[from + colours] : (byte) 255;
        }
    }

    private void plain(int from, byte[] row, int to) {
        int opaque = stored > colours && image.getColorModel().hasAlpha() ? value(from + colours) : 255;
        row[to + 3] = (byte) opaque;
        if (colours == 4) {
            Inks.ofInks(value(from), value(from + 1), value(from + 2), value(from + 3), row, to);
            return;
        }
        for (int band = 0; band < 3; band++) {
            int value = value(from + (colours == 1 ? 0 : band));
            if (opaque > 0 && image.getColorModel().isAlphaPremultiplied()) {
                value = Math.min(255, value * 255 / opaque);
            }
            row[to + band] = (byte) value;
        }
    }

    /** Cut off at 0 and 255 where they are floating point or of 32 bits. */
    private int value(int index) {
        double value = values[index];
        return isFloating || shift == 0 ? (int) Math.max(0, Math.min(255, value)) : (int) value >> shift;
    }
}
