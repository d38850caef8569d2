package convas.training.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.file.FolderTree;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.archive.RunArchive;
import convas.training.archive.RunNotes;
import convas.training.archive.RunSummary;
import convas.training.recipe.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of a small run's folder, seeded: each is read, or is one run with sentences; none writes outside. How many, by
 * {@code -Dconvas.fuzz.runs}.
 */
final class RunFolderFuzzTest {
    private static final int MUTANTS = Integer.getInteger("convas.fuzz.runs", 400);
    private static final List<String> FILES = List.of(
            "design.json",
            "recipe.json",
            "card.json",
            "metrics.jsonl",
            "events.jsonl",
            "notes.json",
            "control",
            "confusion.json",
            "checkpoint/state.json",
            "checkpoint/weights.safetensors",
            "checkpoint/optimizer.safetensors");
    private static final List<String> ODD = List.of(
            "null",
            "{}",
            "[]",
            "-1",
            "1e999",
            "\"\"",
            "NaN",
            "9223372036854775808",
            "\\u0000",
            "true",
            "0.5",
            "[[[[",
            "}",
            "\"../../victim\"",
            "-0",
            "1E400");

    private final Texts texts = new Texts(Locale.ENGLISH);

    @TempDir
    private Path base;

    @Test
    void everyMutantIsReadOrIsOneRunThatCannotBeAndNothingIsWrittenOutside() throws IOException {
        Path victim = Files.writeString(base.resolve("victim"), "mine");
        for (int seed = 0; seed < MUTANTS; seed++) {
            Path runs = base.resolve("runs");
            Path run = whole(runs);
            Random random = new Random(seed);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutate(run.resolve(FILES.get(random.nextInt(FILES.size()))), victim, random);
            }
            int number = seed;
            assertDoesNotThrow(() -> use(runs, run), () -> "mutant " + number);
            assertEquals("mine", Files.readString(victim), "mutant " + seed);
            try (Stream<Path> all = Files.list(base)) {
                assertEquals(2, all.count(), "mutant " + seed);
            }
            new FolderTree(runs).delete();
        }
    }

    /** What listing, tagging, following and going on with a run do with its folder. */
    private void use(Path runs, Path run) throws IOException {
        List<RunSummary> listed = new RunArchive(runs).read();
        assertEquals(1, listed.size());
        RunSummary summary = listed.get(0);
        StoredRun stored = RunFolder.open(run);
        for (Diagnostic problem : stored.problems()) {
            String sentence = problem.sentence(texts);
            assertFalse(sentence.isBlank() || sentence.contains("Exception"), sentence);
        }
        assertTrue(stored.card().isPresent() || !stored.problems().isEmpty());
        summary.matches("x");
        summary.epochs();
        summary.bestAccuracy();
        summary.stepMillis();
        if (summary.resumes()) {
            for (Diagnostic problem :
                    CheckpointCheck.of(run, stored.checkpoint().orElseThrow())) {
                assertFalse(problem.sentence(texts).isBlank());
            }
        }
        attempt(() -> Confusion.read(run));
        attempt(() -> EventLog.read(run));
        new ControlFile(run).take();
        EventLog.open(run, CheckpointState.start(1)).close();
        attempt(() -> new RunNotes(List.of("tag"), "note").write(run));
        attempt(() -> RunFolder.resume(run, 0));
    }

    /** May be refused, as whatever reads and writes may. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException refused) {
            assertFalse(String.valueOf(refused.getMessage()).isBlank());
        }
    }

    private static Path whole(Path runs) throws IOException {
        RunFolder folder = RunFolder.create(runs, "net", LocalDateTime.of(2026, 3, 4, 5, 6, 7));
        folder.writeDesign(new DesignFormat().write(Design.empty("net")));
        folder.writeRecipe(Recipe.read(Map.of()).value().orElseThrow());
        folder.writeCheckpoint(CheckpointState.start(1), place -> {
            place.write(RunFolder.WEIGHTS, out -> out.write(new byte[] {1, 2, 3}));
            place.write(RunFolder.OPTIMIZER, out -> out.write(new byte[] {4}));
        });
        folder.writeCard(RunFolderTest.card());
        RunEvent.EpochEnd end =
                new RunEvent.EpochEnd(1, 0.5, OptionalDouble.of(0.8), 0.4, OptionalDouble.of(0.9), 1000, 1.5);
        folder.appendMetrics(end);
        folder.writeConfusion(1, List.of("a", "b"), new long[][] {{1, 2}, {3, 4}});
        EventLog log = EventLog.open(folder.path(), CheckpointState.start(1));
        log.accept(end);
        log.close();
        new RunNotes(List.of("tag"), "note").write(folder.path());
        Files.writeString(folder.path().resolve("control"), "pause\n");
        return folder.path();
    }

    private static void mutate(Path file, Path victim, Random random) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        switch (random.nextInt(9)) {
            case 0 -> Files.createSymbolicLink(file, victim);
            case 1 -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
            case 2 -> Files.createDirectories(file.resolve("inner"));
            case 3 -> Files.createLink(file, victim);
            case 4 -> Files.write(file, java.util.Arrays.copyOf(content, random.nextInt(content.length + 1)));
            case 5 -> {
                for (int flips = 0; flips < 1 + random.nextInt(4); flips++) {
                    content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(file, content);
            }
            default -> Files.writeString(file, odd(new String(content, StandardCharsets.UTF_8), random));
        }
    }

    /** One value of a JSON text becomes another. */
    private static String odd(String text, Random random) {
        List<Integer> values = new ArrayList<>();
        for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
            values.add(at + 1);
        }
        String value = ODD.get(random.nextInt(ODD.size()));
        if (values.isEmpty()) {
            return value;
        }
        int from = values.get(random.nextInt(values.size()));
        int to = from;
        while (to < text.length() && ",}\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(0, from) + value + text.substring(to);
    }
}
