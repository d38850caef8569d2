package convas.training.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.recipe.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 4, 5, 6, 7);
    private static final RunEvent.EpochEnd FIRST =
            new RunEvent.EpochEnd(1, 0.5, OptionalDouble.of(0.8), 0.4, OptionalDouble.of(0.9), 1000, 1.5);
    private static final RunEvent.EpochEnd SECOND =
            new RunEvent.EpochEnd(2, 0.25, OptionalDouble.empty(), 0.3, OptionalDouble.empty(), 900, 3);

    @TempDir
    private Path runs;

    private RunFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = RunFolder.create(runs, "small net", TIME);
        folder.writeDesign(new DesignFormat().write(Design.empty("small net")));
        folder.writeRecipe(Recipe.read(Map.of()).value().orElseThrow());
        folder.writeCard(card());
        folder.appendMetrics(FIRST);
        folder.appendMetrics(SECOND);
        checkpoint("weights of 2", 2);
    }

    static RunCard card() {
        return new RunCard(
                RunCard.Status.RUNNING,
                "small net",
                "2026-03-04T05:06:07Z",
                "0.1.0",
                "PyTorch 2.7.1",
                "17",
                "Linux amd64",
                2,
                "cpu",
                1,
                5,
                "digits",
                "sha256:00",
                1438,
                359,
                List.of(0.3),
                List.of(0.4),
                1234,
                List.of(),
                List.of(),
                7L,
                null,
                "0123456789abcdef",
                null);
    }

    private void checkpoint(String weights, int epoch) throws IOException {
        folder.writeCheckpoint(
                new CheckpointState(epoch, 0, 10L * epoch, 5, 0, 0, 0, 0, 0, 0),
                place -> place.write(RunFolder.WEIGHTS, out -> out.write(weights.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> sentences(StoredRun run) {
        Texts texts = new Texts(Locale.ENGLISH);
        return run.problems().stream().map(problem -> problem.sentence(texts)).toList();
    }

    @Test
    void bearsTheDesignsNameAndTheTime() {
        assertEquals("small-net-20260304-050607", folder.path().getFileName().toString());
    }

    @Test
    void neverSharesAFolder() throws IOException {
        Path other = RunFolder.create(runs, "small net", TIME).path();
        assertNotEquals(folder.path(), other);
        assertEquals("small-net-20260304-050607-2", other.getFileName().toString());
    }

    /** Its process was killed before it had taken the folder's lock: the folder stayed, and nobody said whose it was. */
    @Test
    void aFolderIsFoundFromItsFirstMomentOn() throws IOException {
        Path others = runs.resolve("others");
        Path begun = RunFolder.create(others, "net", TIME).path();
        assertTrue(Files.isDirectory(begun));
        assertTrue(RunFolder.leftBy(others, ProcessHandle.current().pid()).isEmpty());
        assertFalse(Files.exists(begun));
    }

    @Test
    void aNameThatIsTooLongForAFileSystemIsCut() throws IOException {
        String beginning = "ü".repeat(80);
        for (String name : List.of("n".repeat(300), beginning + "ü".repeat(60), "网".repeat(100), "😀a".repeat(90))) {
            Path run = RunFolder.create(runs, name, TIME).path();
            assertTrue(Files.isDirectory(run));
            String kept = run.getFileName().toString();
            assertTrue(kept.getBytes(StandardCharsets.UTF_8).length <= 255, kept);
        }
        try (Stream<Path> made = Files.list(runs)) {
            // 80 letters of two bytes each.
            assertTrue(made.anyMatch(run -> run.getFileName().toString().startsWith(beginning + "-")));
        }
    }

    @Test
    void staysInsideItsParentWhateverTheName() throws IOException {
        Path odd = RunFolder.create(runs, "../..", TIME).path();
        assertEquals(runs, odd.getParent());
        assertEquals("run-20260304-050607", odd.getFileName().toString());
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        StoredRun run = RunFolder.open(folder.path());
        assertEquals(List.of(), run.problems());
        assertEquals("small net", run.design().orElseThrow().name());
        assertEquals(Recipe.read(Map.of()).value(), run.recipe());
        assertEquals(Optional.of(card()), run.card());
        assertEquals(List.of(FIRST, SECOND), run.metrics());
        assertEquals(Optional.of(new CheckpointState(2, 0, 20, 5, 0, 0, 0, 0, 0, 0)), run.state());
        assertEquals(
                "weights of 2", Files.readString(run.checkpoint().orElseThrow().resolve(RunFolder.WEIGHTS)));
    }

    @Test
    void leavesOutALineThatAKillCutShort() throws IOException {
        Path metrics = folder.path().resolve("metrics.jsonl");
        byte[] whole = Files.readAllBytes(metrics);
        int firstLine = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = firstLine + 1; length < whole.length - 1; length++) {
            Files.write(metrics, java.util.Arrays.copyOf(whole, length));
            StoredRun run = RunFolder.open(folder.path());
            assertEquals(List.of(FIRST), run.metrics());
            assertEquals(List.of("Line 2 of metrics.jsonl is incomplete and was left out."), sentences(run));
        }
    }

    @Test
    void saysWhichFilesAreMissingOrDamagedAndReadsTheRest() throws IOException {
        Files.delete(folder.path().resolve("design.json"));
        Files.writeString(folder.path().resolve("recipe.json"), "{\"epochs\": ");
        Files.writeString(folder.path().resolve("card.json"), "{\"threads\": \"many\"}");
        StoredRun run = RunFolder.open(folder.path());
        assertEquals(
                List.of(
                        "The run has no file design.json.",
                        "The run's file recipe.json is not what Convas writes; it may be incomplete or changed by"
                                + " hand.",
                        "The run's file card.json is not what Convas writes; it may be incomplete or changed by hand."),
                sentences(run));
        assertEquals(2, run.metrics().size());
        assertTrue(run.checkpoint().isPresent());
    }

    @Test
    void opensAFolderThatIsNotThere() {
        StoredRun run = RunFolder.open(runs.resolve("nowhere"));
        assertEquals(1, run.problems().size());
    }

    @Test
    void keepsTheCheckpointBeforeWhereANewOneFails() throws IOException {
        IOException full = assertThrows(
                IOException.class,
                () -> folder.writeCheckpoint(new CheckpointState(3, 0, 30, 5, 0, 0, 0, 0, 0, 0), place -> {
                    place.write(RunFolder.WEIGHTS, out -> out.write(1));
                    throw new IOException("disk full");
                }));
        assertEquals("disk full", full.getMessage());
        assertEquals(2, RunFolder.open(folder.path()).state().orElseThrow().epoch());

        checkpoint("weights of 4", 4);
        StoredRun run = RunFolder.open(folder.path());
        assertEquals(4, run.state().orElseThrow().epoch());
        assertEquals(
                "weights of 4", Files.readString(run.checkpoint().orElseThrow().resolve(RunFolder.WEIGHTS)));
    }

    @Test
    void findsTheCheckpointThatAKillLeftBetweenTwoRenames() throws IOException {
        Files.move(folder.path().resolve("checkpoint"), folder.path().resolve("checkpoint.old"));
        Files.createDirectory(folder.path().resolve("checkpoint.new"));
        assertEquals(2, RunFolder.open(folder.path()).state().orElseThrow().epoch());

        checkpoint("weights of 3", 3);
        assertEquals(3, RunFolder.open(folder.path()).state().orElseThrow().epoch());
    }

    @Test
    void leavesNothingBeside() throws IOException {
        checkpoint("weights of 3", 3);
        try (var files = Files.list(folder.path())) {
            assertArrayEquals(
                    // The owner who has made the folder goes when the lock is given back, which nobody has taken here.
                    new Object[] {"card.json", "checkpoint", "design.json", "lock.owner", "metrics.jsonl", "recipe.json"
                    },
                    files.map(file -> file.getFileName().toString()).sorted().toArray());
        }
    }
}
