package convas.tensor;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Map;

/**
 * Safetensors: eight bytes of header length, a JSON header with type, shape and place of every tensor, then the data.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class SafetensorsFormat {
    /** Values that are written at once. */
    private static final int PART = 1 << 20;

    private static final int LONGEST_HEADER = 100_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SafetensorsFormat() {}

    /** @param start of the data, from the beginning of the file */
    record Header(long start, SafetensorsHeader described) {}

    static Header header(FileChannel channel) throws IOException {
        long left = channel.size() - Long.BYTES;
        long length = left < 0 ? -1 : fully(channel, 0, Long.BYTES).getLong();
        if (length < 2 || length > Math.min(left, LONGEST_HEADER)) {
            throw new DamagedFileException("", "tensor.file.safetensors.header");
        }
        byte[] text = fully(channel, Long.BYTES, (int) length).array();
        long start = Long.BYTES + length;
        return new Header(start, SafetensorsHeader.read(text, channel.size() - start, SafetensorsHeader.MOST));
    }

    static ByteBuffer fully(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (data.hasRemaining() && channel.read(data, position + data.position()) >= 0) {
            // A read may stop short; the next one goes on from there.
            continue;
        }
        return data.flip();
    }

    /** Writes tensors as 32-bit floats, part by part. */
    static void write(OutputStream out, Map<String, ? extends TensorData> tensors, Map<String, String> metadata)
            throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            metadata.forEach(header.putObject(SafetensorsHeader.METADATA)::put);
        }
        long at = 0;
        for (Map.Entry<String, ? extends TensorData> tensor : tensors.entrySet()) {
            long end = at + tensor.getValue().shape().elements() * Float.BYTES;
            ObjectNode described = header.putObject(tensor.getKey()).put("dtype", "F32");
            tensor.getValue().shape().sizes().forEach(described.putArray("shape")::add);
            described.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        byte[] text = JSON.writeValueAsBytes(header);
        byte[] padded = Arrays.copyOf(text, (text.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length)
                .array());
        out.write(padded);
        for (TensorData tensor : tensors.values()) {
            values(out, tensor);
        }
    }

    /** The values of a tensor, part by part. */
    static void values(OutputStream out, TensorData tensor) throws IOException {
        long size = tensor.shape().elements();
        for (long from = 0; from < size; from += PART) {
            out.write(NpzFormat.littleEndian(tensor.values(from, (int) Math.min(PART, size - from))));
        }
    }
}
