package convas.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How large things may grow, and what source text may not hold. */
class SourceFormTest {
    private static final int LONGEST = 500;
    private static final int LONG = 300;
    private static final int MEDIAN = 120;
    private static final int TYPES_PER_PACKAGE = 25;

    @Test
    void noFileIsLongerThanFiveHundredLines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources("src")) {
            int lines = lines(file).size();
            if (lines > LONGEST) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertEquals(List.of(), tooLong, "A file holds one concept; one of more than 500 lines holds several.");
    }

    @Test
    void halfOfTheFilesAreShortAndNearlyAllAreUnderThreeHundredLines() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        for (Path file : sources("src/main/java")) {
            lengths.add(lines(file).size());
        }
        lengths.sort(null);
        int median = lengths.get(lengths.size() / 2);
        long under = lengths.stream().filter(length -> length < LONG).count();
        assertTrue(median <= MEDIAN, "The median of a file's length is " + median + " lines.");
        assertTrue(under >= 0.9 * lengths.size(), "Only " + under + " of " + lengths.size() + " files are short.");
    }

    @Test
    void noPackageButThatOfThePrimitivesHasMoreThanTwentyFiveTypes() throws IOException {
        Map<String, Integer> types = new TreeMap<>();
        for (Path file : sources("src/main/java")) {
            if (!file.endsWith("package-info.java")) {
                types.merge(file.getParent().toString().replace('\\', '/'), 1, Integer::sum);
            }
        }
        types.remove("src/main/java/convas/catalog/primitive");
        types.values().removeIf(count -> count <= TYPES_PER_PACKAGE);
        assertEquals(Map.of(), types, "A package of more than 25 types is more than one idea.");
    }

    @Test
    void nothingIsLeftToDoOrSwitchedOff() throws IOException {
        // Put together here, so that this file does not hold them itself.
        List<String> words = List.of(
                "TO" + "DO", "FIX" + "ME", "@Dis" + "abled", "assume" + "True", "@Supp" + "ressWarnings(\"all\")");
        List<String> found = new ArrayList<>();
        for (Path file : sources("src")) {
            String text = Files.readString(file);
            words.stream().filter(text::contains).forEach(word -> found.add(file + ": " + word));
        }
        assertEquals(List.of(), found, "What is on the main branch is done, and every test runs.");
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
