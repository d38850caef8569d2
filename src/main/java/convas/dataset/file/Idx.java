package convas.dataset.file;

import convas.dataset.DataProblem;
import convas.dataset.DatasetOption;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    private Idx(int[] sizes, byte[] content) {
        this.sizes = sizes;
        this.content = content;
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
        long expected = header;
        long values = 1;
        for (int size : sizes) {
            // More than any file has, and never an overflow.
            values = size < 0 ? Integer.MAX_VALUE : Math.min(Integer.MAX_VALUE, values * size);
        }
        expected += values;
        if (content.length != expected) {
            problems.add(DataProblem.of(DatasetOption.PATH, "dataset.file.length", file, expected, content.length));
            return Optional.empty();
        }
        return Optional.of(new Idx(sizes, Arrays.copyOfRange(content, header, content.length)));
    }

    int size(int dimension) {
        return sizes[dimension];
    }

    /** The values, the last dimension fastest. */
    byte[] values() {
        return content;
    }
}
