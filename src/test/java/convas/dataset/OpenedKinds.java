package convas.dataset;

import static org.junit.jupiter.api.Assertions.assertThrows;

import convas.text.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Opens kinds of datasets in tests. */
public final class OpenedKinds {
    private OpenedKinds() {}

    /** @param more names and values in turn; the kind's defaults stand for the others */
    public static Dataset open(DatasetKind kind, Path path, Object... more) throws DatasetException {
        return kind.open(options(kind, path, more), false);
    }

    /** What is told where it cannot be opened. */
    public static List<String> problems(DatasetKind kind, Path path, Object... more) {
        DatasetException bad = assertThrows(DatasetException.class, () -> open(kind, path, more));
        return sentences(bad.problems());
    }

    public static List<String> sentences(List<DataProblem> problems) {
        Texts texts = new Texts(Locale.ENGLISH);
        return problems.stream()
                .map(problem -> texts.get(problem.key(), problem.arguments()))
                .toList();
    }

    /** One sample. */
    public static float[] read(Dataset dataset, int sample) throws UnreadableSampleException {
        float[] values = new float[dataset.shape().elements()];
        dataset.read(sample, values, 0);
        return values;
    }

    public static DatasetOptions options(DatasetKind kind, Path path, Object... more) {
        Map<String, Object> values = new HashMap<>();
        kind.options().forEach(option -> option.standard().ifPresent(value -> values.put(option.name(), value)));
        values.put(DatasetOption.PATH, path);
        for (int index = 0; index < more.length; index += 2) {
            values.put((String) more[index], more[index + 1]);
        }
        return new DatasetOptions(values);
    }
}
