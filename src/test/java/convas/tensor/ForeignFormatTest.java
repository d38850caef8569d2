package convas.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files are those of the tools themselves, see {@code src/test/python/foreign_samples.py}. */
class ForeignFormatTest {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "tensors", "foreign");

    @TempDir
    private Path folder;

    private static String sentence(Path file, Locale locale) {
        var problems = TensorFile.open(file).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(file.toString(), problems.get(0).path());
        return problems.get(0).sentence(new Texts(locale));
    }

    @ParameterizedTest
    @CsvSource({
        "state.pt, This is a PyTorch checkpoint, state.safetensors",
        "checkpoint.pth, This is a PyTorch checkpoint, checkpoint.safetensors",
        "old.pt, This is a PyTorch checkpoint, old.safetensors",
        "script.pt, This is a TorchScript module, script.safetensors",
        "arrays.pkl, This is a Python pickle, arrays.npz",
        "array.npy, This is a single NumPy array, array.npz",
        "array.npz, This is packed with gzip, gunzip",
        "weights.h5, This is an HDF5 file, weights.npz",
        "model.onnx, This is an ONNX model, model.safetensors",
        "picture.png, This is an image, picture.npz",
        "notes.txt, This is a text, safetensors",
        "nothing.npz, The file is empty, empty"
    })
    void whatIsNoFileOfTensorsIsNamedWithWhatToDo(String name, String says, String makes) {
        String english = sentence(FIXTURES.resolve(name), Locale.ENGLISH);
        assertTrue(english.startsWith(says), english);
        assertTrue(english.contains(makes), english);
        String chinese = sentence(FIXTURES.resolve(name), Locale.SIMPLIFIED_CHINESE);
        assertTrue(chinese.codePoints().anyMatch(Character::isIdeographic), chinese);
    }

    @Test
    void dataInAnNpzFileThatIsNoneIsNamedToo() {
        DamagedFileException packed =
                assertThrows(DamagedFileException.class, () -> NumpyArchive.open(FIXTURES.resolve("array.npz")));
        assertEquals("tensor.foreign.gzip", packed.key());
    }

    /** What is told is copied into a shell by people. */
    @Test
    void aNameThatMeansSomethingToAShellIsNotPutIntoTheLine() throws IOException {
        for (String name : List.of("$(touch x).pt", "a'b.pt", "a\"b.pt", "a`b.pt", "-rf.pt", "a;b.pt")) {
            Path file = Files.copy(FIXTURES.resolve("state.pt"), folder.resolve(name));
            String told = sentence(file, Locale.ENGLISH);
            assertTrue(told.contains("torch.load('FILE',") && told.contains("'weights.safetensors'"), told);
        }
        Path plain = Files.copy(FIXTURES.resolve("state.pt"), folder.resolve("größe 2.pt"));
        assertTrue(sentence(plain, Locale.ENGLISH).contains("torch.load('größe 2.pt',"));
    }
}
