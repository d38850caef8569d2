package convas.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.text.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DataProblemTest {
    private static final Path FILE = Path.of("cats", "7.png");

    private static String told(IOException why) {
        DataProblem problem = DataProblem.unreadable(DatasetOption.PATH, "dataset.corrupt", FILE, why);
        return new Texts(Locale.ENGLISH).get(problem.key(), problem.arguments());
    }

    @Test
    void deniedAccessIsSaidWhereTheSystemOnlyRepeatsTheName() {
        assertEquals(
                "Access to the image " + FILE + " is denied. With \"corrupt\": \"skip\" it would be left out.",
                told(new AccessDeniedException(FILE.toString())));
    }

    @Test
    void aFileThatIsGoneIsSaidToBe() {
        assertEquals("There is no file or folder " + FILE + ".", told(new NoSuchFileException(FILE.toString())));
    }

    @Test
    void anyOtherReasonIsTheExceptionsOwn() {
        assertEquals(
                "The image " + FILE + " cannot be read: no JPEG. With \"corrupt\": \"skip\" it would be left out.",
                told(new IOException("no JPEG")));
        assertEquals(
                "The image " + FILE + " cannot be read: IOException. With \"corrupt\": \"skip\" it would be left out.",
                told(new IOException()));
    }
}
