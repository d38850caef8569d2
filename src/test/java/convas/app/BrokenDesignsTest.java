package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
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

/** Designs whose files are sound and which make no sense, each with the sentences that the user must see beside it. */
class BrokenDesignsTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken/design");

    private final Analyzer analyzer = new Analyzer(BuiltinCatalog.create());

    @ParameterizedTest
    @MethodSource("files")
    void whatMakesNoSenseIsToldInFullSentences(Path file) throws IOException {
        Texts texts = new Texts(Locale.ENGLISH);
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".json", ".expected.txt"));
        assertEquals(
                Files.readString(expected),
                String.join(
                        "",
                        errors(file).stream()
                                .map(problem -> problem.line(texts) + "\n")
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySentenceIsThereInBothLanguages(Path file) {
        Texts english = new Texts(Locale.ENGLISH);
        Texts chinese = new Texts(Locale.SIMPLIFIED_CHINESE);
        errors(file).forEach(problem -> {
            assertFalse(problem.sentence(english).contains(problem.key()), problem.key());
            // A module of the design's own may bring its sentence in one language.
            assertTrue(
                    problem.key().equals("analysis.requires")
                            || problem.sentence(chinese).codePoints().anyMatch(Character::isIdeographic),
                    problem.key());
        });
    }

    @Test
    void thereAreAtLeastFifty() throws IOException {
        assertTrue(files().size() >= 50);
    }

    private List<Diagnostic> errors(Path file) {
        Reading<Design> reading = new DesignFormat().read(file);
        assertEquals(List.of(), reading.problems());
        List<Diagnostic> errors = analyzer.analyze(reading.value().orElseThrow()).diagnostics().stream()
                .filter(Diagnostic::isError)
                .toList();
        assertFalse(errors.isEmpty());
        return errors;
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
