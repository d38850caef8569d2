package convas.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** NumPy's archive of arrays: a zip file of {@code NAME.npy} entries, as {@code numpy.savez} writes it. */
final class NpzFormat {
    private static final String SUFFIX = ".npy";

    /** Reproducible archives: the entries' date is the earliest that a zip file knows. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzFormat() {}

    /** Every array of it; whatever else it holds makes it none of weights. */
    static Map<String, FloatTensor> read(Path file) throws IOException {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        try (NumpyArchive archive = NumpyArchive.open(file)) {
            if (!archive.others().isEmpty()) {
                throw new DamagedFileException(
                        "", "tensor.file.npz.entry", archive.others().get(0));
            }
            for (NumpyHead head : archive.heads()) {
                NumpyArray array = archive.read(head.name());
                tensors.put(head.name(), new FloatTensor(array.shape(), array.floats()));
            }
        }
        return tensors;
    }

    static void write(OutputStream out, Map<String, FloatTensor> tensors) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, FloatTensor> tensor : tensors.entrySet()) {
                ZipEntry entry = new ZipEntry(tensor.getKey() + SUFFIX);
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                zip.write(NpyHeader.bytes(tensor.getValue().shape()));
                zip.write(littleEndian(tensor.getValue().values()));
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
