package convas.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A {@code .npz} file that is open: what its arrays are is known at once, and those that are asked for are read. What
 * nobody asks for may be anything, texts, objects of Python, or damaged.
 */
public final class NumpyArchive implements AutoCloseable {
    private static final String SUFFIX = ".npy";

    private final ZipFile zip;
    private final List<NumpyHead> heads = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private NumpyArchive(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Reads the beginning of each array.
     *
     * @throws DamagedFileException where it is no such file, or an array has no readable beginning
     * @throws IOException where it cannot be read
     */
    public static NumpyArchive open(Path file) throws IOException {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                NumpyArchive archive = new NumpyArchive(zip);
                archive.readHeads();
                return archive;
            } catch (IOException | RuntimeException failed) {
                zip.close();
                throw failed;
            }
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new DamagedFileException("", "tensor.file.zip", DamagedFileException.reason(damaged));
        }
    }

    private void readHeads() throws IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.getName().endsWith(SUFFIX)) {
                others.add(entry.getName());
                continue;
            }
            String name = name(entry);
            try (InputStream in = zip.getInputStream(entry)) {
                NpyHeader header = NpyHeader.read(name, in);
                heads.add(new NumpyHead(
                        name, header.typeName(), header.shape(), header.type().isPresent()));
            }
        }
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
    }

    /** In the order of the file. */
    public List<NumpyHead> heads() {
        return List.copyOf(heads);
    }

    /** Names of what else is in the file. */
    public List<String> others() {
        return List.copyOf(others);
    }

    /**
     * One array, whole.
     *
     * @param name of one of {@link #heads}
     * @throws DamagedFileException where it is damaged, or holds no numbers
     * @throws IOException where it cannot be read
     */
    public NumpyArray read(String name) throws IOException {
        if (heads.stream().filter(head -> head.name().equals(name)).count() > 1) {
            throw new DamagedFileException(name, "tensor.file.twice");
        }
        ZipEntry entry = zip.getEntry(name + SUFFIX);
        CRC32 sum = new CRC32();
        NumpyArray array;
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            array = array(name, in);
        } catch (ZipException | EOFException damaged) {
            throw new DamagedFileException(name, "tensor.file.zip", DamagedFileException.reason(damaged));
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new DamagedFileException(name, "tensor.file.checksum");
        }
        return array;
    }

    private static NumpyArray array(String name, InputStream in) throws IOException {
        NpyHeader header = NpyHeader.read(name, in);
        ElementType type =
                header.type().orElseThrow(() -> new DamagedFileException(name, "tensor.file.type", header.typeName()));
        long bytes = Sizes.bytes(name, header.shape(), type);
        byte[] data = in.readNBytes(Math.toIntExact(bytes));
        if (data.length < bytes || in.read() >= 0) {
            throw new DamagedFileException(
                    name, "tensor.file.length", header.shape().display(), bytes, data.length);
        }
        byte[] ordered = header.columnsFirst() ? ColumnOrder.rowsFirst(data, header.shape(), type.bytes()) : data;
        return new NumpyArray(type, header.order(), header.shape(), ordered);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
