package convas.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The archive is NumPy's own, see {@code src/test/resources/tensors/README.md}. */
class NumpyArchiveTest {
    private static final Path MIXED = Path.of("src", "test", "resources", "tensors", "mixed.npz");

    @Test
    void saysOfArraysOfAnyTypeWhatTheyAre() throws IOException {
        try (NumpyArchive archive = NumpyArchive.open(MIXED)) {
            assertEquals(
                    List.of(
                            "x (1, 2) float64",
                            "names (3,) <U1",
                            "meta () object",
                            "rows (1,) fields",
                            "z (1,) <c16",
                            "large (2,) int64"),
                    archive.heads().stream()
                            .map(head -> head.name() + " " + head.display())
                            .toList());
            assertEquals(
                    List.of("x", "large"),
                    archive.heads().stream()
                            .filter(NumpyHead::isNumeric)
                            .map(NumpyHead::name)
                            .toList());
        }
    }

    @Test
    void readsWhatIsAskedForBesideWhatHoldsNoNumbers() throws IOException {
        try (NumpyArchive archive = NumpyArchive.open(MIXED)) {
            assertArrayEquals(new float[] {1.5f, 2}, archive.read("x").floats());
            DamagedFileException none = assertThrows(DamagedFileException.class, () -> archive.read("names"));
            assertEquals("names", none.tensor());
            assertEquals("tensor.file.type", none.key());
        }
    }

    /** 2^53 - 1 and -(2^24 + 1) are whole numbers that 32-bit floats have not. */
    @Test
    void wholeNumbersStayExactAsDoubles() throws IOException {
        try (NumpyArchive archive = NumpyArchive.open(MIXED)) {
            assertArrayEquals(
                    new double[] {9007199254740991.0, -16777217.0},
                    archive.read("large").doubles());
        }
    }
}
