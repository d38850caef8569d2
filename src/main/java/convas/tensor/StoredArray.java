package convas.tensor;

import convas.operator.TensorShape;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An array of an open npz file: its head is known, its numbers are unpacked when they are asked for. */
final class StoredArray implements TensorData {
    private final ZipFile zip;
    private final ZipEntry entry;
    private final String name;
    private final NpyHeader header;
    private CheckedInputStream in;
    private long at;

    StoredArray(ZipFile zip, ZipEntry entry, String name, NpyHeader header) {
        this.zip = zip;
        this.entry = entry;
        this.name = name;
        this.header = header;
    }

    @Override
    public TensorShape shape() {
        return header.shape();
    }

    NumpyHead head() {
        return new NumpyHead(
                name, header.typeName(), header.shape(), header.type().isPresent());
    }

    /** What it takes unpacked, by its head. */
    long bytes() throws DamagedFileException {
        return Sizes.bytes(name, header.shape(), type());
    }

    /**
     * All of it, with the last dimension fastest.
     *
     * @throws DamagedFileException where it holds no numbers, is larger than Java's arrays, damaged or cut off
     */
    NumpyArray read() throws IOException {
        ElementType type = type();
        byte[] data = bytes(0, Math.toIntExact(bytes()));
        byte[] ordered = header.columnsFirst() ? ColumnOrder.rowsFirst(data, header.shape(), type.bytes()) : data;
        return new NumpyArray(type, header.order(), header.shape(), ordered);
    }

    /** Quick where it is read from the first to the last value: what is before the first that is asked for is unpacked. */
    @Override
    public float[] values(long from, int count) {
        try {
            if (header.columnsFirst()) {
                // In the order of the file they are somewhere else, so all of them are needed.
                float[] all = read().floats();
                return Arrays.copyOfRange(all, Math.toIntExact(from), Math.toIntExact(from + count));
            }
            ElementType type = type();
            bytes();
            byte[] data = bytes(from * type.bytes(), Math.multiplyExact(count, type.bytes()));
            return type.decode(ByteBuffer.wrap(data).order(header.order()));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private ElementType type() throws DamagedFileException {
        return header.type().orElseThrow(() -> new DamagedFileException(name, "tensor.file.type", header.typeName()));
    }

    private byte[] bytes(long from, int count) throws IOException {
        try {
            if (in == null || from < at) {
                begin();
            }
            in.skipNBytes(from - at);
            byte[] data = in.readNBytes(count);
            at = from + data.length;
            long all = bytes();
            if (data.length < count) {
                throw new DamagedFileException(
                        name, "tensor.file.length", header.shape().display(), all, at);
            }
            if (at == all) {
                end(all);
            }
            return data;
        } catch (EOFException | ZipException damaged) {
            throw new DamagedFileException(name, "tensor.file.zip", DamagedFileException.reason(damaged));
        }
    }

    private void begin() throws IOException {
        in = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        NpyHeader.read(name, in);
        at = 0;
    }

    /** Nothing may follow, and what was read has to be what was written. */
    private void end(long all) throws IOException {
        try (InputStream read = in) {
            if (read.read() >= 0) {
                throw new DamagedFileException(
                        name, "tensor.file.length", header.shape().display(), all, entry.getSize());
            }
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new DamagedFileException(name, "tensor.file.checksum");
            }
        } finally {
            in = null;
        }
    }
}
