package convas.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no sound designs, each with the sentences that the user must see beside it. */
class BrokenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken/file");

    private final DesignFormat format = new DesignFormat();

    @ParameterizedTest
    @MethodSource("files")
    void aBrokenFileIsToldInFullSentences(Path file) throws IOException {
        Texts texts = new Texts(Locale.ENGLISH);
        Reading<Design> reading = format.read(file);
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".json", ".expected.txt"));
        assertEquals(
                Files.readString(expected),
                String.join(
                        "",
                        reading.problems().stream()
                                .map(problem -> problem.line(texts) + "\n")
                                .toList()));
        assertFalse(reading.isClean());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySentenceIsThereInChineseToo(Path file) {
        Texts english = new Texts(Locale.ENGLISH);
        Texts chinese = new Texts(Locale.SIMPLIFIED_CHINESE);
        format.read(file).problems().forEach(problem -> {
            assertFalse(problem.sentence(english).contains(problem.key()), problem.key());
            assertTrue(problem.sentence(chinese).codePoints().anyMatch(Character::isIdeographic), problem.key());
        });
    }

    @Test
    void thereAreAtLeastThirtyFive() throws IOException {
        assertTrue(files().size() >= 35);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
