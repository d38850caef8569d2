package convas.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.app.WholeProgram;
import convas.graph.Diagnostic;
import convas.text.Texts;
import convas.training.RunSamples;
import convas.training.archive.RunArchive;
import convas.training.archive.RunColumn;
import convas.training.archive.RunDifference;
import convas.training.archive.RunGroup;
import convas.training.archive.RunNames;
import convas.training.archive.RunNotes;
import convas.training.archive.RunSummary;
import convas.training.run.CheckpointCheck;
import convas.training.run.CheckpointState;
import convas.training.run.Confusion;
import convas.training.run.ControlFile;
import convas.training.run.EventLog;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A folder of two runs, one of them damaged in its files or by links that lead out of it: listed, compared, tagged, followed,
 * gone on with. Whatever its files hold, it is one row of the list, and nothing is written outside.
 */
final class RunFolderMutants implements Kind {
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
            "\"finished\"", "\"RUNNING\"", "\"2026-03-04T05:06:07Z\"", "\"sha256:00\"", "\"digits\"", "\"AdamW\"");

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final WholeProgram program = new WholeProgram();
    private final Tree sound = Tree.of(RunFolderMutants::runs);
    private final String net;

    RunFolderMutants() throws IOException {
        String state = sound.files().keySet().stream()
                .filter(name -> name.endsWith("checkpoint/state.json"))
                .findFirst()
                .orElseThrow();
        net = state.substring(0, state.length() - "/checkpoint/state.json".length());
    }

    private static void runs(Path folder) throws IOException {
        Path runs = Files.createDirectory(folder.resolve("runs"));
        RunSamples.write(runs, "sound", 0.5, 650, RunCard.Status.FINISHED);
        rest(RunSamples.write(runs, "net", 0.9, 650, RunCard.Status.STOPPED));
    }

    @Override
    public String name() {
        return "run-folders";
    }

    @Override
    public void make(Path folder, Random random) throws IOException {
        sound.write(folder);
        Path run = folder.resolve(net);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            damage(run.resolve(FILES.get(random.nextInt(FILES.size()))), folder.resolveSibling(Mutants.VICTIM), random);
        }
    }

    /** What {@link RunSamples} leaves out. */
    private static void rest(Path run) throws IOException {
        RunFolder open = RunFolder.resume(run, 2);
        open.writeCheckpoint(CheckpointState.start(1), place -> {
            place.write(RunFolder.WEIGHTS, out -> out.write(new byte[] {1, 2, 3}));
            place.write(RunFolder.OPTIMIZER, out -> out.write(new byte[] {4}));
        });
        open.writeConfusion(1, List.of("a", "b"), new long[][] {{1, 2}, {3, 4}});
        open.writeCard(RunSamples.card("net", RunCard.Status.STOPPED, 650));
        new RunNotes(List.of("a", "b"), "a note").write(run);
        Files.writeString(run.resolve("control"), "pause\n");
    }

    private static void damage(Path file, Path victim, Random random) throws IOException {
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
            case 4 -> Files.write(file, new Damage(random).of(content, List.of(content)));
            default -> Files.write(file, new JsonDamage(random, ODD).of(content, List.of(content)));
        }
    }

    @Override
    public End use(Path folder, Random random) throws IOException {
        Path runs = folder.resolve("runs");
        List<RunSummary> all = new RunArchive(runs).read();
        assertEquals(2, all.size());
        Path run = all.stream()
                .map(RunSummary::folder)
                .filter(each -> each.getFileName().toString().startsWith("net"))
                .findFirst()
                .orElseThrow();
        End end = stored(run);
        all.forEach(summary -> row(summary, all.get(0)));
        List<RunGroup> groups = RunGroup.ofAll(all);
        RunGroup.labels(groups);
        groups.forEach(group -> RunColumn.LOSS.spread(group, texts));
        RunDifference.between(all.get(0).stored(), all.get(1).stored());
        assertEquals(1, new RunNames(all).find("sound").size());
        attempt(() -> Confusion.read(run));
        attempt(() -> EventLog.read(run));
        calls(folder, runs, run, random);
        new ControlFile(run).take();
        EventLog.open(run, CheckpointState.start(1)).close();
        attempt(() -> new RunNotes(List.of("tag"), "note").write(run));
        attempt(() -> RunFolder.resume(run, 0));
        return end;
    }

    private End stored(Path run) {
        StoredRun stored = RunFolder.open(run);
        for (Diagnostic problem : stored.problems()) {
            said(problem);
        }
        assertTrue(stored.card().isPresent() || !stored.problems().isEmpty());
        stored.state().map(CheckpointState::epoch);
        EventLog.past(stored);
        return stored.problems().isEmpty() ? End.READ : End.REFUSED;
    }

    private void said(Diagnostic problem) {
        String sentence = problem.sentence(texts);
        assertFalse(sentence.isBlank());
        Sentences.check(sentence.replaceAll("\\p{Cntrl}", ""));
        problem.line(texts);
    }

    private void row(RunSummary summary, RunSummary other) {
        for (RunColumn column : RunColumn.values()) {
            column.text(summary, texts);
            column.order().compare(summary, other);
        }
        summary.matches("a note");
        summary.epochs();
        summary.bestAccuracy();
        summary.stepMillis();
        if (summary.resumes()) {
            CheckpointCheck.of(summary.folder(), summary.stored().checkpoint().orElseThrow())
                    .forEach(this::said);
        }
    }

    private void calls(Path folder, Path runs, Path run, Random random) {
        String net = run.toString();
        List<List<String>> calls = List.of(
                List.of("runs", "--json"),
                List.of("runs", "summary"),
                List.of("runs", "compare", "sound", net, "--json"),
                List.of("runs", "compare", "sound", net),
                List.of("runs", "tag", net, "--text", "x"),
                List.of("runs", "note", net, "--text", "some words"));
        List<String> call = new java.util.ArrayList<>(calls.get(random.nextInt(calls.size())));
        call.addAll(List.of("--runs", runs.toString()));
        WholeProgram.Ending ending = program.call(folder.resolve("modules"), call.toArray(String[]::new));
        if (ending.code() != 0 || !ending.out().isEmpty() || !ending.err().isEmpty()) {
            // A tag that was written needs no word.
            Sentences.check(ending, call);
        }
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
}
