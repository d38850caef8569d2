package convas.dataset.image.file;

/** Makes values of eight bits of the lines of a PNG file, with how opaque they are where it tells. */
final class PngPixels {
    private final PngHead head;
    private final int bands;
    private final int[] clear;

    PngPixels(PngHead head) {
        this.head = head;
        int colours = head.kind == PngHead.GREY || head.kind == PngHead.GREY_ALPHA ? 1 : 3;
        boolean alpha = head.kind == PngHead.GREY_ALPHA || head.kind == PngHead.COLOURS_ALPHA;
        // What stands for "not seen" in a file that tells how opaque each pixel is has no meaning.
        boolean cleared =
                head.hasClear() && !alpha && (head.kind == PngHead.PALETTE || head.clear().length >= 2 * colours);
        bands = colours + (alpha || cleared ? 1 : 0);
        clear = new int[cleared && head.kind != PngHead.PALETTE ? colours : 0];
        for (int index = 0; index < clear.length; index++) {
            clear[index] = head.clear()[2 * index] << 8 | head.clear()[2 * index + 1];
        }
    }

    int bands() {
        return bands;
    }

    /**
     * Reads the pixels of a line.
     *
     * @param line behind a byte for the filter
     * @param count of pixels
     * @param row receives {@link #bands} values a pixel
     * @param at the place of the first pixel
     * @param apart from one pixel to the next, in pixels
     */
    void read(byte[] line, int count, byte[] row, int at, int apart) {
        if (head.depth == 8 && head.samples() == bands && apart == 1) {
            System.arraycopy(line, 1, row, at, count * bands);
            return;
        }
        int target = at;
        for (int x = 0; x < count; x++) {
            if (head.kind == PngHead.PALETTE) {
                look(value(line, x), row, target);
            } else {
                copy(line, x * head.samples(), row, target);
            }
            target += apart * bands;
        }
    }

    private void copy(byte[] line, int first, byte[] row, int target) {
        boolean seen = clear.length == 0;
        for (int sample = 0; sample < head.samples(); sample++) {
            int value = value(line, first + sample);
            row[target + sample] = eight(value);
            seen |= sample < clear.length && value != clear[sample];
        }
        if (clear.length > 0) {
            row[target + clear.length] = (byte) (seen ? 255 : 0);
        }
    }

    private byte eight(int value) {
        return switch (head.depth) {
            case 16 -> (byte) (value >> 8);
            case 8 -> (byte) value;
            default -> (byte) (value * 255 / ((1 << head.depth) - 1));
        };
    }

    private int value(byte[] line, int index) {
        return switch (head.depth) {
            case 16 -> (line[1 + 2 * index] & 0xff) << 8 | line[2 + 2 * index] & 0xff;
            case 8 -> line[1 + index] & 0xff;
            default -> {
                int bit = index * head.depth;
                yield (line[1 + (bit >> 3)] & 0xff) >> (8 - head.depth - (bit & 7)) & ((1 << head.depth) - 1);
            }
        };
    }

    /** A colour that the palette has not is black. */
    private void look(int index, byte[] row, int target) {
        int[] palette = head.palette();
        for (int band = 0; band < 3; band++) {
            int place = 3 * index + band;
            row[target + band] = (byte) (place < palette.length ? palette[place] : 0);
        }
        if (bands == 4) {
            row[target + 3] = (byte) (index < head.clear().length ? head.clear()[index] : 255);
        }
    }
}
