package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code profile}. */
class ProfileCommandTest {
    @TempDir
    private Path folder;

    private Call profile(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("profile", "--threads", "1", "--seconds", "0.3"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--profiles")) {
            arguments.addAll(List.of("--profiles", folder.toString()));
        }
        return Call.of(arguments.toArray(String[]::new));
    }

    @Test
    void aProfileIsToldKeptTracedAndComparedWithAnother() throws IOException {
        Path trace = folder.resolve("trace.json");
        Call json = profile("digits-plain", "--batch", "4", "--json", "--trace", trace.toString());
        assertEquals(0, json.code(), json.err());
        JsonNode told = new ObjectMapper().readTree(json.out());
        assertEquals(4, told.at("/setting/batch").asInt());
        assertTrue(told.at("/whole/forward/middle").asDouble() > 0);
        assertTrue(told.at("/ceilings/gigabytes_per_second").asDouble() > 0);
        assertTrue(
                new ObjectMapper().readTree(trace.toFile()).get("traceEvents").size() > 10);
        Path kept = Path.of(told.get("file").asText());
        assertTrue(kept.startsWith(folder.resolve("digits-plain")) && Files.isRegularFile(kept), kept.toString());

        Path report = folder.resolve("report.html");
        Call table = profile(
                "digits-plain",
                "--mode",
                "training",
                "--batch",
                "4",
                "--compare",
                kept.toString(),
                "--report",
                report.toString(),
                "--report-language",
                "zh");
        assertTrue(Files.readString(report).contains("<h1>digits-plain 的性能分析</h1>"), report.toString());
        assertEquals(0, table.code(), table.err());
        List<String> lines = table.outLines();
        assertTrue(lines.get(0).startsWith("digits-plain: training, batch 4, cpu with 1 thread; "), lines.get(0));
        for (String beginning : List.of(
                "node ",
                "classifier ",
                "between operators, interruptions ",
                "Whole network: ",
                "Forward ",
                "Ceilings of this machine: ",
                "Most to gain:",
                "The profile is in ",
                "whole network ",
                "Not ranked: ")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(beginning)), beginning + " in " + table.out());
        }
        assertTrue(table.out().contains("first") && table.out().contains("second/first"), table.out());

        Call history = profile("digits-plain", "--batch", "4", "--history", "--json");
        assertEquals(0, history.code(), history.err());
        JsonNode profiles = new ObjectMapper().readTree(history.out());
        assertEquals(1, profiles.size());
        assertEquals(told.get("digest"), profiles.get(0).get("digest"));
        assertEquals(told.at("/whole/forward/middle"), profiles.get(0).get("latency_ms"));
    }

    /** As with a home that cannot be written, or a full disk; a file in the way refuses root too. */
    @Test
    void aProfileThatCannotBeKeptIsShownAllTheSame() throws IOException {
        Path place = Files.createFile(folder.resolve("file")).resolve("profiles");
        Path report = folder.resolve("report.html");
        Call table = profile("digits-plain", "--profiles", place.toString(), "--report", report.toString());
        assertEquals(0, table.code(), table.err());
        assertTrue(table.outLines().stream().anyMatch(line -> line.startsWith("Whole network: ")), table.out());
        assertFalse(table.out().contains("The profile is in "), table.out());
        assertTrue(table.err().startsWith("digits-plain: warning: The profile is not kept: "), table.err());
        assertFalse(table.err().contains("Exception") || table.err().contains("java."), table.err());
        assertTrue(Files.readString(report).contains("digits-plain"), report.toString());

        Call json = profile("digits-plain", "--profiles", place.toString(), "--json");
        assertEquals(0, json.code(), json.err());
        JsonNode told = new ObjectMapper().readTree(json.out());
        assertTrue(told.get("file").isNull(), json.out());
        assertTrue(told.at("/whole/forward/middle").asDouble() > 0, json.out());
    }

    /** An edit between two profiles: another width, so another program of the same name. */
    @Test
    void theProfileBeforeTheLastEditIsToldBesideTheNewOne() throws IOException {
        Path design = folder.resolve("net.json");
        String text = Files.readString(Path.of("presets/digits-plain.json"));
        Files.writeString(design, text);
        assertEquals(0, profile(design.toString()).code());
        assertTrue(text.contains("16 * width"), text);
        Files.writeString(design, text.replace("16 * width", "24 * width"));
        Call after = profile(design.toString());

        assertEquals(0, after.code(), after.err());
        assertTrue(after.outLines().stream().anyMatch(line -> line.startsWith("Before the last edit (")), after.out());
    }

    @Test
    void whatCannotBeProfiledIsRefusedWithASentence() throws IOException {
        Call batch = profile("digits-plain", "--batch", "0");
        assertEquals(1, batch.code());
        assertEquals("digits-plain: A batch has at least 1 sample; found 0.\n", batch.err());
        Call gpu = profile("digits-plain", "--device", "gpu3");
        assertEquals(1, gpu.code());
        assertEquals(
                "digits-plain: This machine has no device gpu3 that the engine can use; it has cpu. docs/gpu.md tells"
                        + " what a GPU needs.\n",
                gpu.err());
        Path broken = folder.resolve("broken.json");
        Files.writeString(
                broken,
                Files.readString(Path.of("presets/digits-plain.json"))
                        .replace("\"kernel_size\": 3", "\"kernel_size\": 0"));
        Call errors = profile(broken.toString());
        assertEquals(1, errors.code());
        assertTrue(errors.err().contains("error: "), errors.err());
        assertEquals(2, profile("digits-plain", "--json", "--csv").code());
        assertEquals(2, profile("digits-plain", "--mode", "both").code());
        assertEquals(1, profile("digits-plain", "--history").code());
    }

    @Test
    void theHelpIsInBothLanguages() {
        assertTrue(Call.of("profile", "--help").out().contains("Perfetto"), "English");
        Call chinese = Call.in(Locale.SIMPLIFIED_CHINESE, "profile", "--help");
        assertTrue(chinese.out().contains("四") || chinese.out().contains("推理"), chinese.out());
    }
}
