package convas.dataset.image;

import convas.dataset.SampleShape;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes pixels of one size of an image file's content: bilinear, halved step by step where an image is much larger, so
 * that no pixel is overlooked. Safe for several threads.
 *
 * @param stretch whether the image is stretched to the size; else it covers it and what stands out is cut off evenly
 */
public record ImageDecoder(int height, int width, int channels, boolean stretch) {
    /** What an image may have, so that a file of a few bytes cannot ask for all memory there is. */
    private static final long MOST_PIXELS = 1L << 28;

    /** Of what {@link #decode} gives. */
    public SampleShape shape() {
        return SampleShape.image(channels, height, width);
    }

    /**
     * Its pixels, and what was met on the way.
     *
     * @param file the content of an image file
     * @throws IOException where it is no image that can be read
     */
    public DecodedImage decode(byte[] file) throws IOException {
        BufferedImage image;
        try {
            image = image(file);
        } catch (RuntimeException broken) {
            // The readers of some forms meet damage with whatever exception comes.
            throw new IOException(String.valueOf(broken.getMessage()), broken);
        }
        return new DecodedImage(pixels(scaled(image)), ImageForm.PNG, Set.of(), image.getWidth(), image.getHeight());
    }

    private static BufferedImage image(byte[] file) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no JPEG, PNG, GIF or BMP");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException(reader.getWidth(0) + " × " + reader.getHeight(0));
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private BufferedImage scaled(BufferedImage image) {
        BufferedImage from = image;
        while (from.getWidth() >= 4 * width && from.getHeight() >= 4 * height) {
            from = draw(from, from.getWidth() / 2, from.getHeight() / 2, 0, 0, from.getWidth(), from.getHeight());
        }
        double down = from.getHeight() / (double) height;
        double across = from.getWidth() / (double) width;
        double scale = Math.min(down, across);
        int cutHeight = stretch ? from.getHeight() : (int) Math.max(1, Math.round(scale * height));
        int cutWidth = stretch ? from.getWidth() : (int) Math.max(1, Math.round(scale * width));
        int left = (from.getWidth() - cutWidth) / 2;
        int top = (from.getHeight() - cutHeight) / 2;
        return draw(from, width, height, left, top, left + cutWidth, top + cutHeight);
    }

    private static BufferedImage draw(
            BufferedImage from, int width, int height, int left, int top, int right, int bottom) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, 0, 0, width, height, left, top, right, bottom, null);
        graphics.dispose();
        return to;
    }

    private byte[] pixels(BufferedImage image) {
        int[] packed = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] pixels = new byte[packed.length * channels];
        for (int index = 0; index < packed.length; index++) {
            int red = packed[index] >> 16 & 0xff;
            int green = packed[index] >> 8 & 0xff;
            int blue = packed[index] & 0xff;
            if (channels == 1) {
                // ITU-R BT.601, as most tools turn colour into grey.
                pixels[index] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
            } else {
                pixels[3 * index] = (byte) red;
                pixels[3 * index + 1] = (byte) green;
                pixels[3 * index + 2] = (byte) blue;
            }
        }
        return pixels;
    }
}
