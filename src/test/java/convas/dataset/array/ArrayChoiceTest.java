package convas.dataset.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.dataset.Dataset;
import convas.dataset.OpenedKinds;
import convas.dataset.Split;
import convas.dataset.Survey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The archives are NumPy's own, see {@code src/test/python/npz_samples.py}. */
final class ArrayChoiceTest {
    private static final Path FOLDER = Path.of("src/test/resources/dataset/npz");

    private static Dataset open(String file, Object... options) throws Exception {
        return OpenedKinds.open(new Npz(), FOLDER.resolve(file), options);
    }

    private static List<String> structure(Dataset dataset) {
        return OpenedKinds.sentences(dataset.survey().findings().stream()
                .filter(finding -> finding.topic() == Survey.Topic.STRUCTURE)
                .map(Survey.Finding::sentence)
                .toList());
    }

    @Test
    void readsKerasArchivesWithTheirTestToValidate() throws Exception {
        Dataset dataset = open("keras.npz");
        assertEquals(9, dataset.size());
        assertEquals(Optional.of(new Split(List.of(0, 1, 2, 3, 4, 5), List.of(6, 7, 8))), dataset.split());
        assertEquals(
                List.of(
                        "Trains: inputs \"x_train\" (6, 2, 2) uint8, targets \"y_train\" (6,) uint8.",
                        "For tests: inputs \"x_test\" (3, 2, 2) uint8, targets \"y_test\" (3,) uint8.",
                        "The arrays were recognised by their names.",
                        "No arrays are for validation, so those for tests validate.",
                        "The targets \"y_train\", \"y_test\" count the classes, from 0 to 2."),
                structure(dataset));
        // numpy.arange(48) in (12, 2, 2): the second image for tests begins with 28.
        assertEquals(28 / 255f, OpenedKinds.read(dataset, 7)[0]);
        assertEquals(1, dataset.label(7));
        assertEquals("x_test[1]", dataset.place(7));
    }

    @Test
    void readsMedicalArchivesOfThreePartsWithColumnsOfLabels() throws Exception {
        Dataset dataset = open("medmnist.npz", "layout", "NHWC");
        assertEquals(List.of(3, 2, 2), dataset.shape().sizes());
        assertEquals(3, dataset.targets().size());
        Split split = dataset.split().orElseThrow();
        assertEquals(6, split.training().size());
        assertEquals(List.of(6, 7, 8), split.validation());
        assertEquals(List.of(9, 10, 11), split.test());
        // numpy.arange(144) in (12, 2, 2, 3): val_images[2] begins with 96.
        assertEquals(96 / 255f, OpenedKinds.read(dataset, 8)[0]);
    }

    @Test
    void knowsUsualNamesAndShapesThatLeaveOneReading() throws Exception {
        Dataset usual = open("sklearn.npz");
        assertEquals(
                "Trains: inputs \"data\" (12, 3) float32, targets \"target\" (12,) int64.",
                structure(usual).get(0));
        Dataset shapes = open("shapes.npz");
        assertEquals(
                List.of(
                        "Trains: inputs \"spectra\" (12, 3) float32, targets \"kind\" (12,) int64.",
                        "The arrays were recognised by their shapes: no others go together."),
                structure(shapes).subList(0, 2));
        assertArrayEquals(new float[] {33, 34, 35}, OpenedKinds.read(shapes, 11));
    }

    @Test
    void listsTheArraysWhereSeveralReadingsArePossible() throws Exception {
        Path file = FOLDER.resolve("undecided.npz");
        assertEquals(
                List.of("The names and shapes of the arrays in " + file + " do not tell which are inputs and which are"
                        + " targets; choose with \"inputs\" and \"targets\". The file has: \"spectra\" (12, 3) float32,"
                        + " \"kind\" (12,) int64, \"plant\" (12,) int64."),
                OpenedKinds.problems(new Npz(), file));
        Dataset chosen = open("undecided.npz", "targets", "plant");
        assertEquals(
                List.of(
                        "Trains: inputs \"spectra\" (12, 3) float32, targets \"plant\" (12,) int64.",
                        "The arrays are those that the recipe names."),
                structure(chosen).subList(0, 2));
        Path other = FOLDER.resolve("other.npz");
        assertEquals(
                List.of(other + " has no array \"b\"; it has: \"a\" (3,) float64."),
                OpenedKinds.problems(new Npz(), other, "targets", "b"));
    }

    @Test
    void takesThePartsThatAreNamed() throws Exception {
        Dataset dataset = open(
                "medmnist.npz", "inputs", "test_images", "targets", "test_labels", "validation_inputs", "train_images");
        assertEquals(Optional.of(new Split(List.of(0, 1, 2), List.of(3, 4, 5, 6, 7, 8))), dataset.split());
        assertEquals("train_images[0]", dataset.place(3));
    }

    @Test
    void leavesAsidePartsWithoutTargets() throws Exception {
        Dataset dataset = open("untargeted.npz");
        assertEquals(6, dataset.size());
        assertEquals(Optional.empty(), dataset.split());
    }

    @Test
    void refusesPartsOfOtherSizes() {
        Path file = FOLDER.resolve("uneven-parts.npz");
        assertEquals(
                List.of("The samples of the array \"x_test\" of " + file
                        + ", (6, 2) float32, have other sizes than those" + " of \"x_train\", (6, 3) float32."),
                OpenedKinds.problems(new Npz(), file));
    }

    @Test
    void readsWhatNamesSay() {
        assertEquals("TRAINING INPUTS", said("X_train"));
        assertEquals("TRAINING INPUTS", said("trainX"));
        assertEquals("TRAINING TARGETS", said("ytrain"));
        assertEquals("TRAINING TARGETS", said("train_data_y"));
        assertEquals("VALIDATION INPUTS", said("val_images"));
        assertEquals("VALIDATION TARGETS", said("labels-valid"));
        assertEquals("TEST INPUTS", said("test_data"));
        assertEquals("- TARGETS", said("Y"));
        assertEquals("TRAINING -", said("train_mask"));
        assertEquals("- -", said("label_names"));
        assertEquals("- -", said("arr_0"));
        assertEquals("TRAINING -", said("x_train_y"));
    }

    private static String said(String name) {
        ArrayName read = ArrayName.of(name);
        return read.part().map(Enum::name).orElse("-") + " "
                + read.role().map(Enum::name).orElse("-");
    }
}
