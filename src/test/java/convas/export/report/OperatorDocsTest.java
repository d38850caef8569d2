package convas.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.operator.NodeType;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The reference pages in the repository are those that the program would write today, and say what is true. */
class OperatorDocsTest {
    private static final Path FOLDER = Path.of("docs", "operators");
    private static final String RENEW = "; renew the pages with: " + OperatorDocs.COMMAND;
    private static final Map<String, String> FILES = new OperatorDocs(BuiltinCatalog.create()).files();

    @Test
    void thePagesInTheRepositoryAreNotStale() throws IOException {
        List<String> stale = new ArrayList<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            if (!Files.exists(path)) {
                stale.add(path + " is missing");
            } else {
                difference(Files.readString(path), file.getValue()).ifPresent(found -> stale.add(path + found));
            }
        }
        for (String written : written()) {
            if (!FILES.containsKey(written)) {
                stale.add(FOLDER.resolve(written) + " is of no node type any more: delete it");
            }
        }
        assertTrue(stale.isEmpty(), () -> String.join("\n", stale) + RENEW);
    }

    private static Optional<String> difference(String written, String expected) {
        List<String> old = written.lines().toList();
        List<String> now = expected.lines().toList();
        for (int line = 0; line < Math.max(old.size(), now.size()); line++) {
            String before = line < old.size() ? old.get(line) : "(end of the page)";
            String after = line < now.size() ? now.get(line) : "(end of the page)";
            if (!before.equals(after)) {
                return Optional.of(
                        " is stale: line " + (line + 1) + " should be\n    " + after + "\nand is\n    " + before);
            }
        }
        return Optional.empty();
    }

    private static TreeSet<String> written() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> names.add(FOLDER.relativize(file).toString().replace('\\', '/')));
        }
        return names;
    }

    @Test
    void writingThemTwiceGivesTheSame() {
        assertEquals(FILES, new OperatorDocs(BuiltinCatalog.create()).files());
    }

    @Test
    void everyTypeHasAPageAndIsInTheIndex() {
        for (NodeType type : BuiltinCatalog.create().all()) {
            String page = type.type() + ".md";
            assertTrue(FILES.containsKey(page), page);
            assertTrue(FILES.get("README.md").contains("(" + page + ")"), page);
        }
    }

    /** A text that no bundle has is shown as its key. */
    @Test
    void everyWordIsThereInBothLanguages() {
        Map<String, String> keys = new TreeMap<>();
        Pattern key = Pattern.compile("\\b(operatordocs|primitive)\\.[A-Za-z]+");
        FILES.forEach((name, text) -> {
            Matcher found = key.matcher(text);
            if (found.find()) {
                keys.put(name, found.group());
            }
        });
        assertEquals(Map.of(), keys);
    }

    @Test
    void everyLinkWithinThePagesLeadsToAFile() {
        List<String> dead = new ArrayList<>();
        Pattern link = Pattern.compile("]\\(([^):]+)\\)");
        FILES.forEach((name, text) -> link.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(target -> !FILES.containsKey(target) && !Files.exists(FOLDER.resolve(target)))
                .forEach(target -> dead.add(name + " -> " + target)));
        assertEquals(List.of(), dead);
    }

    @Test
    void everyPictureIsWellFormed() throws Exception {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (file.getKey().endsWith(".svg")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(file.getValue())));
            }
        }
    }

    /** 64 × 3 × 7 × 7 = 9,408 weights at 112 × 112 positions; what the ResNet paper's first layer has. */
    @Test
    void theFirstLayerOfResNetIsWorkedOutByHand() {
        assertTrue(
                FILES.get("Conv2d.md").contains("| 3 × 224 × 224 | 64 × 112 × 112 | 9,408 | 0 | 118,013,952 | 0 |"),
                FILES.get("Conv2d.md"));
    }

    /** 2,048 × 1,000 + 1,000 params, 2,048 × 1,000 MACs, and one addition for each of the 1,000 biases. */
    @Test
    void theClassifierOfResNetIsWorkedOutByHand() {
        assertTrue(
                FILES.get("Linear.md").contains("| 2048 | 1000 | 2,049,000 | 0 | 2,048,000 | 1,000 |"),
                FILES.get("Linear.md"));
    }

    /**
     * 8 primary maps (16 × 8 weights), 8 cheap ones (8 × 9), two BatchNorms of 8 (2 × 16 params, 2 × 16 statistics); 200
     * MACs at each of 112 × 112 positions, and beside them 2 operations per BatchNorm element and 1 per ReLU element: 16
     * maps × 3 × 12,544.
     */
    @Test
    void aGhostModuleIsWorkedOutByHand() {
        assertTrue(
                FILES.get("GhostModule.md")
                        .contains("| 16 × 112 × 112 | 16 × 112 × 112 | 232 | 32 | 2,508,800 | 602,112 |"),
                FILES.get("GhostModule.md"));
    }
}
