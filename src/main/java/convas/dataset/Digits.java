package convas.dataset;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * 1,797 handwritten digits, 8 x 8, one channel, pixel counts 0 to 16: the test part of "Optical Recognition of
 * Handwritten Digits" (E. Alpaydin, C. Kaynak; UCI Machine Learning Repository, CC BY 4.0). Bundled; needs no network.
 */
public final class Digits implements DatasetKind {
    private static final String RESOURCE = "digits.csv.gz";
    private static final SampleShape SHAPE = SampleShape.image(1, 8, 8);
    private static final int WHITE = 16;
    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    @Override
    public String name() {
        return "digits";
    }

    /** @throws DatasetException where the program is not as it was built */
    @Override
    public Dataset open(DatasetOptions options, boolean glance) throws DatasetException {
        try {
            return load();
        } catch (IOException broken) {
            throw new DatasetException(
                    List.of(DataProblem.of("", "dataset.unreadable", name(), broken.getMessage())), broken);
        }
    }

    /** The digits; they need no options. */
    ByteImages load() throws IOException {
        byte[] text = read();
        List<String> rows = new String(text, StandardCharsets.US_ASCII).lines().toList();
        byte[] pixels = new byte[rows.size() * SHAPE.elements()];
        int[] labels = new int[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row).split(",");
            if (cells.length != SHAPE.elements() + 1) {
                throw new IOException(RESOURCE + ", line " + (row + 1) + ": " + cells.length + " values");
            }
            for (int pixel = 0; pixel < SHAPE.elements(); pixel++) {
                pixels[row * SHAPE.elements() + pixel] = Byte.parseByte(cells[pixel]);
            }
            labels[row] = Integer.parseInt(cells[SHAPE.elements()]);
        }
        return new ByteImages(
                name(),
                SHAPE,
                CLASSES,
                pixels,
                WHITE,
                labels,
                Digest.sha256().add(text).text(),
                Optional.empty(),
                new Survey(List.of(Survey.note(Survey.Topic.STRUCTURE, "datasurvey.structure.bundled", rows.size()))));
    }

    private static byte[] read() throws IOException {
        try (InputStream resource = Digits.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            try (InputStream plain = new GZIPInputStream(resource)) {
                return plain.readAllBytes();
            }
        }
    }
}
