package convas.dataset.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The files of a tar archive one after the other: a header of 512 bytes, then the content, filled up to 512. What a
 * header says beside name, size and kind is of no interest here; longer names than its 100 bytes are not understood, and
 * no file that is looked for has one.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06">the ustar form</a>
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int KIND_AT = 156;

    private final InputStream in;
    private String name;
    private boolean file;
    private long left;
    private long filling;

    Tar(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next entry.
     *
     * @return whether there is one
     * @throws IOException where the archive is cut off or none
     */
    boolean next() throws IOException {
        in.skipNBytes(left + filling);
        left = 0;
        filling = 0;
        byte[] header = in.readNBytes(BLOCK);
        if (header.length == 0 || header[0] == 0) {
            return false;
        } else if (header.length < BLOCK) {
            throw new EOFException("tar");
        }
        name = text(header, 0, NAME);
        file = header[KIND_AT] == '0' || header[KIND_AT] == 0;
        try {
            // A sign would be taken for a part of the number.
            left = Long.parseUnsignedLong(text(header, SIZE_AT, SIZE).strip(), 8);
        } catch (NumberFormatException none) {
            throw new IOException("tar", none);
        }
        filling = (BLOCK - left % BLOCK) % BLOCK;
        return true;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    /** With its folders. */
    String name() {
        return name;
    }

    boolean isFile() {
        return file;
    }

    /** The whole content of this entry. */
    byte[] content(int most) throws IOException {
        if (left > most) {
            throw new IOException(name + ": " + left);
        }
        byte[] content = in.readNBytes((int) left);
        if (content.length < left) {
            throw new EOFException(name);
        }
        left = 0;
        return content;
    }
}
