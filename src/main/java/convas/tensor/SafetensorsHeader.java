package convas.tensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import convas.operator.TensorShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the header of a safetensors file says. It is read piece by piece, so that one of many megabytes takes little more
 * memory than its tensors' names, and no longer than the tensors that a file may have.
 *
 * @param places in file order; the data are exactly those tensors, one after the other
 */
record SafetensorsHeader(List<Place> places, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    /** More tensors than any network has. */
    static final int MOST = 1_000_000;

    /** NumPy has as many dimensions at most. */
    private static final int MOST_DIMENSIONS = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** One tensor; offsets count from the end of the header. */
    record Place(String name, ElementType type, TensorShape shape, long begin, long end) {}

    /**
     * Reads it.
     *
     * @param dataLength bytes that follow the header
     * @param most tensors that there may be
     */
    static SafetensorsHeader read(byte[] text, long dataLength, int most) throws IOException {
        List<Place> places = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw damaged();
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                if (places.size() == most && !name.equals(METADATA)) {
                    throw new DamagedFileException("", "tensor.file.many", most + " +", most);
                }
                in.nextToken();
                if (name.equals(METADATA)) {
                    metadata(in, metadata);
                } else {
                    places.add(place(name, in));
                }
            }
            if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
                throw damaged();
            }
        } catch (JsonProcessingException broken) {
            throw damaged();
        }
        return new SafetensorsHeader(inOrder(places, dataLength), metadata);
    }

    private static DamagedFileException damaged() {
        return new DamagedFileException("", "tensor.file.safetensors.header");
    }

    private static void metadata(JsonParser in, Map<String, String> metadata) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            boolean isText = in.nextToken().isScalarValue();
            metadata.put(name, isText ? in.getText() : "");
            in.skipChildren();
        }
    }

    private static Place place(String name, JsonParser in) throws IOException {
        String type = "";
        Optional<List<Long>> shape = Optional.empty();
        Optional<List<Long>> offsets = Optional.empty();
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new DamagedFileException(name, "tensor.file.safetensors.entry");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            switch (field) {
                case "dtype" -> type = value.isScalarValue() ? in.getText() : "";
                case "shape" -> shape = wholes(in);
                case "data_offsets" -> offsets = wholes(in);
                default -> in.skipChildren();
            }
        }
        if (shape.isEmpty() || offsets.isEmpty() || offsets.get().size() != 2) {
            throw new DamagedFileException(name, "tensor.file.safetensors.entry");
        }
        Optional<ElementType> known = ElementType.named(type);
        if (known.isEmpty()) {
            throw new DamagedFileException(name, "tensor.file.type", type);
        }
        TensorShape sizes = new TensorShape(shape.get());
        long begin = offsets.get().get(0);
        long end = offsets.get().get(1);
        long bytes = Sizes.bytes(name, sizes, known.get());
        if (end - begin != bytes) {
            throw new DamagedFileException(name, "tensor.file.length", sizes.display(), bytes, end - begin);
        }
        return new Place(name, known.get(), sizes, begin, end);
    }

    /** Whole numbers from 0 on; absent where it is anything else. */
    private static Optional<List<Long>> wholes(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return Optional.empty();
        }
        List<Long> numbers = new ArrayList<>();
        boolean sound = true;
        int depth = 1;
        while (depth > 0) {
            JsonToken next = in.nextToken();
            if (next == null) {
                throw damaged();
            }
            depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
            sound &= depth == 0 || next == JsonToken.VALUE_NUMBER_INT && numbers.size() < MOST_DIMENSIONS;
            sound = sound && (depth == 0 || in.getNumberType() != JsonParser.NumberType.BIG_INTEGER);
            if (sound && depth > 0) {
                numbers.add(in.getLongValue());
                sound = in.getLongValue() >= 0;
            }
        }
        return sound ? Optional.of(numbers) : Optional.empty();
    }

    private static List<Place> inOrder(List<Place> places, long dataLength) throws DamagedFileException {
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
}
