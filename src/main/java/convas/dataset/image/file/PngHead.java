package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What stands around the pixels of a PNG file. */
final class PngHead {
    static final int GREY = 0;
    static final int COLOURS = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int COLOURS_ALPHA = 6;

    final int width;
    final int height;
    final int depth;
    final int kind;
    final boolean interlaced;
    private final Bytes bytes;
    private final List<int[]> data = new ArrayList<>();
    private int[] palette = new int[0];
    private int[] clear = new int[0];
    private boolean animated;
    private int exif = Exif.UPRIGHT;
    private int xmp = Exif.UPRIGHT;

    PngHead(byte[] content) throws IOException {
        bytes = new Bytes(content, true);
        if (!bytes.has(12, "IHDR")) {
            throw content.length < 33 ? BrokenImageException.cut() : BrokenImageException.damaged("IHDR");
        }
        width = bytes.i32(16);
        height = bytes.i32(20);
        depth = bytes.u8(24);
        kind = bytes.u8(25);
        interlaced = bytes.u8(28) != 0;
        if (width <= 0 || height <= 0 || !isKnown() || bytes.u8(26) != 0 || bytes.u8(27) != 0) {
            throw BrokenImageException.damaged("IHDR");
        }
        chunks();
    }

    private boolean isKnown() {
        return switch (kind) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case COLOURS, GREY_ALPHA, COLOURS_ALPHA -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    /** Finds those that concern the picture; the file may end anywhere after its pixels, as elsewhere. */
    private void chunks() throws IOException {
        long at = 8;
        while (at + 8 <= bytes.size()) {
            int length = bytes.i32(at);
            if (length < 0) {
                throw BrokenImageException.damaged(bytes.text((int) at + 4, 4));
            }
            int here = (int) Math.min(length, bytes.size() - at - 8);
            int start = (int) at + 8;
            switch (bytes.text((int) at + 4, 4)) {
                case "IDAT" -> data.add(new int[] {start, here});
                case "PLTE" -> palette = values(start, here);
                case "tRNS" -> clear = values(start, here);
                case "acTL" -> animated = here >= 4 && bytes.i32(start) > 1;
                case "eXIf" -> exif = Exif.orientation(bytes.content(), start, here);
                case "iTXt" -> text(start, here);
                case "IEND" -> {
                    return;
                }
                default -> {
                    // Gamma, profiles, times and words change no value.
                }
            }
            at = at + 12 + length;
        }
    }

    private int[] values(int start, int length) throws IOException {
        int[] values = new int[length];
        for (int index = 0; index < length; index++) {
            values[index] = bytes.u8((long) start + index);
        }
        return values;
    }

    private void text(int start, int length) {
        if (bytes.has(start, "XML:com.adobe.xmp\0\0")) {
            xmp = Exif.ofText(bytes.text(start, length));
        }
    }

    /** Values of a stored pixel. */
    int samples() {
        return switch (kind) {
            case COLOURS -> 3;
            case GREY_ALPHA -> 2;
            case COLOURS_ALPHA -> 4;
            default -> 1;
        };
    }

    boolean hasClear() {
        return clear.length > 0;
    }

    /** Red, green and blue in turn. */
    int[] palette() {
        return palette;
    }

    /** How opaque the first colours of the palette are; or the bytes of the one value, or three, that are not seen. */
    int[] clear() {
        return clear;
    }

    boolean isAnimated() {
        return animated;
    }

    int orientation() {
        return exif == Exif.UPRIGHT ? xmp : exif;
    }

    /** Start and length of each piece of the packed pixels. */
    List<int[]> data() {
        return data;
    }
}
