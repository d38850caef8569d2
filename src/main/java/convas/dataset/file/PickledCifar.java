package convas.dataset.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Python version of CIFAR: each file a pickled dictionary with an array of bytes, a row of 3,072 for an image, and lists of
 * labels. They are turned into the records of the binary version.
 */
final class PickledCifar {
    private static final int PIXELS = 3 * 32 * 32;

    private PickledCifar() {}

    /**
     * The records of the binary version.
     *
     * @param labels names of the lists, in the order of the labels of a record
     * @throws IOException with what is wrong with it, or what it holds that is not read
     */
    static byte[] records(byte[] pickle, List<String> labels) throws IOException {
        Map<?, ?> fields = dictionary(pickle);
        if (!(fields.get("data") instanceof Pickle.Array images)
                || !images.type().endsWith("u1")
                || images.shape().size() != 2
                || images.shape().get(1) != PIXELS) {
            throw new IOException("no array \"data\" of bytes, (images, 3072)");
        }
        ByteBuffer pixels = images.data();
        if (images.shape().get(0) * PIXELS != pixels.remaining()) {
            throw new IOException("\"data\": " + images.shape() + ", " + pixels.remaining());
        }
        int count = pixels.remaining() / PIXELS;
        byte[] records = new byte[Math.multiplyExact(count, labels.size() + PIXELS)];
        ByteBuffer out = ByteBuffer.wrap(records);
        List<List<?>> all = labels.stream()
                .<List<?>>map(name -> fields.get(name) instanceof List<?> list ? list : List.of())
                .toList();
        for (int image = 0; image < count; image++) {
            for (int label = 0; label < labels.size(); label++) {
                out.put(label(labels.get(label), all.get(label), image, count));
            }
            out.put(pixels.slice(image * PIXELS, PIXELS));
        }
        return records;
    }

    private static byte label(String name, List<?> labels, int image, int count) throws IOException {
        if (labels.size() != count || !(labels.get(image) instanceof Long value) || value < 0 || value > 255) {
            throw new IOException("\"" + name + "\": " + labels.size() + " / " + count);
        }
        return (byte) (long) value;
    }

    /** The names of the classes, a line each; absent where there are none. */
    static Optional<String> names(byte[] pickle, String field) throws IOException {
        return dictionary(pickle).get(field) instanceof List<?> list
                ? Optional.of(
                        String.join("\n", list.stream().map(Pickle::string).toList()))
                : Optional.empty();
    }

    private static Map<?, ?> dictionary(byte[] pickle) throws IOException {
        if (!(Pickle.read(pickle) instanceof Map<?, ?> fields)) {
            throw new IOException("no dictionary");
        }
        return fields;
    }
}
