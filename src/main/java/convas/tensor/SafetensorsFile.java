package convas.tensor;

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
public final class SafetensorsFile implements OpenTensors {
    private final FileChannel channel;
    private final Map<String, TensorData> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata;

    SafetensorsFile(FileChannel channel) throws IOException {
        this.channel = channel;
        SafetensorsFormat.Header header = SafetensorsFormat.header(channel);
        header.described().places().forEach(place -> tensors.put(place.name(), new Stored(place, header.start())));
        metadata = header.described().metadata();
    }

    /**
     * What a channel has, which becomes the file's and is closed where it is no such file.
     *
     * @param name of the file, for what is wrong with it
     */
    public static Reading<SafetensorsFile> open(FileChannel channel, Path name) throws IOException {
        try {
            return new Reading<>(Optional.of(new SafetensorsFile(channel)), List.of());
        } catch (IOException damaged) {
            channel.close();
            return new Reading<>(Optional.empty(), List.of(TensorFile.problem(name, damaged)));
        }
    }

    @Override
    public Map<String, TensorData> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    @Override
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
        private final SafetensorsHeader.Place place;
        private final long start;

        Stored(SafetensorsHeader.Place place, long start) {
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
                if (data.remaining() < Math.multiplyExact(count, bytes)) {
                    throw new DamagedFileException(
                            place.name(),
                            "tensor.file.length",
                            place.shape().display(),
                            place.end() - place.begin(),
                            from * bytes + data.remaining());
                }
                return place.type().decode(data);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
