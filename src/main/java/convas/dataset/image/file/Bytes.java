package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A file's content, read at places; whoever reads behind its end learns that it is cut. */
record Bytes(byte[] content, boolean isBigEndian) {
    int size() {
        return content.length;
    }

    int u8(long at) throws IOException {
        if (at < 0 || at >= content.length) {
            throw BrokenImageException.cut();
        }
        return content[(int) at] & 0xff;
    }

    int u16(long at) throws IOException {
        int one = u8(at);
        int two = u8(at + 1);
        return isBigEndian ? one << 8 | two : two << 8 | one;
    }

    int i32(long at) throws IOException {
        int one = u16(at);
        int two = u16(at + 2);
        return isBigEndian ? one << 16 | two : two << 16 | one;
    }

    /** Whether this stands there, letter by letter. */
    boolean has(long at, String letters) {
        if (at < 0 || at + letters.length() > content.length) {
            return false;
        }
        for (int index = 0; index < letters.length(); index++) {
            if ((content[(int) at + index] & 0xff) != letters.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** As Latin-1. */
    String text(int from, int length) {
        return new String(content, from, length, StandardCharsets.ISO_8859_1);
    }
}
