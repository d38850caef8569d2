package convas.dataset.builtin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DataDocsTest {
    @Test
    void thePageNamesEveryKindWithItsOptionsAndTheirDefaults() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs", "data.md"));
        for (DatasetKind kind : BuiltinDatasets.create().kinds()) {
            String named = kind.name().startsWith("coordinate-") ? kind.name().replaceAll("-[a-z]+$", "") : kind.name();
            String row = lines.stream()
                    .filter(line -> line.startsWith("|") && line.split("\\|")[1].contains("`" + named))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(kind.name()));
            for (DatasetOption option : kind.options()) {
                assertTrue(row.contains("`" + option.name() + "`"), kind.name() + " " + option.name());
                option.choices().forEach(choice -> assertTrue(row.contains(choice), kind.name() + " " + choice));
                if (!option.choices().isEmpty()) {
                    assertTrue(
                            row.contains("`" + option.name() + "` "
                                    + option.choices().get(0)),
                            kind.name() + " " + option.name() + " has another default");
                }
            }
        }
    }
}
