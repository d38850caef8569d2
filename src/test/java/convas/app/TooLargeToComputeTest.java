package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A design that can be counted but not computed: told by check, refused by what would compute it. */
class TooLargeToComputeTest {
    private static final String WEIGHT = "l.weight: The weight would be 50000 × 50000, 2500000000 values";

    @TempDir
    private Path folder;

    private String linear() throws IOException {
        Path file = folder.resolve("linear.json");
        Files.writeString(file, """
                {"format": "convas-design", "version": 1, "name": "x", "nodes": [
                 {"id": "image", "type": "Input", "params": {"shape": [50000]}},
                 {"id": "l", "type": "Linear", "params": {"out_features": 50000}},
                 {"id": "out", "type": "Output"}],
                 "edges": [{"from": "image", "to": "l"}, {"from": "l", "to": "out"}]}
                """);
        return file.toString();
    }

    @Test
    void checkTellsNodeAndWeightAndCallsTheDesignSound() throws IOException {
        Call call = Call.of("check", linear());

        assertEquals(0, call.code(), call.out());
        assertTrue(call.out().contains("warning: " + WEIGHT), call.out());
    }

    @Test
    void itIsCounted() throws IOException {
        Call call = Call.of("count", linear());

        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("2,500,050,000"), call.out());
    }

    @Test
    void runAndProfileRefuseIt() throws IOException {
        for (Call call : new Call[] {
            Call.of("run", linear(), "--weights", "w.npz", "--input", "i.npz", "--output", "o.npz"),
            Call.of("profile", linear(), "--seconds", "1")
        }) {
            assertEquals(1, call.code(), call.err());
            assertTrue(call.err().contains("error: " + WEIGHT), call.err());
        }
    }
}
