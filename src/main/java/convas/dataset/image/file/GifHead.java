package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.IOException;

/** The screen of a GIF file and its first picture, which may cover a part of it. */
final class GifHead {
    private final Bytes bytes;
    private int width;
    private int height;
    private int left;
    private int top;
    private int pictureWidth;
    private int pictureHeight;
    private boolean interlaced;
    private int palette = -1;
    private int colours;
    private int clear = -1;
    private int data;
    private boolean animated;

    GifHead(byte[] content) throws IOException {
        bytes = new Bytes(content, false);
        width = bytes.u16(6);
        height = bytes.u16(8);
        int at = 13 + palette(bytes.u8(10), 13);
        while (data == 0) {
            at = next(at);
        }
        animated = isMore(data + 1);
        if (width == 0 || height == 0 || pictureWidth == 0 || pictureHeight == 0) {
            throw BrokenImageException.damaged("0 × 0");
        }
    }

    /** @return bytes of the palette that follows */
    private int palette(int flags, int at) throws IOException {
        if ((flags & 0x80) == 0) {
            return 0;
        }
        palette = at;
        colours = 2 << (flags & 7);
        bytes.u8(at + 3L * colours - 1);
        return 3 * colours;
    }

    private int next(int at) throws IOException {
        switch (bytes.u8(at)) {
            case '!' -> {
                if (bytes.u8(at + 1L) == 0xf9 && bytes.u8(at + 2L) >= 4 && (bytes.u8(at + 3L) & 1) != 0) {
                    clear = bytes.u8(at + 6L);
                }
                return behind(at + 2);
            }
            case ',' -> {
                left = bytes.u16(at + 1L);
                top = bytes.u16(at + 3L);
                pictureWidth = bytes.u16(at + 5L);
                pictureHeight = bytes.u16(at + 7L);
                width = Math.max(width, left + pictureWidth);
                height = Math.max(height, top + pictureHeight);
                int flags = bytes.u8(at + 9L);
                interlaced = (flags & 0x40) != 0;
                data = at + 10 + palette(flags, at + 10);
                bytes.u8(data);
                return data;
            }
            case ';' -> throw BrokenImageException.cut();
            default -> {
                return at + 1;
            }
        }
    }

    /** The place behind pieces, each with its length before it, of which the last is empty. */
    private int behind(int from) throws IOException {
        int at = from;
        while (bytes.u8(at) != 0) {
            at += 1 + bytes.u8(at);
        }
        return at + 1;
    }

    private boolean isMore(int pieces) {
        try {
            int at = behind(pieces);
            while (bytes.u8(at) != ';') {
                if (bytes.u8(at) == ',') {
                    return true;
                }
                at = bytes.u8(at) == '!' ? behind(at + 2) : at + 1;
            }
            return false;
        } catch (IOException end) {
            return false;
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int pictureWidth() {
        return pictureWidth;
    }

    int pictureHeight() {
        return pictureHeight;
    }

    boolean isInterlaced() {
        return interlaced;
    }

    /** The colour that is not seen; -1 where all are. */
    int clear() {
        return clear;
    }

    boolean isAnimated() {
        return animated;
    }

    /** Where the number of bits of a pixel stands, before the packed pixels. */
    int data() {
        return data;
    }

    /** One of the three bytes of a colour; grey where there is no palette, and the first colour behind its end. */
    byte colour(int index, int band) {
        if (palette < 0) {
            return (byte) index;
        }
        return bytes.content()[palette + 3 * (index < colours ? index : 0) + band];
    }
}
