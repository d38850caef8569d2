package convas.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import convas.training.RunOrder;
import convas.training.archive.RunArchive;
import convas.training.archive.RunNotes;
import convas.training.archive.RunSummary;
import convas.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run folders that somebody else has made: nothing is written outside them, and what is no file is not read. */
final class HostileRunFolderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path base;

    private Path victim;
    private RunFolder folder;

    @BeforeEach
    void fill() throws IOException {
        victim = Files.writeString(base.resolve("victim"), "mine");
        folder = RunFolder.create(base.resolve("runs"), "net", LocalDateTime.of(2026, 3, 4, 5, 6, 7));
    }

    @Test
    void nothingThatIsWrittenIntoARunFollowsALinkOutOfIt() throws IOException {
        for (String name : List.of(
                "design.json",
                "recipe.json",
                "card.json",
                "metrics.jsonl",
                "events.jsonl",
                "notes.json",
                "control",
                "confusion.json",
                "best.safetensors",
                "lock.owner")) {
            // Who made the folder has said so already.
            Files.deleteIfExists(folder.path().resolve(name));
            Files.createSymbolicLink(folder.path().resolve(name), victim);
            Files.createSymbolicLink(folder.path().resolve(name + ".new"), victim);
        }
        Files.createSymbolicLink(folder.path().resolve("checkpoint"), base);
        Files.createSymbolicLink(folder.path().resolve("checkpoint.new"), base);
        Files.createSymbolicLink(folder.path().resolve("checkpoint.old"), base);
        folder.writeDesign(new DesignFormat().write(Design.empty("net")));
        folder.writeRecipe(Recipe.read(Map.of()).value().orElseThrow());
        folder.writeConfusion(1, List.of("a"), new long[][] {{1}});
        EventLog.open(folder.path(), CheckpointState.start(1)).close();
        new ControlFile(folder.path()).write(RunOrder.PAUSE);
        assertEquals(Optional.of(RunOrder.PAUSE), new ControlFile(folder.path()).take());
        new RunNotes(List.of("x"), "").write(folder.path());
        folder.writeCheckpoint(CheckpointState.start(1), place -> {});
        RunFolder.resume(folder.path(), 0);
        assertEquals("mine", Files.readString(victim));
        assertTrue(Files.isDirectory(base.resolve("runs")));
        assertFalse(Files.exists(base.resolve("state.json")));
    }

    @Test
    void anOrderThatIsALinkOrAFolderIsTakenAwayUnread() throws IOException {
        Files.writeString(victim, "stop");
        Path control = Files.createSymbolicLink(folder.path().resolve("control"), victim);
        assertEquals(Optional.empty(), new ControlFile(folder.path()).take());
        assertFalse(Files.exists(control));
        assertEquals("stop", Files.readString(victim));
        Files.createDirectories(control.resolve("inner"));
        assertEquals(Optional.empty(), new ControlFile(folder.path()).take());
        assertFalse(Files.exists(control));
    }

    @Test
    void whatIsNoFileIsNotReadAndTheRunIsOneThatCannotBe() throws Exception {
        for (String name : List.of("card.json", "design.json", "recipe.json", "metrics.jsonl", "notes.json")) {
            for (String kind : List.of("zero", "pipe", "folder", "link")) {
                RunFolder run = RunFolder.create(base.resolve("runs"), name + kind, LocalDateTime.now());
                put(kind, run.path().resolve(name));
                List<RunSummary> read =
                        assertTimeoutPreemptively(PATIENCE, () -> new RunArchive(base.resolve("runs")).read());
                assertEquals(RunSummary.State.UNREADABLE, read.get(0).state());
                StoredRun stored = RunFolder.open(run.path());
                Texts texts = new Texts(Locale.ENGLISH);
                assertEquals(
                        !name.equals("notes.json"),
                        stored.problems().stream()
                                .anyMatch(problem -> problem.sentence(texts)
                                        .equals("The run's " + name
                                                + " is no regular file, but a link, a pipe, a device"
                                                + " or a folder; it is not read.")));
            }
        }
    }

    @Test
    void eventsThatAreNoFileAreNotRead() throws Exception {
        Path events = folder.path().resolve(EventLog.NAME);
        put("zero", events);
        assertThrows(IOException.class, () -> EventLog.read(folder.path()));
        Files.delete(events);
        put("pipe", events);
        assertTimeoutPreemptively(PATIENCE, () -> assertThrows(IOException.class, () -> EventLog.read(folder.path())));
        EventLog.open(folder.path(), CheckpointState.start(1)).close();
        assertEquals(List.of(), EventLog.read(folder.path()));
    }

    @Test
    void aFolderOfAProcessThatWasKilledBeforeItsRunBeganIsTakenAwayAndOneThatHadBegunIsFound() throws IOException {
        Path runs = base.resolve("runs");
        Files.writeString(folder.path().resolve("lock.owner"), "123 456\n");
        Files.writeString(folder.path().resolve("design.json"), "{}");
        assertEquals(Optional.empty(), RunFolder.leftBy(runs, 12));
        assertTrue(folder.exists());
        assertEquals(Optional.empty(), RunFolder.leftBy(runs, 123));
        assertFalse(folder.exists());
        RunFolder begun = RunFolder.create(runs, "net", LocalDateTime.of(2026, 3, 4, 5, 6, 7));
        Files.writeString(begun.path().resolve("lock.owner"), "123 456\n");
        begun.writeCard(RunFolderTest.card());
        assertEquals(Optional.of(begun.path()), RunFolder.leftBy(runs, 123));
    }

    private void put(String kind, Path file) throws Exception {
        switch (kind) {
            case "zero" -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
            case "pipe" -> new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
            case "folder" -> Files.createDirectory(file);
            default -> Files.createSymbolicLink(file, victim);
        }
    }
}
