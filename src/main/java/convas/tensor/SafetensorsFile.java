package convas.tensor;

import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.operator.TensorShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A safetensors file that is open: what is in it is known, values are read when they are asked for. */
public final class SafetensorsFile implements AutoCloseable {
    private final FileChannel channel;
    private final Map<String, TensorData> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata;

    private SafetensorsFile(FileChannel channel) throws IOException, DamagedFileException {
        this.channel = channel;
        SafetensorsFormat.Header header = SafetensorsFormat.header(channel);
        header.places().forEach(place -> tensors.put(place.name(), new Stored(place, header.start())));
        metadata = header.metadata();
    }

    /**
     * What a channel has, which becomes the file's and is closed where it is no such file.
     *
     * @param name of the file, for what is wrong with it
     */
    public static Reading<SafetensorsFile> open(FileChannel channel, Path name) throws IOException {
        try {
            return new Reading<>(Optional.of(new SafetensorsFile(channel)), List.of());
        } catch (DamagedFileException damaged) {
            channel.close();
            return new Reading<>(Optional.empty(), List.of(damaged.at(name)));
        } catch (IOException unreadable) {
            channel.close();
            return new Reading<>(
                    Optional.empty(),
                    List.of(Diagnostic.error(
                            name.toString(), "", "tensor.file.unreadable", DamagedFileException.reason(unreadable))));
        }
    }

    /** In the order of the file; not to be read once this is closed. */
    public Map<String, TensorData> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException read) {
            // Nothing was written.
        }
    }

    private final class Stored implements TensorData {
        private final SafetensorsFormat.Place place;
        private final long start;

        Stored(SafetensorsFormat.Place place, long start) {
            this.place = place;
            this.start = start;
        }

        @Override
        public TensorShape shape() {
            return place.shape();
        }

        @Override
        public float[] values(long from, int count) {
            int bytes = place.type().bytes();
            try {
                ByteBuffer data = SafetensorsFormat.fully(
                        channel, start + place.begin() + from * bytes, Math.multiplyExact(count, bytes));
                return place.type().decode(data);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
