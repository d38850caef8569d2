package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.IOException;

/** Unpacks the pixels of a GIF file (Lempel, Ziv and Welch), from first to last. */
final class GifPixels {
    private static final int MOST = 4096;

    private final Bytes bytes;
    private final int bits;
    private final int reset;
    private final int[] before = new int[MOST];
    private final byte[] last = new byte[MOST];
    private final byte[] first = new byte[MOST];
    private final byte[] word = new byte[MOST + 1];
    private int at;
    private int pieceEnd;
    private int buffer;
    private int buffered;
    private int length;
    private int known;
    private int previous = -1;
    private int waiting;

    GifPixels(byte[] content, int data) throws IOException {
        bytes = new Bytes(content, false);
        bits = bytes.u8(data);
        if (bits < 1 || bits > 8) {
            throw BrokenImageException.damaged("LZW " + bits);
        }
        reset = 1 << bits;
        at = data + 1;
        pieceEnd = at;
        for (int code = 0; code < reset; code++) {
            last[code] = (byte) code;
            first[code] = (byte) code;
        }
        restart();
    }

    private void restart() {
        length = bits + 1;
        known = reset + 2;
        previous = -1;
    }

    /** Fills a part of a row. */
    void next(byte[] row, int from, int count) throws IOException {
        int to = from;
        while (to < from + count) {
            if (waiting == 0) {
                unpack();
            }
            waiting--;
            row[to++] = word[waiting];
        }
    }

    /** Puts the pixels of the next code into {@link #word}, the last one first. */
    private void unpack() throws IOException {
        int code = code();
        while (code == reset) {
            restart();
            code = code();
        }
        if (code == reset + 1) {
            throw BrokenImageException.cut();
        } else if (code > known || (code == known && previous < 0) || (previous < 0 && code > reset)) {
            throw BrokenImageException.damaged("LZW " + code);
        }
        int walk = code;
        if (code == known) {
            word[waiting++] = first[previous];
            walk = previous;
        }
        while (walk > reset) {
            word[waiting++] = last[walk];
            walk = before[walk];
        }
        word[waiting++] = (byte) walk;
        if (previous >= 0 && known < MOST) {
            before[known] = previous;
            last[known] = (byte) walk;
            first[known] = first[previous];
            known++;
            if (known == 1 << length && length < 12) {
                length++;
            }
        }
        previous = code;
    }

    private int code() throws IOException {
        while (buffered < length) {
            if (at == pieceEnd) {
                int size = bytes.u8(at);
                if (size == 0) {
                    throw BrokenImageException.cut();
                }
                pieceEnd = at + 1 + size;
                at++;
            }
            buffer |= bytes.u8(at++) << buffered;
            buffered += 8;
        }
        int code = buffer & (1 << length) - 1;
        buffer >>>= length;
        buffered -= length;
        return code;
    }
}
