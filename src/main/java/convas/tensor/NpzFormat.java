package convas.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes NumPy's archive of arrays: a zip file of {@code NAME.npy} entries, as {@code numpy.savez} writes it. */
final class NpzFormat {
    private static final String SUFFIX = ".npy";

    /** Reproducible archives: the entries' date is the earliest that a zip file knows. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzFormat() {}

    static void write(OutputStream out, Map<String, FloatTensor> tensors) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, FloatTensor> tensor : tensors.entrySet()) {
                ZipEntry entry = new ZipEntry(tensor.getKey() + SUFFIX);
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                zip.write(NpyHeader.bytes(tensor.getValue().shape()));
                SafetensorsFormat.values(zip, tensor.getValue());
                zip.closeEntry();
            }
        }
    }

    static byte[] littleEndian(float[] values) {
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return data.array();
    }
}
