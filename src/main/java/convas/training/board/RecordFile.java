package convas.training.board;

import convas.file.ClosedFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * TensorFlow's TFRecord file: for each record its length (8 bytes, little endian), the masked CRC-32C of those bytes, the
 * record, and the masked CRC-32C of the record. See {@code tensorflow.org/tutorials/load_data/tfrecord}.
 */
final class RecordFile implements AutoCloseable {
    private static final int MASK = 0xA282EAD8;

    private final OutputStream out;

    /** Begins a new file in a folder. */
    RecordFile(Path folder, String name) throws IOException {
        out = new ClosedFolder(folder).begin(name);
    }

    /** Adds a record; a reader sees it at once. */
    void add(byte[] data) throws IOException {
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(data.length)
                .array();
        ByteBuffer whole = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(masked(length))
                .put(data)
                .putInt(masked(data));
        out.write(whole.array());
        out.flush();
    }

    /** The CRC-32C of RFC 3720, turned and shifted so that the CRC of data that holds CRCs stays a good one. */
    static int masked(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
