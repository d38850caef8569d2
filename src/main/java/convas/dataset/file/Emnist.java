package convas.dataset.file;

import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.DatasetOptions;
import convas.dataset.Survey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Handwritten letters and digits (Cohen, Afshar, Tapson, van Schaik, 2017), in six arrangements. Its files hold every
 * image with rows and columns exchanged; they are exchanged back, so that the letters stand upright.
 */
public final class Emnist implements DatasetKind {
    private static final String SPLIT = "split";

    /** Letters whose small and capital forms count as one class where forms are merged. */
    private static final String MERGED = "cijklmopsuvwxyz";

    /** The digits 0 to 9. */
    static List<String> digits() {
        return letters('0', '9');
    }

    private static List<String> letters(char first, char last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(letter -> String.valueOf((char) letter))
                .toList();
    }

    @Override
    public String name() {
        return "emnist";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(
                DatasetOption.path(),
                DatasetOption.choice(SPLIT, "balanced", "byclass", "bymerge", "letters", "digits", "mnist"));
    }

    @Override
    public boolean recognises(Path path) {
        return Entries.has(path, file -> file.startsWith("emnist-balanced-"));
    }

    @Override
    public Dataset open(DatasetOptions options, boolean glance) throws DatasetException {
        String split = options.choice(SPLIT);
        List<String> parts = Stream.of("train-images-idx3", "train-labels-idx1", "test-images-idx3", "test-labels-idx1")
                .map(part -> "emnist-" + split + "-" + part + "-ubyte")
                .toList();
        Entries entries = Entries.read(options.path(), parts::contains, Allowance.ofThisProcess(), Idx::length);
        List<Survey.Finding> findings = new ArrayList<>(entries.findings());
        findings.add(Survey.warning(Survey.Topic.IMAGES, "dataset.transposed"));
        return IdxImages.dataset(
                name(),
                options.path().toString(),
                classes(split),
                parts,
                entries.contents(),
                new IdxImages.Layout(true, split.equals("letters") ? 1 : 0),
                findings);
    }

    private static List<String> classes(String split) {
        return switch (split) {
            case "digits", "mnist" -> digits();
            case "letters" ->
                letters('A', 'Z').stream()
                        .map(letter -> letter + letter.toLowerCase(Locale.ROOT))
                        .toList();
            default ->
                Stream.of(
                                digits().stream(),
                                letters('A', 'Z').stream(),
                                letters('a', 'z').stream()
                                        .filter(letter -> split.equals("byclass") || !MERGED.contains(letter)))
                        .flatMap(names -> names)
                        .toList();
        };
    }
}
