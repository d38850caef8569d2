package convas.dataset.file;

import convas.dataset.DataProblem;
import convas.dataset.DatasetOption;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An array of bytes in the IDX form: two zero bytes, the type (8: unsigned bytes), the number of dimensions, their sizes
 * as 32-bit numbers with the highest byte first, then the values.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">the description</a>
 */
final class Idx {
    private static final int UNSIGNED_BYTES = 8;

    private final int[] sizes;
    private final byte[] content;
    private final int header;

    private Idx(int[] sizes, byte[] content, int header) {
        this.sizes = sizes;
        this.content = content;
        this.header = header;
    }

    /** How long a file that begins so is by its header; no more than the beginning where it is none of these files. */
    static long length(byte[] start) {
        ByteBuffer in = ByteBuffer.wrap(start);
        int dimensions = start.length < Integer.BYTES ? 0 : in.getInt() ^ UNSIGNED_BYTES << 8;
        if (dimensions < 1 || dimensions > 3 || in.remaining() < dimensions * Integer.BYTES) {
            return start.length;
        }
        long values = 1;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            // More than any file has, and never an overflow.
            int size = in.getInt();
            values = size < 0 ? Integer.MAX_VALUE : Math.min(Integer.MAX_VALUE, values * size);
        }
        return values + Integer.BYTES * (1 + dimensions);
    }

    /**
     * Reads a file.
     *
     * @param dimensions that it has to have
     * @param problems gets why it is none
     */
    static Optional<Idx> read(String file, byte[] content, int dimensions, List<DataProblem> problems) {
        int header = Integer.BYTES * (1 + dimensions);
        int magic = UNSIGNED_BYTES << 8 | dimensions;
        if (content.length < header || ByteBuffer.wrap(content).getInt() != magic) {
            String found = content.length < Integer.BYTES
                    ? String.valueOf(content.length)
                    : String.format(
                            Locale.ROOT, "%08x", ByteBuffer.wrap(content).getInt());
            problems.add(DataProblem.of(
                    DatasetOption.PATH, "dataset.idx.magic", file, String.format(Locale.ROOT, "%08x", magic), found));
            return Optional.empty();
        }
        int[] sizes = new int[dimensions];
        ByteBuffer.wrap(content, Integer.BYTES, header - Integer.BYTES)
                .asIntBuffer()
                .get(sizes);
        long expected = length(content);
        if (content.length != expected) {
            problems.add(
                    content.length > expected
                            ? DataProblem.of(DatasetOption.PATH, "dataset.file.longer", file, expected)
                            : DataProblem.of(
                                    DatasetOption.PATH, "dataset.file.length", file, expected, content.length));
            return Optional.empty();
        }
        return Optional.of(new Idx(sizes, content, header));
    }

    int size(int dimension) {
        return sizes[dimension];
    }

    /** How many values there are. */
    int count() {
        return content.length - header;
    }

    /** One value, 0 to 255; the last dimension is the fastest. */
    int value(int index) {
        return content[header + index] & 0xff;
    }

    /** All values. */
    void copyTo(byte[] into, int at) {
        System.arraycopy(content, header, into, at, count());
    }
}
