package convas.dataset.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.OpenedKinds;
import convas.dataset.Reinterpretation;
import convas.dataset.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The archives are NumPy's own, see {@code src/test/python/npz_samples.py}. */
final class LabelsTest {
    private static final Path FOLDER = Path.of("src/test/resources/dataset/npz");

    private static Dataset open(String file, String labels) throws DatasetException {
        return OpenedKinds.open(new Npz(), FOLDER.resolve(file + ".npz"), "labels", labels);
    }

    private static List<String> classes(Dataset dataset) {
        return ((Targets.Classes) dataset.targets()).names();
    }

    private static List<Integer> labels(Dataset dataset) {
        return IntStream.range(0, 6).mapToObj(dataset::label).toList();
    }

    /** Option, value and number of outputs of the only other reading, which is told before a run. */
    private static String doubt(Dataset dataset) {
        assertEquals(1, dataset.reinterpretations().size());
        Reinterpretation other = dataset.reinterpretations().get(0);
        assertEquals(List.of(other.why()), dataset.notes());
        return other.option() + " " + other.value() + " " + other.outputs();
    }

    @Test
    void labelsThatCountFromOneAreDoubted() throws Exception {
        Dataset dataset = open("lab1", "found");
        assertEquals("labels from-1 3", doubt(dataset));
        Dataset right = open("lab1", "from-1");
        assertEquals(List.of("1", "2", "3"), classes(right));
        assertEquals(List.of(0, 1, 2, 0, 1, 2), labels(right));
        assertEquals(List.of(), right.notes());
    }

    @Test
    void wholeNumbersInFloatingPointAreDoubted() throws Exception {
        Dataset dataset = open("labf64", "found");
        assertTrue(dataset.targets() instanceof Targets.Numbers);
        assertEquals("labels from-0 3", doubt(dataset));
        Dataset right = open("labf64", "from-0");
        assertEquals(List.of("0", "1", "2"), classes(right));
        assertEquals(List.of(0, 1, 2, 0, 1, 2), labels(right));
        Dataset numbers = open("labf64", "numbers");
        assertTrue(numbers.targets() instanceof Targets.Numbers);
        assertEquals(List.of(), numbers.notes());
    }

    @Test
    void labelsWithGapsAreDoubted() throws Exception {
        Dataset dataset = open("gaps", "found");
        assertEquals(6, dataset.targets().size());
        assertEquals("labels distinct 3", doubt(dataset));
        assertEquals(
                List.of("The labels \"y\" of " + FOLDER.resolve("gaps.npz") + " go from 0 to 5 with gaps: no sample has"
                        + " 1, 3, 4. With \"labels\": \"distinct\" there are 3 classes."),
                OpenedKinds.sentences(dataset.notes()));
        Dataset right = open("gaps", "distinct");
        assertEquals(List.of("0", "2", "5"), classes(right));
        assertEquals(List.of(0, 1, 2, 0, 1, 2), labels(right));
    }

    @Test
    void fractionsAreNumbersAndEachAClassOnlyWhereAskedFor() throws Exception {
        Dataset numbers = open("fractions", "found");
        assertTrue(numbers.targets() instanceof Targets.Numbers);
        assertEquals(List.of(), numbers.reinterpretations());
        assertEquals(List.of("0.5", "2", "5"), classes(open("fractions", "distinct")));
        assertTrue(OpenedKinds.problems(new Npz(), FOLDER.resolve("fractions.npz"), "labels", "from-0")
                .get(0)
                .contains("is 0.5; expected a whole number from 0 to"));
        assertTrue(OpenedKinds.problems(new Npz(), FOLDER.resolve("labf64.npz"), "labels", "from-1")
                .get(0)
                .contains("is 0; expected a whole number from 1 to"));
    }

    /** 2^24 and 2^24 + 1 are one 32-bit float. */
    @Test
    void largeLabelsStayApart() throws Exception {
        Dataset dataset = open("large", "distinct");
        assertEquals(List.of("16777216", "16777217"), classes(dataset));
        assertEquals(List.of(0, 1, 0, 1, 0, 1), labels(dataset));
        assertTrue(OpenedKinds.problems(new Npz(), FOLDER.resolve("large.npz"))
                .get(0)
                .contains("is 16777216; expected a whole number from 0 to 99999. With \"labels\": \"distinct\""));
    }

    @Test
    void signsAreTwoClassesWhereEachValueIsOne() throws Exception {
        Dataset dataset = open("signed", "distinct");
        assertEquals(List.of("-1", "1"), classes(dataset));
        assertEquals(List.of(0, 1, 0, 1, 0, 1), labels(dataset));
    }

    /** NumPy: eye(3)[[2, 0, 1, 2, 0, 1]] as float64. */
    @Test
    void oneHotRowsAreLabelsAndSaidSo() throws Exception {
        Dataset dataset = open("onehot", "found");
        assertEquals(List.of("0", "1", "2"), classes(dataset));
        assertEquals(List.of(2, 0, 1, 2, 0, 1), labels(dataset));
        assertTrue(OpenedKinds.sentences(dataset.survey().findings().stream()
                        .map(finding -> finding.sentence())
                        .toList())
                .contains("The targets \"y\" are one-hot, one 1 a row, and are read as labels: 3 classes."));
        Dataset numbers = open("onehot", "numbers");
        assertEquals(3, ((Targets.Numbers) numbers.targets()).size());
    }

    @Test
    void rowsOfSeveralOnesAreNoLabels() throws Exception {
        Path file = FOLDER.resolve("many-hot.npz");
        assertEquals(
                List.of("The targets \"y\" of " + file
                        + ", 2 a sample, are not one-hot (one 1 and else"
                        + " 0), so no sample has one class. With \"labels\": \"numbers\" they are learnt as numbers; where"
                        + " each is a yes or no of its own, with \"loss\": \"bce\" too."),
                OpenedKinds.problems(new Npz(), file));
        float[] first = new float[2];
        open("many-hot", "numbers").target(0, first, 0);
        assertEquals(1, first[0]);
        assertEquals(1, first[1]);
    }
}
