package convas.tensor;

import convas.file.AtomicFile;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tensors by name, as files hold them: weights, inputs, outputs, a checkpoint. Reads and writes safetensors and NumPy's
 * npz without the engine. Numbers of any usual type are read as 32-bit floats, and 32-bit floats are written.
 *
 * @param tensors in the order of the file
 * @param metadata short texts beside the tensors; safetensors only
 */
public record TensorFile(Map<String, FloatTensor> tensors, Map<String, String> metadata) {
    public TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public static TensorFile of(Map<String, FloatTensor> tensors) {
        return new TensorFile(tensors, Map.of());
    }

    /**
     * Opens a file; its first bytes tell which format it is. Nothing but names, types and shapes is read before it is asked
     * for. A file that is missing, cut off, damaged or something else is a problem that names the file and, where it can,
     * the tensor.
     */
    public static Reading<OpenTensors> open(Path file) {
        try {
            return new Reading<>(Optional.of(opened(file)), List.of());
        } catch (IOException unreadable) {
            return new Reading<>(Optional.empty(), List.of(problem(file, unreadable)));
        }
    }

    private static OpenTensors opened(Path file) throws IOException {
        if (isZip(file)) {
            NumpyArchive archive = NumpyArchive.open(file);
            try {
                return archive.ofTensorsOnly();
            } catch (DamagedFileException other) {
                archive.close();
                throw other;
            }
        }
        ForeignFormat.refuse(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new SafetensorsFile(channel);
        } catch (IOException | RuntimeException damaged) {
            channel.close();
            throw damaged;
        }
    }

    /** The same, all of it. */
    public static Reading<TensorFile> read(Path file) {
        Reading<OpenTensors> reading = open(file);
        if (reading.value().isEmpty()) {
            return new Reading<>(Optional.empty(), reading.problems());
        }
        try (OpenTensors open = reading.value().get()) {
            Map<String, FloatTensor> tensors = new LinkedHashMap<>();
            open.tensors().forEach((name, tensor) -> {
                int size = (int) Math.min(Integer.MAX_VALUE, tensor.shape().elements());
                tensors.put(name, new FloatTensor(tensor.shape(), tensor.values(0, size)));
            });
            return new Reading<>(Optional.of(new TensorFile(tensors, open.metadata())), List.of());
        } catch (UncheckedIOException damaged) {
            return new Reading<>(Optional.empty(), List.of(problem(file, damaged.getCause())));
        }
    }

    /** What an exception of opening a file or of {@link TensorData#values} tells of it. */
    public static Diagnostic problem(Path file, IOException unreadable) {
        if (unreadable instanceof DamagedFileException damaged) {
            return damaged.at(file);
        } else if (unreadable instanceof NoSuchFileException) {
            return Diagnostic.error(file.toString(), "", "tensor.file.missing");
        }
        return Diagnostic.error(file.toString(), "", "tensor.file.unreadable", DamagedFileException.reason(unreadable));
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    /**
     * Writes a file, safetensors where its name ends so, else npz, which has no place for {@link #metadata}. At any moment
     * the file is either the old or the new one, whole.
     */
    public void save(Path file) throws IOException {
        boolean safetensors =
                file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
        new AtomicFile().write(file, out -> {
            if (safetensors) {
                write(out, tensors, metadata);
            } else {
                NpzFormat.write(out, tensors);
            }
        });
    }

    /** Writes tensors as safetensors, of which but a part is in Java's memory at a time. */
    public static void write(OutputStream out, Map<String, ? extends TensorData> tensors, Map<String, String> metadata)
            throws IOException {
        SafetensorsFormat.write(out, tensors, metadata);
    }
}
