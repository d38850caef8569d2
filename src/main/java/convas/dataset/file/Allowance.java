package convas.dataset.file;

import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much a source may unpack to, so that the limit holds while it is read and not only afterwards. For one source.
 */
final class Allowance {
    /** What one array can hold. */
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private static final int PIECE = 1 << 22;

    private final long most;
    private long left;

    Allowance(long most) {
        this.most = most;
        this.left = most;
    }

    /** Samples stand beside what they are made of for a while. */
    static Allowance ofThisProcess() {
        return new Allowance(Runtime.getRuntime().maxMemory() / 100 * 45);
    }

    /**
     * The rest of a stream.
     *
     * @param said how much it is, if that is known; only a guess to begin with
     * @param path and
     * @param name what it is, for what is told
     * @throws DatasetException where it is more than is left
     */
    byte[] read(InputStream in, long said, Path path, String name) throws IOException, DatasetException {
        if (said > Math.min(left, LARGEST)) {
            throw DatasetException.of(
                    DatasetOption.PATH, "dataset.archive.large", path, name, megabytes(said), limit());
        }
        byte[] content = in.readNBytes((int) Math.max(0, said));
        List<byte[]> more = new ArrayList<>();
        long size = content.length;
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            size += piece.length;
            if (size > Math.min(left, LARGEST)) {
                throw DatasetException.of(DatasetOption.PATH, "dataset.archive.more", path, name, limit());
            }
            more.add(piece);
        }
        left -= size;
        return more.isEmpty() ? content : joined(content, more, (int) size);
    }

    private static byte[] joined(byte[] first, List<byte[]> more, int size) {
        byte[] all = Arrays.copyOf(first, size);
        int at = first.length;
        for (byte[] piece : more) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    private long limit() {
        return megabytes(Math.min(most, LARGEST));
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
