package convas.dataset.image;

import convas.dataset.BrokenImageException;
import convas.dataset.SampleShape;
import convas.dataset.image.file.Exif;
import convas.dataset.image.file.Forms;
import convas.dataset.image.file.ImageTrait;
import convas.dataset.image.file.Picture;
import java.io.EOFException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Makes pixels of one size of an image file's content, as Pillow does: upright as EXIF tells, laid over a ground, colour
 * profiles ignored, and made smaller so that no pixel is overlooked. Rows are made smaller as they come, so that a large
 * image takes no more memory than a small one where its form allows that. Safe for several threads.
 */
public final class ImageDecoder {
    /** What an image may have, so that a file of a few bytes cannot ask for all time and memory there is. */
    private static final long MOST_PIXELS = 1L << 28;
    /** The same where its form asks for all of them at once. */
    private static final long MOST_HELD = 1L << 26;

    private static final int MOST_SIDE = 1 << 20;
    /** Those that hold more pixels than this are read one after the other. */
    private static final long LARGE = 1L << 22;
    /** Changes where the same file comes to other pixels than before. */
    private static final int EDITION = 2;

    private final int height;
    private final int width;
    private final int channels;
    private final boolean stretch;
    private final Ground ground;
    private final Forms forms = new Forms();
    private final Semaphore large = new Semaphore(1);

    /**
     * @param channels 1 for grey, 3 for red, green and blue
     * @param stretch whether the image is stretched to the size; else it covers it and what stands out is cut off evenly
     */
    public ImageDecoder(int height, int width, int channels, boolean stretch, Ground ground) {
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.stretch = stretch;
        this.ground = ground;
    }

    /** Of what {@link #decode} gives. */
    public SampleShape shape() {
        return SampleShape.image(channels, height, width);
    }

    /**
     * Its pixels, and what was met on the way.
     *
     * @param file the content of an image file
     * @throws BrokenImageException where it is no image that can be read
     */
    public DecodedImage decode(byte[] file) throws BrokenImageException {
        try {
            Picture picture = forms.open(file);
            check(picture);
            boolean alone = !picture.isStreamed() && (long) picture.width() * picture.height() > LARGE;
            if (alone) {
                large.acquireUninterruptibly();
            }
            try {
                return decode(picture);
            } finally {
                if (alone) {
                    large.release();
                }
            }
        } catch (BrokenImageException broken) {
            throw broken;
        } catch (EOFException end) {
            throw BrokenImageException.cut();
        } catch (IOException | RuntimeException broken) {
            // The readers of some forms meet damage with whatever exception comes.
            throw BrokenImageException.damaged(broken);
        }
    }

    private static void check(Picture picture) throws BrokenImageException {
        long most = picture.isStreamed() || picture.isInParts() ? MOST_PIXELS : MOST_HELD;
        int side = Math.max(picture.width(), picture.height());
        if ((long) picture.width() * picture.height() > most || side > MOST_SIDE) {
            throw BrokenImageException.large(picture.width(), picture.height(), most);
        }
    }

    private DecodedImage decode(Picture picture) throws IOException {
        int orientation = picture.orientation();
        boolean across = Orientation.isAcross(orientation);
        int seenWidth = across ? picture.height() : picture.width();
        int seenHeight = across ? picture.width() : picture.height();
        boolean hasOpacity = picture.bands() % 2 == 0;
        int bands = hasOpacity ? picture.bands() - 1 : picture.bands();
        Resampler resampler = new Resampler(
                stored(seen(seenWidth, seenHeight), seenWidth, seenHeight, orientation),
                bands,
                across ? height : width,
                across ? width : height);
        Set<ImageTrait> traits = EnumSet.noneOf(ImageTrait.class);
        traits.addAll(picture.traits());
        if (hasOpacity) {
            Opaque opaque = new Opaque(resampler, ground, picture.bands(), picture.width());
            picture.read(opaque);
            if (opaque.isTransparent()) {
                traits.add(ImageTrait.TRANSPARENT);
            }
        } else {
            picture.read(resampler);
        }
        if (!resampler.isWhole()) {
            throw BrokenImageException.cut();
        }
        if (orientation != Exif.UPRIGHT) {
            traits.add(ImageTrait.TURNED);
        }
        byte[] upright = Orientation.upright(resampler.pixels(), width, height, bands, orientation);
        return new DecodedImage(channels(upright, bands), picture.form(), traits, seenWidth, seenHeight);
    }

    /** The part of the upright image that is taken. */
    private Resampler.Region seen(int wide, int high) {
        if (stretch) {
            return new Resampler.Region(0, 0, wide, high);
        }
        double scale = Math.min(high / (double) height, wide / (double) width);
        int cutWidth = (int) Math.max(1, Math.min(wide, Math.round(scale * width)));
        int cutHeight = (int) Math.max(1, Math.min(high, Math.round(scale * height)));
        return new Resampler.Region((wide - cutWidth) / 2, (high - cutHeight) / 2, cutWidth, cutHeight);
    }

    /** The same part in the image as it is stored. */
    private static Resampler.Region stored(Resampler.Region seen, int wide, int high, int orientation) {
        boolean mirrored = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean overturned = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        int left = mirrored ? wide - seen.width() - seen.left() : seen.left();
        int top = overturned ? high - seen.height() - seen.top() : seen.top();
        return Orientation.isAcross(orientation)
                ? new Resampler.Region(top, left, seen.height(), seen.width())
                : new Resampler.Region(left, top, seen.width(), seen.height());
    }

    private byte[] channels(byte[] pixels, int bands) {
        if (bands == channels) {
            return pixels;
        }
        byte[] changed = new byte[width * height * channels];
        for (int pixel = 0; pixel < width * height; pixel++) {
            if (bands == 1) {
                changed[3 * pixel] = pixels[pixel];
                changed[3 * pixel + 1] = pixels[pixel];
                changed[3 * pixel + 2] = pixels[pixel];
            } else {
                int red = pixels[3 * pixel] & 0xff;
                int green = pixels[3 * pixel + 1] & 0xff;
                int blue = pixels[3 * pixel + 2] & 0xff;
                // ITU-R BT.601, as most tools turn colour into grey.
                changed[pixel] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
            }
        }
        return changed;
    }

    /** Tells apart all ways in which files come to pixels. */
    @Override
    public String toString() {
        return "ImageDecoder[" + EDITION + ", " + height + ", " + width + ", " + channels + ", " + stretch + ", "
                + ground.word() + "]";
    }
}
