package convas.training.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.text.Texts;
import convas.training.RunSamples;
import convas.training.run.CheckpointState;
import convas.training.run.EventLog;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the files of a run hold, it is one row of the list and everything that is done with rows works. */
final class DamagedRunsTest {
    private static final int MUTANTS = 600;
    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "1e999",
            "1e400",
            "\"NaN\"",
            "[]",
            "{}",
            "true",
            "\"\"",
            "\"\\u0000\\u001b[2J\"",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999999",
            "0.1",
            "[null]");
    private static final List<String> FILES = List.of(
            "card.json",
            "recipe.json",
            "metrics.jsonl",
            "events.jsonl",
            "design.json",
            "notes.json",
            "checkpoint/state.json");

    @TempDir
    private Path runs;

    private Path run;

    @BeforeEach
    void write() throws IOException {
        RunSamples.write(runs, "sound", 0.5, 650, RunCard.Status.FINISHED);
        run = RunSamples.write(runs, "net", 0.9, 650, RunCard.Status.STOPPED);
        new RunNotes(List.of("a", "b"), "a note").write(run);
        Path checkpoint = Files.createDirectory(run.resolve("checkpoint"));
        Files.writeString(
                checkpoint.resolve("state.json"),
                "{\"epoch\": 1, \"batch\": 0, \"step\": 10, \"seed\": 3, \"loss\": 0.5, \"seconds\": 2}");
    }

    @Test
    void aRunIsARowWhateverItsFilesHold() throws IOException {
        Random random = new Random(20261201);
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            Path file = run.resolve(FILES.get(random.nextInt(FILES.size())));
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = changed(sound, random);
            Files.write(file, changed);
            try {
                use();
            } catch (RuntimeException | StackOverflowError thrown) {
                throw new AssertionError(file + ": " + new String(changed, StandardCharsets.UTF_8), thrown);
            }
            Files.write(file, sound);
        }
    }

    private static byte[] changed(byte[] sound, Random random) {
        String text = new String(sound, StandardCharsets.ISO_8859_1);
        int at = random.nextInt(text.length());
        String changed = switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + text.substring(random.nextInt(text.length()));
            default -> {
                // Another value in place of one of its own.
                int colon = text.indexOf(':', at);
                String rest = colon < 0 ? "" : text.substring(colon + 1);
                String value = VALUES.get(random.nextInt(VALUES.size()));
                yield colon < 0
                        ? value
                        : text.substring(0, colon + 1) + value + rest.replaceFirst("^\\s*(\"[^\"]*\"|[^,}\\n]*)", "");
            }
        };
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void use() throws IOException {
        Texts texts = new Texts(Locale.ENGLISH);
        List<RunSummary> all = new RunArchive(runs).read();
        assertEquals(2, all.size());
        for (RunSummary summary : all) {
            for (RunColumn column : RunColumn.values()) {
                column.text(summary, texts);
                column.order().compare(summary, all.get(0));
            }
            summary.matches("a note");
            summary.resumes();
            summary.stored().problems().forEach(problem -> problem.line(texts));
            EventLog.past(summary.stored());
        }
        List<RunGroup> groups = RunGroup.ofAll(all);
        RunGroup.labels(groups);
        groups.forEach(group -> RunColumn.LOSS.spread(group, texts));
        RunDifference.between(all.get(0).stored(), all.get(1).stored());
        EventLog.read(run);
        assertEquals(1, new RunNames(all).find("sound").size());
        RunFolder.open(run).state().map(CheckpointState::epoch);
    }
}
