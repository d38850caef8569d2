package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * A PNG file. Java's own reader is not taken: it changes the tones of grey where it makes colours of them, and holds all
 * pixels of the largest image.
 */
final class Png implements Picture {
    /** Of the seven passes: first column and row, and steps. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final byte[] file;
    private final PngHead head;
    private final PngPixels pixels;

    Png(byte[] file) throws IOException {
        this.file = file;
        this.head = new PngHead(file);
        this.pixels = new PngPixels(head);
    }

    @Override
    public ImageForm form() {
        return ImageForm.PNG;
    }

    @Override
    public int width() {
        return head.width;
    }

    @Override
    public int height() {
        return head.height;
    }

    @Override
    public int bands() {
        return pixels.bands();
    }

    @Override
    public int orientation() {
        return head.orientation();
    }

    @Override
    public Set<ImageTrait> traits() {
        Set<ImageTrait> traits = EnumSet.noneOf(ImageTrait.class);
        if (head.depth == 16) {
            traits.add(ImageTrait.SIXTEEN_BITS);
        }
        if (head.isAnimated()) {
            traits.add(ImageTrait.ANIMATED);
        }
        return traits;
    }

    @Override
    public boolean isStreamed() {
        return !head.interlaced;
    }

    @Override
    public void read(Rows rows) throws IOException {
        if (head.kind == PngHead.PALETTE && head.palette().length < 3) {
            throw BrokenImageException.damaged("PLTE");
        }
        try (PngLines lines = new PngLines(file, head.data())) {
            if (head.interlaced) {
                passes(lines, rows);
            } else {
                byte[] line = line(head.width);
                byte[] above = new byte[line.length];
                byte[] row = new byte[head.width * bands()];
                for (int y = 0; y < head.height; y++) {
                    lines.next(line, above, step());
                    pixels.read(line, head.width, row, 0, 1);
                    rows.row(row, 0);
                }
            }
        }
    }

    private void passes(PngLines lines, Rows rows) throws IOException {
        int stride = head.width * bands();
        byte[] all = new byte[Math.multiplyExact(stride, head.height)];
        for (int[] pass : PASSES) {
            int across = (head.width - pass[0] + pass[2] - 1) / pass[2];
            if (across <= 0) {
                continue;
            }
            byte[] line = line(across);
            byte[] above = new byte[line.length];
            for (int y = pass[1]; y < head.height; y += pass[3]) {
                lines.next(line, above, step());
                pixels.read(line, across, all, y * stride + pass[0] * bands(), pass[2]);
            }
        }
        for (int y = 0; y < head.height; y++) {
            rows.row(all, y * stride);
        }
    }

    private byte[] line(int width) {
        return new byte[Math.toIntExact(1 + ((long) width * head.samples() * head.depth + 7) / 8)];
    }

    private int step() {
        return Math.max(1, head.samples() * head.depth / 8);
    }
}
