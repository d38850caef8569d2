package convas.dataset;

import java.util.Arrays;
import java.util.Random;

/**
 * An {@link Augmentation} at work on images of one size. What happens to a sample depends on the seed and the sample
 * alone. Safe for several threads.
 */
final class Alteration {
    /** ITU-R BT.601, as torchvision turns colour into grey. */
    private static final float[] GRAY = {0.299f, 0.587f, 0.114f};

    private final Augmentation augmentation;
    private final int height;
    private final int width;
    private final int channels;
    private final float[] fill;
    private final boolean bounded;

    /**
     * @param fill the value of each channel that a cut out square gets
     * @param bounded whether colours stay between 0 and 1, as brightness does; other numbers have no such ends
     */
    Alteration(Augmentation augmentation, int height, int width, int channels, float[] fill, boolean bounded) {
        this.augmentation = augmentation;
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.fill = fill;
        this.bounded = bounded;
    }

    /** Alters one image, in the order row, column, channel. */
    void alter(float[] image, long seed) {
        Random random = new Random(seed);
        // Everything is drawn whatever is chosen, so that choosing one more thing changes no other.
        boolean mirrored = random.nextBoolean();
        int down = random.nextInt(2 * augmentation.crop() + 1) - augmentation.crop();
        int right = random.nextInt(2 * augmentation.crop() + 1) - augmentation.crop();
        float brightness = factor(random);
        float contrast = factor(random);
        float saturation = factor(random);
        int row = random.nextInt(height);
        int column = random.nextInt(width);
        if (augmentation.flip() && mirrored) {
            mirror(image);
        }
        if (down != 0 || right != 0) {
            shift(image, down, right);
        }
        if (augmentation.color() > 0) {
            color(image, brightness, contrast, saturation);
        }
        if (augmentation.cutout() > 0) {
            cut(image, row, column);
        }
    }

    private float factor(Random random) {
        return (float) (1 + augmentation.color() * (2 * random.nextDouble() - 1));
    }

    private void mirror(float[] image) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width / 2; x++) {
                int left = (y * width + x) * channels;
                int right = (y * width + width - 1 - x) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    float value = image[left + channel];
                    image[left + channel] = image[right + channel];
                    image[right + channel] = value;
                }
            }
        }
    }

    /** The pixel at (y, x) becomes that at (y + down, x + right), black where there is none. */
    private void shift(float[] image, int down, int right) {
        float[] before = image.clone();
        Arrays.fill(image, 0);
        int from = Math.max(0, -right);
        int count = width - Math.abs(right);
        for (int y = Math.max(0, -down); y < height - Math.max(0, down) && count > 0; y++) {
            System.arraycopy(
                    before,
                    ((y + down) * width + from + right) * channels,
                    image,
                    (y * width + from) * channels,
                    count * channels);
        }
    }

    /** As torchvision's ColorJitter, in this order: each blends with black, the mean grey, the own grey. */
    private void color(float[] image, float brightness, float contrast, float saturation) {
        for (int index = 0; index < image.length; index++) {
            image[index] = clamp(image[index] * brightness);
        }
        double sum = 0;
        for (int pixel = 0; pixel < image.length; pixel += channels) {
            sum += gray(image, pixel);
        }
        float mean = (float) (sum / (height * width));
        for (int index = 0; index < image.length; index++) {
            image[index] = clamp(mean + (image[index] - mean) * contrast);
        }
        if (channels == GRAY.length) {
            for (int pixel = 0; pixel < image.length; pixel += channels) {
                float gray = gray(image, pixel);
                for (int channel = 0; channel < channels; channel++) {
                    image[pixel + channel] = clamp(gray + (image[pixel + channel] - gray) * saturation);
                }
            }
        }
    }

    private float gray(float[] image, int pixel) {
        float gray = 0;
        for (int channel = 0; channel < channels; channel++) {
            gray += image[pixel + channel] * (channels == GRAY.length ? GRAY[channel] : 1f / channels);
        }
        return gray;
    }

    private float clamp(float value) {
        return !bounded ? value : Math.max(0, Math.min(1, value));
    }

    private void cut(float[] image, int row, int column) {
        int side = augmentation.cutout();
        int top = row - side / 2;
        int left = column - side / 2;
        for (int y = Math.max(0, top); y < Math.min(height, top + side); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + side); x++) {
                System.arraycopy(fill, 0, image, (y * width + x) * channels, channels);
            }
        }
    }
}
