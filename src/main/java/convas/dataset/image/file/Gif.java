package convas.dataset.image.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/** The first picture of a GIF file on its screen; what it does not cover is not seen, or the first colour. */
final class Gif implements Picture {
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    private final byte[] file;
    private final GifHead head;

    Gif(byte[] file) throws IOException {
        this.file = file;
        this.head = new GifHead(file);
    }

    @Override
    public ImageForm form() {
        return ImageForm.GIF;
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
        return head.clear() < 0 ? 3 : 4;
    }

    @Override
    public int orientation() {
        return Exif.UPRIGHT;
    }

    @Override
    public Set<ImageTrait> traits() {
        return head.isAnimated() ? Set.of(ImageTrait.ANIMATED) : Set.of();
    }

    @Override
    public boolean isStreamed() {
        return !head.isInterlaced();
    }

    @Override
    public void read(Rows rows) throws IOException {
        GifPixels pixels = new GifPixels(file, head.data());
        byte[] row = new byte[width() * bands()];
        byte[] line = new byte[width()];
        byte ground = (byte) Math.max(0, head.clear());
        Arrays.fill(line, ground);
        byte[] all = head.isInterlaced() ? passes(pixels) : null;
        for (int y = 0; y < height(); y++) {
            int inside = y - head.top();
            if (inside >= 0 && inside < head.pictureHeight()) {
                if (all == null) {
                    pixels.next(line, head.left(), head.pictureWidth());
                } else {
                    System.arraycopy(all, inside * head.pictureWidth(), line, head.left(), head.pictureWidth());
                }
            } else if (inside == head.pictureHeight()) {
                Arrays.fill(line, ground);
            }
            if (y == 0 || (inside >= 0 && inside <= head.pictureHeight())) {
                paint(line, row);
            }
            rows.row(row, 0);
        }
    }

    private byte[] passes(GifPixels pixels) throws IOException {
        byte[] all = new byte[Math.multiplyExact(head.pictureWidth(), head.pictureHeight())];
        for (int[] pass : PASSES) {
            for (int y = pass[0]; y < head.pictureHeight(); y += pass[1]) {
                pixels.next(all, y * head.pictureWidth(), head.pictureWidth());
            }
        }
        return all;
    }

    private void paint(byte[] line, byte[] row) {
        int target = 0;
        for (byte each : line) {
            int index = each & 0xff;
            for (int band = 0; band < 3; band++) {
                row[target++] = head.colour(index, band);
            }
            if (head.clear() >= 0) {
                row[target++] = (byte) (index == head.clear() ? 0 : 255);
            }
        }
    }
}
