package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.file.FolderLock;
import convas.graph.Value;
import convas.training.RunSamples;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line does with the runs of a folder. */
final class RunsCommandTest {
    @TempDir
    private Path runs;

    @BeforeEach
    void fill() throws IOException {
        RunSamples.write(runs, "good", 0.9, 650, RunCard.Status.FINISHED, Map.of("epochs", Value.of(1)));
        RunSamples.write(runs, "bad", 0.5, 650, RunCard.Status.FINISHED, Map.of("epochs", Value.of(2)));
    }

    private Call call(String... arguments) {
        List<String> all = new ArrayList<>(List.of("runs", "--runs", runs.toString()));
        all.addAll(List.of(arguments));
        return Call.of(all.toArray(String[]::new));
    }

    @Test
    void listsSortedAndFiltered() throws IOException {
        Call call = call("--sort", "accuracy");
        assertEquals(0, call.code());
        List<String> lines = call.outLines();
        assertTrue(lines.get(2).startsWith("bad-20260304-050607  "), call.out());
        assertTrue(lines.get(2).contains(" 50.00 "), call.out());
        assertTrue(lines.get(3).startsWith("good-20260304-050607  "), call.out());
        JsonNode json =
                new ObjectMapper().readTree(call("--filter", "GOOD", "--json").out());
        assertEquals(1, json.size());
        assertEquals(0.9, json.get(0).get("accuracy").asDouble());
        assertEquals("650", json.get(0).get("parameters").toString());
    }

    @Test
    void comparesTagsNotesAndDeletes() {
        assertTrue(call("compare", "good", "bad").out().contains("recipe  epochs  1     2"));
        assertEquals(0, call("tag", "good", "--text", "best,first").code());
        assertEquals(0, call("note", "good", "--text", "to keep").code());
        assertTrue(call("--filter", "best keep").out().contains("best, first  to keep"));
        Call deleted = call("delete", "bad");
        assertEquals("Moved to " + runs.resolve(".trash").resolve("bad-20260304-050607") + ".\n", deleted.out());
        assertFalse(call().out().contains("bad-"));
    }

    @Test
    void aRunThatGoesOnIsNotDeletedAndOneThatIsOverTakesNoOrders() throws IOException {
        Path run = runs.resolve("good-20260304-050607");
        Call over = call("stop", "good");
        assertEquals(2, over.code());
        assertTrue(over.err().startsWith("No process is working on the run good-"), over.err());
        FolderLock lock = FolderLock.take(run).orElseThrow();
        try {
            assertEquals(1, call("delete", "good").code());
            assertEquals(0, call("stop-after-epoch", "good").code());
            assertEquals("stop-after-epoch\n", Files.readString(run.resolve("control")));
        } finally {
            lock.close();
        }
    }

    @Test
    void wrongCallsSayWhatIsMissing() {
        assertTrue(call("compare", "good").err().startsWith("compare wants at least 2 runs; found 1."));
        assertTrue(call("tag", "good").err().startsWith("tag wants --text TEXT."));
        assertTrue(call("delete", "none").err().startsWith("none should be the name of one run in " + runs));
        assertTrue(Call.of("train", "digits-plain", "--seed", "1,x")
                .err()
                .startsWith("--seed needs a value of the form N[,N]."));
    }

