package convas.dataset.image;

import convas.dataset.image.file.Rows;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes an image of one size of a part of another, row by row as they come: each row is first brought to the new width and
 * then added to the new rows that it belongs to. So it needs memory for a few rows, however large the image is.
 */
final class Resampler implements Rows {
    private final Region region;
    private final int bands;
    private final int width;
    private final int height;
    private final Filter across;
    private final Filter down;
    /** A row at its new width; as int, so that adding it is quick. */
    private final int[] narrowed;

    private final byte[] pixels;
    private final int[][] open;
    private final Deque<int[]> spare = new ArrayDeque<>();
    private int row;
    private int finished;

    /** The part of the stored image that is seen. */
    record Region(int left, int top, int width, int height) {}

    Resampler(Region region, int bands, int width, int height) {
        this.region = region;
        this.bands = bands;
        this.width = width;
        this.height = height;
        across = new Filter(region.width(), width);
        down = new Filter(region.height(), height);
        narrowed = new int[width * bands];
        pixels = new byte[Math.multiplyExact(height, narrowed.length)];
        open = new int[height][];
    }

    @Override
    public void row(byte[] samples, int from) {
        int here = row - region.top();
        row++;
        if (here < 0 || finished == height) {
            return;
        }
        int start = from + region.left() * bands;
        if (bands == 3) {
            narrowColours(samples, start);
        } else {
            narrow(samples, start);
        }
        int target = finished;
        while (target < height && down.first(target) <= here) {
            add(target, here);
            target++;
        }
        while (finished < height && down.first(finished) + down.count(finished) - 1 <= here) {
            finish();
        }
    }

    private void narrow(byte[] samples, int start) {
        int[] weights = across.weights();
        for (int target = 0; target < width; target++) {
            int at = across.at(target);
            int count = across.count(target);
            for (int band = 0; band < bands; band++) {
                int source = start + across.first(target) * bands + band;
                int sum = Filter.HALF;
                for (int index = 0; index < count; index++) {
                    sum += (samples[source + index * bands] & 0xff) * weights[at + index];
                }
                narrowed[target * bands + band] = Filter.clip(sum);
            }
        }
    }

    /** The same for three bands, in one go. */
    private void narrowColours(byte[] samples, int start) {
        int[] weights = across.weights();
        for (int target = 0; target < width; target++) {
            int source = start + across.first(target) * 3;
            int at = across.at(target);
            int end = at + across.count(target);
            int red = Filter.HALF;
            int green = Filter.HALF;
            int blue = Filter.HALF;
            for (int index = at; index < end; index++) {
                int weight = weights[index];
                red += (samples[source] & 0xff) * weight;
                green += (samples[source + 1] & 0xff) * weight;
                blue += (samples[source + 2] & 0xff) * weight;
                source += 3;
            }
            narrowed[target * 3] = Filter.clip(red);
            narrowed[target * 3 + 1] = Filter.clip(green);
            narrowed[target * 3 + 2] = Filter.clip(blue);
        }
    }

    private void add(int target, int here) {
        int index = here - down.first(target);
        if (index >= down.count(target)) {
            return;
        }
        int[] sums = open[target];
        int weight = down.weights()[down.at(target) + index];
        if (sums == null) {
            sums = spare.isEmpty() ? new int[narrowed.length] : spare.pop();
            open[target] = sums;
            for (int value = 0; value < sums.length; value++) {
                sums[value] = Filter.HALF + narrowed[value] * weight;
            }
        } else {
            for (int value = 0; value < sums.length; value++) {
                sums[value] += narrowed[value] * weight;
            }
        }
    }

    private void finish() {
        int[] sums = open[finished];
        open[finished] = null;
        int at = finished * narrowed.length;
        for (int value = 0; value < sums.length; value++) {
            pixels[at + value] = (byte) Filter.clip(sums[value]);
        }
        spare.push(sums);
        finished++;
    }

    /** Whether every row of the part has come. */
    boolean isWhole() {
        return finished == height;
    }

    /** In the order row, column, band. */
    byte[] pixels() {
        return pixels;
    }
}
