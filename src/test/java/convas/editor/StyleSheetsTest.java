package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A style sheet whose braces do not match loses the rules behind, and nothing says so. */
class StyleSheetsTest {
    private static final Path FOLDER = LiveEditor.project("src", "main", "resources", "convas", "editor");

    @Test
    void everyRuleIsClosedBeforeTheNextBegins() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".css")).toList()) {
                List<String> lines = Files.readAllLines(file);
                int open = 0;
                for (int line = 0; line < lines.size(); line++) {
                    if (lines.get(line).contains("{")) {
                        if (open > 0) {
                            wrong.add(file.getFileName() + ":" + (line + 1));
                        }
                        open++;
                    }
                    if (lines.get(line).contains("}")) {
                        open--;
                    }
                }
                if (open != 0) {
                    wrong.add(file.getFileName() + " ends within a rule");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }
}