    @Test
    void aRunIsNamedByItsNameItsBeginningOrItsPathAndByNothingElse() throws IOException {
        String good = "good-20260304-050607";
        RunSamples.write(runs, "good", 0.7, 650, RunCard.Status.FINISHED, Map.of("epochs", Value.of(3)));
        // The whole name is also the beginning of the other's.
        assertEquals(0, call("tag", good, "--text", "exact").code());
        Call several = call("delete", "goo");
        assertEquals(2, several.code());
        assertTrue(
                several.err()
                        .startsWith("goo fits 2 runs: " + runs.resolve(good) + ", " + runs.resolve(good + "-2") + "."),
                several.err());
        // A path that leads nowhere, or to something that is no run, is no name of the run with the same last part.
        for (String elsewhere : List.of("/elsewhere/" + good, "x/bad", "", " ", runs.toString(), "/", ".")) {
            assertEquals(2, call("delete", elsewhere).code(), elsewhere);
        }
        Path other = RunSamples.write(
                runs.resolve("deeper"), "good", 0.7, 650, RunCard.Status.FINISHED, Map.of("epochs", Value.of(3)));
        assertEquals(0, call("note", other + "/", "--text", "the other").code());
        assertTrue(Files.readString(other.resolve("notes.json")).contains("the other"));
        assertFalse(Files.readString(runs.resolve(good).resolve("notes.json")).contains("the other"));
        assertEquals(0, call("delete", runs.resolve(good).toString(), good).code());
        assertTrue(call("--filter", "exact").outLines().size() == 2);
    }

    @Test
    void runsOfDifferentProgramsAreDifferentRowsWhateverTheyAreCalled() throws IOException {
        Path narrow = RunSamples.write(runs, "net", 0.5, 650, RunCard.Status.FINISHED);
        Path wide = RunSamples.write(runs, "net", 0.7, 650, RunCard.Status.FINISHED);
        Path again = RunSamples.write(runs, "net", 0.9, 650, RunCard.Status.FINISHED);
        RunSamples.program(narrow, "net", Map.of("width", 16L), "1111111111111111");
        RunSamples.program(wide, "net", Map.of("width", 64L), "2222222222222222");
        RunSamples.program(again, "other", Map.of("width", 64L), "2222222222222222");
        JsonNode rows = new ObjectMapper()
                .readTree(call("summary", "--filter", "net-", "--json").out());
        assertEquals(2, rows.size());
        assertEquals("net (width=16)", rows.get(0).get("label").asText());
        assertEquals("[3]", rows.get(0).get("seeds").toString());
        assertEquals("net (width=64)", rows.get(1).get("label").asText());
        assertEquals(2, rows.get(1).get("seeds").size());
        assertEquals(0.8, rows.get(1).get("accuracy").asDouble(), 1e-9);
    }

    @Test
    void aDamagedCardIsOneBrokenRow() throws IOException {
        List<String> damaged = List.of(
                "{}",
                "null",
                "[]",
                "",
                "{\"status\":null}",
                "{\"status\":\"FINISHED\",\"mean\":[null]}",
                "{\"status\":7}");
        for (int index = 0; index < damaged.size(); index++) {
            Path run = Files.createDirectory(runs.resolve("damaged" + index));
            Files.writeString(run.resolve("card.json"), damaged.get(index));
            Files.writeString(run.resolve("metrics.jsonl"), "null\n[]\n\"x\"\n{\"event\":\"epoch\",\"epoch\":null}\n");
            Files.writeString(run.resolve("notes.json"), "{\"tags\":[null],\"note\":{}}");
            Files.writeString(run.resolve("design.json"), "[");
        }
        JsonNode all = new ObjectMapper().readTree(call("--json").out());
        assertEquals(2 + damaged.size(), all.size());
        for (JsonNode run : all) {
            boolean sound = run.get("name").asText().endsWith("-20260304-050607");
            assertEquals(sound ? "finished" : "unreadable", run.get("state").asText(), run.toString());
        }
        for (String action : List.of("list", "summary")) {
            assertEquals(0, call(action).code());
        }
        assertEquals(0, call("compare", "good", "damaged0").code());
        // What somebody wrote there is not lost unread.
        Call notes = call("tag", "damaged0", "--text", "x");
        assertEquals(1, notes.code());
        Path file = runs.resolve("damaged0").resolve("notes.json");
        assertTrue(notes.err().startsWith(file + " is not what Convas writes"), notes.err());
        assertTrue(Files.readString(file).contains("[null]"));
        assertEquals(0, call("tag", "good", "--text", "x").code());
        assertEquals(0, call("delete", "damaged1").code());
    }

