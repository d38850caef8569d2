package convas.dataset.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The files of a tar archive one after the other: a header of 512 bytes, then the content, filled up to 512. Of names longer
 * than a header's 100 bytes the end is understood, in GNU's and in pax' form; what else such headers say is of no interest.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06">the ustar form</a>
 */
final class Tar {
    static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int SUM_AT = 148;
    private static final int SUM = 8;
    private static final int KIND_AT = 156;
    private static final int LONGEST_NAME = 1 << 16;
    private static final String PAX_PATH = "path=";

    private final InputStream in;
    private String name;
    private String longName = "";
    private boolean file;
    private long size;
    private long left;
    private long filling;
    private long at;

    Tar(InputStream in) {
        this.in = in;
    }

    /** A header that is none. */
    static final class DamagedHeaderException extends IOException {
        private static final long serialVersionUID = 1;
        private final long at;

        DamagedHeaderException(long at) {
            this.at = at;
        }

        /** Where it begins, in the unpacked archive. */
        long at() {
            return at;
        }
    }

    /** Whether a file that begins so is a tar archive; that needs a whole header, whose sum is right. */
    static boolean isTar(byte[] start) {
        return start.length == BLOCK && hasItsSum(start);
    }

    /**
     * Goes to the next entry.
     *
     * @return whether there is one
     * @throws DamagedHeaderException where something else follows
     * @throws EOFException where the archive is cut off
     */
    boolean next() throws IOException {
        do {
            in.skipNBytes(left + filling);
            at += left + filling;
            left = 0;
            filling = 0;
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || isBlank(header)) {
                return false;
            } else if (header.length < BLOCK) {
                throw new EOFException();
            } else if (!hasItsSum(header)) {
                throw new DamagedHeaderException(at);
            }
            read(header);
        } while (isAboutTheNext(kind));
        return true;
    }

    private char kind;

    private void read(byte[] header) throws IOException {
        kind = (char) (header[KIND_AT] & 0xff);
        size = size(header);
        if (size < 0) {
            throw new DamagedHeaderException(at);
        }
        at += BLOCK;
        left = size;
        filling = (BLOCK - size % BLOCK) % BLOCK;
        if (isAboutTheNext(kind)) {
            longName = longName(kind == 'L');
            return;
        }
        file = kind == '0' || kind == 0;
        name = longName.isEmpty() ? text(header, 0, NAME) : longName;
        longName = "";
    }

    /** Whether what follows this header tells of the entry behind it. */
    private static boolean isAboutTheNext(char kind) {
        return kind == 'L' || kind == 'x' || kind == 'g' || kind == 'K';
    }

    /** GNU writes the name as the content, pax lines of length, key and value. */
    private String longName(boolean isGnu) throws IOException {
        if (kind == 'K' || kind == 'g' || size > LONGEST_NAME) {
            return longName;
        }
        byte[] content = in.readNBytes((int) size);
        if (content.length < size) {
            throw new EOFException();
        }
        at += size;
        left = 0;
        String text = text(content, 0, content.length);
        if (isGnu) {
            return text;
        }
        return text.lines()
                .filter(line -> line.indexOf(' ') >= 0)
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> line.startsWith(PAX_PATH))
                .map(line -> line.substring(PAX_PATH.length()))
                .findFirst()
                .orElse("");
    }

    private static boolean isBlank(byte[] header) {
        for (byte each : header) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** The sum of all bytes, where those of the sum itself count as spaces. */
    private static boolean hasItsSum(byte[] header) {
        long sum = 0;
        for (int index = 0; index < BLOCK; index++) {
            sum += index >= SUM_AT && index < SUM_AT + SUM ? ' ' : header[index] & 0xff;
        }
        return octal(header, SUM_AT, SUM) == sum;
    }

    /** In octal, or where that does not suffice in binary, which a first byte of 128 tells. */
    private static long size(byte[] header) {
        if ((header[SIZE_AT] & 0xff) != 0x80) {
            return octal(header, SIZE_AT, SIZE);
        }
        long value = 0;
        for (int index = SIZE_AT + 1; index < SIZE_AT + SIZE; index++) {
            if (value >> 54 != 0) {
                return -1;
            }
            value = value << 8 | header[index] & 0xff;
        }
        return value;
    }

    /** Below 0 where it is no such number. */
    private static long octal(byte[] header, int from, int length) {
        String digits = text(header, from, length).strip();
        if (digits.isEmpty() || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '7')) {
            return -1;
        }
        return Long.parseLong(digits, 8);
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(header, from, end), StandardCharsets.UTF_8);
    }

    /** With its folders. */
    String name() {
        return name;
    }

    boolean isFile() {
        return file;
    }

    /** As the header says. */
    long size() {
        return size;
    }

    /** What this entry holds; ends with it, or with an exception where the archive is cut off before. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (left == 0 || length == 0) {
                    return length == 0 ? 0 : -1;
                }
                int count = in.read(into, from, (int) Math.min(length, left));
                if (count < 0) {
                    throw new EOFException();
                }
                left -= count;
                at += count;
                return count;
            }
        };
    }
}
