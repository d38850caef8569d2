package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.cli.EditorLauncher.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final String BROKEN = "src/test/resources/broken/file/";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void aSoundDesignHasNoProblems() {
        Call call = Call.of("check", "presets/digits-ghost.json");
        assertEquals(0, call.code());
        assertEquals("presets/digits-ghost.json: no problems\n", call.out());
    }

    @Test
    void everyProblemIsALineWithFilePlaceAndSentence() {
        Call call = Call.of("check", BROKEN + "edges-to-nowhere.json");
        assertEquals(1, call.code());
        String start = BROKEN + "edges-to-nowhere.json: error: ";
        assertEquals(
                List.of(
                        start + "edges[1].from: There is no node “rleu”.",
                        start + "edges[2].to: There is no node “nowhere”."),
                call.outLines().subList(0, 2));
    }

    @Test
    void problemsAreJsonToo() throws IOException {
        Call call = Call.of("check", BROKEN + "newer-version.json", "--json");
        assertEquals(1, call.code());
        JsonNode root = json.readTree(call.out());
        assertEquals(1, root.get("errors").asInt());
        assertEquals("version", root.get("diagnostics").get(0).get("path").asText());
        assertEquals(
                "“broken” is of format version 2; this Convas reads up to version 1. A newer Convas opens it.",
                root.get("diagnostics").get(0).get("message").asText());
    }

    @Test
    void aPresetsNameStandsForItsFile() {
        assertEquals(
                "digits-plain: no problems\n", Call.of("check", "digits-plain").out());
    }

    @Test
    void aFileOfAPresetsNameComesFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("digits-plain"), "{}");
        assertEquals(1, Call.of("check", file.toString()).code());
    }

    @Test
    void aFileThatIsNotThereIsAWrongCall() {
        Call call = Call.of("check", "none.json");
        assertEquals(2, call.code());
        assertEquals(
                "There is no file none.json, and no preset of that name; ./convas presets lists them.\n"
                        + "./convas check --help tells how it is used.\n",
                call.err());
    }

    @ParameterizedTest
    @CsvSource({
        "count, Missing: FILE.",
        "check --nonsense x, Not understood: --nonsense.",
        "count digits-plain other, Not understood: other.",
        "count digits-plain --set width, --set needs a value of the form NAME=VALUE.",
        "train digits-plain --epochs many, --epochs needs a value of the form N.",
        "train digits-plain --epochs 0, '--epochs must be at least 1, not 0.'",
        "run digits-plain, 'Missing: --weights, --input, --output.'",
        "train digits-plain --seed 1 --seed 2, --seed is given more than once."
    })
    void aWrongCallIsOneSentenceAndTwo(String arguments, String sentence) {
        Call call = Call.of(arguments.split(" "));
        assertEquals(2, call.code());
        String command = arguments.split(" ")[0];
        assertEquals(sentence + "\n./convas " + command + " --help tells how it is used.\n", call.err());
        assertEquals("", call.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "check", "train", "run", "presets", "modules"})
    void everyCommandHasHelpInBothLanguages(String command) {
        Call english = Call.of(command, "--help");
        assertEquals(0, english.code());
        assertTrue(english.out().startsWith("Usage: convas " + command), english.out());
        Call chinese = Call.in(Locale.SIMPLIFIED_CHINESE, command, "--help");
        assertTrue(chinese.out().startsWith("用法：convas " + command), chinese.out());
        assertFalse(chinese.out().contains("Show this help"), chinese.out());
    }

    @Test
    void helpNamesEveryCommand() {
        Call call = Call.of("--help");
        assertEquals(0, call.code());
        for (String command : new String[] {"count", "check", "train", "run", "presets", "modules"}) {
            assertTrue(call.out().contains("\n  " + command + " "), call.out());
        }
    }

    @Test
    void presetsAreListedWithWhatTheyAre() throws IOException {
        Call call = Call.of("presets");
        assertEquals(0, call.code());
        JsonNode listed = json.readTree(Call.of("presets", "--json").out());
        assertTrue(listed.size() >= 5);
        for (JsonNode preset : listed) {
            assertTrue(call.out().contains("\n" + preset.get("name").asText() + " "));
            assertFalse(preset.get("description").asText().isBlank());
        }
    }

    @Test
    void modulesAreListedWithTheirParameters() throws IOException {
        Call call = Call.of("modules");
        assertEquals(0, call.code());
        assertTrue(
                call.out().contains("GhostModule(out_channels, kernel_size=1, ratio=2, dw_size=3, stride=1, "),
                call.out());
        JsonNode listed = json.readTree(Call.of("modules", "--json").out());
        assertTrue(listed.findValuesAsText("type").contains("ShuffleUnit"));
    }

    /** A program that reads them is told of the first hundred and of how many more, as a person is. */
    @Test
    void problemsWithoutEndAreCounted() throws IOException {
        String nodes = IntStream.range(0, 250)
                .mapToObj(number -> "{\"id\": \"n" + number + "\", \"type\": \"NoSuchType\"}")
                .collect(Collectors.joining(","));
        Path design = folder.resolve("many.json");
        Files.writeString(
                design,
                "{\"format\": \"convas-design\", \"version\": 1, \"name\": \"many\", \"nodes\": [" + nodes
                        + "], \"edges\": []}");
        JsonNode root =
                json.readTree(Call.of("check", "--json", design.toString()).out());
        int all = root.get("errors").asInt() + root.get("warnings").asInt();
        assertTrue(all >= 250, root.toString());
        assertEquals(100, root.get("diagnostics").size());
        assertEquals(all - 100, root.get("more_diagnostics").asInt());
        Call few = Call.of("check", "--json", BROKEN + "newer-version.json");
        assertEquals(0, json.readTree(few.out()).get("more_diagnostics").asInt());
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertEquals(Optional.of(Path.of("")), Call.of().opened());
        assertEquals(
                Optional.of(Path.of("presets/digits-ghost.json")),
                Call.of("presets/digits-ghost.json").opened());
    }

    @Test
    void whereThereCanBeNoWindowASentenceSaysWhyAndWhatToDo() {
        Call call = Call.without(
                new Obstacle("cli.editor.noDisplay", List.of("xvfb-run -a ./convas a.json", "a.json"), true));
        assertEquals(2, call.code());
        assertEquals(
                "The editor needs a screen, and DISPLAY is not set: run “xvfb-run -a ./convas a.json” for a virtual"
                        + " one, or work without a window, as in “./convas count a.json”.\n",
                call.err());
    }

    @Test
    void withoutAScreenADesignIsCountedAndTheCommandsThatWorkThereAreNamed() {
        Obstacle screen = new Obstacle("cli.editor.noDisplay", List.of("xvfb-run", "digits-plain"), true);
        Call call = Call.without(screen, "presets/digits-plain.json");
        assertEquals(0, call.code());
        assertEquals(1, call.err().lines().count(), call.err());
        String table = Call.of("count", "presets/digits-plain.json").out();
        assertTrue(table.contains("70,330"), table);
        assertEquals(table, call.out().substring(0, table.length()));
        String rest = call.out().substring(table.length());
        for (String command : List.of(
                "./convas train presets/digits-plain.json ",
                "./convas profile presets/digits-plain.json ",
                "./convas picture presets/digits-plain.json -o digits-plain.svg ")) {
            assertTrue(rest.contains(command), rest);
        }
        // A machine with a screen that lacks something has to be mended.
        assertEquals(
                2,
                Call.without(new Obstacle("cli.editor.noLibrary", List.of("x", "y", "z"), false), "digits-plain")
                        .code());
        assertEquals(1, Call.without(screen, BROKEN + "edges-to-nowhere.json").code());
    }
}
