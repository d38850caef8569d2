package convas.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A {@code .npz} file that is open: what its arrays are is known at once, and those that are asked for are read. What
 * nobody asks for may be anything, texts, objects of Python, or damaged, and is never unpacked, however large it would be.
 */
public final class NumpyArchive implements OpenTensors {
    private static final String SUFFIX = ".npy";

    /** More arrays than any network has. */
    private static final int MOST = 1_000_000;

    private final ZipFile zip;
    private final Map<String, StoredArray> arrays = new LinkedHashMap<>();
    private final List<NumpyHead> heads = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();

    private NumpyArchive(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Reads the beginning of each array.
     *
     * @throws DamagedFileException where it is no such file, with what it is where that can be told, or an array has no
     *     readable beginning
     * @throws IOException where it cannot be read
     */
    public static NumpyArchive open(Path file) throws IOException {
        try {
            ForeignFormat.refuse(file);
            NumpyArchive archive = new NumpyArchive(new ZipFile(file.toFile()));
            try {
                archive.refuseForeign(file);
                archive.readHeads();
                return archive;
            } catch (IOException | RuntimeException failed) {
                archive.close();
                throw failed;
            }
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new DamagedFileException("", "tensor.file.zip", DamagedFileException.reason(damaged));
        }
    }

    /** Other archives are told apart by the names of what is in them, before anything of it is read. */
    private void refuseForeign(Path file) throws IOException {
        if (zip.size() > MOST) {
            throw new DamagedFileException("", "tensor.file.many", zip.size(), MOST);
        }
        boolean hasConstants = zip.stream().anyMatch(entry -> entry.getName().endsWith("/constants.pkl"));
        Optional<ForeignFormat> found = zip.stream()
                .flatMap(entry -> ForeignFormat.ofEntry(entry.getName(), hasConstants).stream())
                .findFirst();
        if (found.isPresent()) {
            throw found.get().refusal(file);
        }
    }

    private void readHeads() throws IOException {
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (!entry.getName().endsWith(SUFFIX)) {
                others.add(entry.getName());
                continue;
            }
            String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
            NpyHeader header;
            try (InputStream in = zip.getInputStream(entry)) {
                header = NpyHeader.read(name, in);
            }
            StoredArray array = new StoredArray(zip, entry, name, header);
            heads.add(array.head());
            if (arrays.put(name, array) != null) {
                twice.add(name);
            }
        }
    }

    /** The same where every array of the file is one that is to be read, and nothing else may be in it. */
    NumpyArchive ofTensorsOnly() throws DamagedFileException {
        if (!others.isEmpty()) {
            throw new DamagedFileException("", "tensor.file.npz.entry", others.get(0));
        }
        if (!twice.isEmpty()) {
            throw new DamagedFileException(twice.get(0), "tensor.file.twice");
        }
        return this;
    }

    /** In the order of the file. */
    public List<NumpyHead> heads() {
        return Collections.unmodifiableList(heads);
    }

    /** Names of what else is in the file. */
    public List<String> others() {
        return Collections.unmodifiableList(others);
    }

    /**
     * One array, whole.
     *
     * @param name of one of {@link #heads}
     * @throws DamagedFileException where it is damaged, holds no numbers, or takes more than fits Java's memory here
     * @throws IOException where it cannot be read
     */
    public NumpyArray read(String name) throws IOException {
        // Its numbers stand beside what they are stored as for a while.
        return read(name, Runtime.getRuntime().maxMemory() / 100 * 45);
    }

    NumpyArray read(String name, long most) throws IOException {
        if (twice.contains(name)) {
            throw new DamagedFileException(name, "tensor.file.twice");
        }
        StoredArray array = arrays.get(name);
        if (array.bytes() > most) {
            throw new DamagedFileException(name, "tensor.file.memory", array.bytes() >> 20, most >> 20);
        }
        return array.read();
    }

    @Override
    public Map<String, TensorData> tensors() {
        return Collections.unmodifiableMap(arrays);
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException read) {
            // Nothing was written.
        }
    }
}
