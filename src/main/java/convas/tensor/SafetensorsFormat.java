package convas.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.operator.TensorShape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Safetensors: eight bytes of header length, a JSON header with type, shape and place of every tensor, then the data.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class SafetensorsFormat {
    private static final String METADATA = "__metadata__";
    /** Values that are written at once. */
    private static final int PART = 1 << 20;

    private static final int LONGEST_HEADER = 100_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SafetensorsFormat() {}

    /** One tensor as the header describes it; offsets count from the end of the header. */
    record Place(String name, ElementType type, TensorShape shape, long begin, long end) {}

    /** @param start of the data, from the beginning of the file */
    record Header(long start, List<Place> places, Map<String, String> metadata) {}

    static Header header(FileChannel channel) throws IOException, DamagedFileException {
        JsonNode header = described(channel);
        long start = channel.position();
        List<Place> places = places(header, channel.size() - start);
        Map<String, String> metadata = new LinkedHashMap<>();
        header.path(METADATA)
                .properties()
                .forEach(field -> metadata.put(field.getKey(), field.getValue().asText()));
        return new Header(start, places, metadata);
    }

    static TensorFile read(Path file) throws IOException, DamagedFileException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Header header = header(channel);
            Map<String, FloatTensor> tensors = new LinkedHashMap<>();
            for (Place place : header.places()) {
                ByteBuffer data =
                        fully(channel, header.start() + place.begin(), Math.toIntExact(place.end() - place.begin()));
                tensors.put(
                        place.name(),
                        new FloatTensor(place.shape(), place.type().decode(data)));
            }
            return new TensorFile(tensors, header.metadata());
        }
    }

    private static JsonNode described(FileChannel channel) throws IOException, DamagedFileException {
        long left = channel.size() - Long.BYTES;
        long length = left < 0 ? -1 : fully(channel, 0, Long.BYTES).getLong();
        if (length < 2 || length > Math.min(left, LONGEST_HEADER)) {
            throw new DamagedFileException("", "tensor.file.safetensors.header");
        }
        byte[] text = fully(channel, Long.BYTES, (int) length).array();
        channel.position(Long.BYTES + length);
        try {
            JsonNode header = JSON.readTree(new String(text, StandardCharsets.UTF_8));
            if (!header.isObject()) {
                throw new DamagedFileException("", "tensor.file.safetensors.header");
            }
            return header;
        } catch (JsonProcessingException damaged) {
            throw new DamagedFileException("", "tensor.file.safetensors.header");
        }
    }

    static ByteBuffer fully(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (data.hasRemaining() && channel.read(data, position + data.position()) >= 0) {
            // A read may stop short; the next one goes on from there.
            continue;
        }
        return data.flip();
    }

    /** What the header describes, in file order; the data must be exactly those tensors, one after the other. */
    private static List<Place> places(JsonNode header, long dataLength) throws DamagedFileException {
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : header.properties()) {
            if (!field.getKey().equals(METADATA)) {
                places.add(place(field.getKey(), field.getValue()));
            }
        }
        places.sort(Comparator.comparingLong(Place::begin).thenComparing(Place::end));
        long at = 0;
        for (Place place : places) {
            if (place.begin() != at || place.end() > dataLength) {
                throw new DamagedFileException(
                        place.name(), "tensor.file.safetensors.offsets", place.begin(), place.end(), dataLength);
            }
            at = place.end();
        }
        if (at != dataLength) {
            throw new DamagedFileException("", "tensor.file.safetensors.rest", dataLength, at);
        }
        return places;
    }

    private static Place place(String name, JsonNode described) throws DamagedFileException {
        JsonNode sizes = described.path("shape");
        JsonNode offsets = described.path("data_offsets");
        if (!sizes.isArray() || !wholes(sizes) || offsets.size() != 2 || !wholes(offsets)) {
            throw new DamagedFileException(name, "tensor.file.safetensors.entry");
        }
        String type = described.path("dtype").asText();
        ElementType known =
                ElementType.named(type).orElseThrow(() -> new DamagedFileException(name, "tensor.file.type", type));
        List<Long> shape = new ArrayList<>();
        sizes.forEach(size -> shape.add(size.longValue()));
        Place place = new Place(
                name,
                known,
                new TensorShape(shape),
                offsets.get(0).longValue(),
                offsets.get(1).longValue());
        long bytes = Sizes.bytes(name, place.shape(), known);
        if (place.end() - place.begin() != bytes) {
            throw new DamagedFileException(
                    name, "tensor.file.length", place.shape().display(), bytes, place.end() - place.begin());
        }
        return place;
    }

    private static boolean wholes(JsonNode array) {
        for (JsonNode element : array) {
            if (!element.canConvertToLong() || !element.isIntegralNumber() || element.longValue() < 0) {
                return false;
            }
        }
        return true;
    }

    /** Writes tensors as 32-bit floats, part by part. */
    static void write(OutputStream out, Map<String, ? extends TensorData> tensors, Map<String, String> metadata)
            throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            metadata.forEach(header.putObject(METADATA)::put);
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
            long size = tensor.shape().elements();
            for (long from = 0; from < size; from += PART) {
                out.write(NpzFormat.littleEndian(tensor.values(from, (int) Math.min(PART, size - from))));
            }
        }
    }
}