    @Test
    void seedsAreExactWhateverTheirSizeAndWhatIsNotMeasuredIsNull() throws IOException {
        // 2^53 + 1 is no number with a fraction; the greatest of all is not either.
        for (long seed : new long[] {9_007_199_254_740_993L, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Path run =
                    RunSamples.write(runs, "seed", 0.9, 650, RunCard.Status.FINISHED, Map.of("seed", Value.of(seed)));
            RunSamples.seed(run, seed);
            RunSamples.unmeasured(run);
            JsonNode row = new ObjectMapper()
                    .readTree(call("--filter", "seed-", "--json").out());
            assertEquals(Long.toString(seed), row.get(0).get("seed").toString());
            assertEquals("null", row.get(0).get("loss").toString());
            assertTrue(call("--filter", "seed-").out().contains("  " + seed + "  "), call().out());
            JsonNode sums = new ObjectMapper()
                    .readTree(call("summary", "--filter", "seed-", "--json").out());
            assertEquals("[" + seed + "]", sums.get(0).get("seeds").toString());
            assertTrue(call("compare", "good", "seed").out().contains(Long.toString(seed)));
            call("delete", "seed");
        }
    }

    @Test
    void aSeedIsGivenOnceAndARunIsGoneOnWithOnlyWhereThereIsOne() {
        for (String seeds : List.of("3,3", "3, 03", "1,3,+3")) {
            Call twice = Call.of("train", "digits-plain", "--seed", seeds, "--runs", runs.toString());
            assertEquals(2, twice.code(), seeds);
            assertTrue(twice.err().startsWith("--seed has 3 twice"), twice.err());
        }
        for (String none : List.of("", "no-such-run", "/", runs.toString())) {
            Call refused = Call.of("train", "--resume", none);
            assertEquals(2, refused.code(), none);
            assertTrue(refused.err().contains(" should be the name of one run in runs, "), refused.err());
        }
        assertFalse(Files.exists(runs.resolve("lock")));
    }

    @Test
    void helpIsThereInBothLanguages() {
        for (String command : new String[] {"runs", "devices"}) {
            assertTrue(Call.of(command, "--help").out().startsWith("Usage: convas " + command));
            assertTrue(
                    Call.in(Locale.SIMPLIFIED_CHINESE, command, "--help").out().startsWith("用法：convas " + command));
        }
    }

    @Test
    void ctrlCStopsTheRunTheOthersAreNotStartedAndItSaysHowToGoOn() throws IOException, InterruptedException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        Path folder = runs.resolve("new");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "convas.app.Main",
                        "train",
                        "digits-plain",
                        "digits-shuffle",
                        "--epochs",
                        "10000",
                        "--threads",
                        "1",
                        "--runs",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var lines = program.inputReader(StandardCharsets.UTF_8);
            String line = lines.readLine();
            while (line != null && !line.startsWith("Epoch 1/")) {
                line = lines.readLine();
            }
            new ProcessBuilder("kill", "-INT", Long.toString(program.pid()))
                    .start()
                    .waitFor();
            List<String> rest =
                    lines.lines().filter(each -> !each.startsWith("Epoch ")).toList();
            assertTrue(program.waitFor(60, TimeUnit.SECONDS));
            String run;
            try (var made = Files.list(folder)) {
                run = made.findFirst().orElseThrow().toString();
            }
            assertEquals("Stopping after this batch ...", rest.get(0));
            assertTrue(rest.get(1).startsWith("Stopped at "), rest.toString());
            assertEquals(List.of("To go on with it: ./convas train --resume " + run), rest.subList(2, rest.size()));
            assertTrue(RunFolder.open(Path.of(run)).state().isPresent());
        } finally {
            program.destroyForcibly();
        }
    }
}
