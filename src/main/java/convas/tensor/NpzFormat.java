package convas.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** NumPy's archive of arrays: a zip file of {@code NAME.npy} entries, as {@code numpy.savez} writes it. */
final class NpzFormat {
    private static final String SUFFIX = ".npy";

    /** Reproducible archives: the entries' date is the earliest that a zip file knows. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzFormat() {}

    static Map<String, FloatTensor> read(Path file) throws IOException, DamagedFileException {
        return NumpyArray.floats(arrays(file));
    }

    static Map<String, NumpyArray> arrays(Path file) throws IOException, DamagedFileException {
        Map<String, NumpyArray> tensors = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (!name.endsWith(SUFFIX)) {
                    throw new DamagedFileException("", "tensor.file.npz.entry", name);
                }
                name = name.substring(0, name.length() - SUFFIX.length());
                CRC32 sum = new CRC32();
                try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
                    if (tensors.put(name, array(name, in)) != null) {
                        throw new DamagedFileException(name, "tensor.file.twice");
                    }
                }
                if (sum.getValue() != entry.getCrc()) {
                    throw new DamagedFileException(name, "tensor.file.checksum");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new DamagedFileException("", "tensor.file.zip", DamagedFileException.reason(damaged));
        }
        return tensors;
    }

    private static NumpyArray array(String name, InputStream in) throws IOException, DamagedFileException {
        NpyHeader header = NpyHeader.read(name, in);
        long bytes = header.bytes(name);
        byte[] data = in.readNBytes(Math.toIntExact(bytes));
        if (data.length < bytes || in.read() >= 0) {
            throw new DamagedFileException(
                    name, "tensor.file.length", header.shape().display(), bytes, data.length);
        }
        return new NumpyArray(header.type(), header.order(), header.shape(), data);
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
