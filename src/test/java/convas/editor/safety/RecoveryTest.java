package convas.editor.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.editor.document.Document;
import convas.graph.Design;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecoveryTest {
    @TempDir
    private Path base;

    private static Keepsake work(String name) {
        return new Keepsake(
                name,
                Optional.of(Path.of("/somewhere/net.json")),
                new FileStamp("abc"),
                Instant.parse("2026-03-04T05:06:07Z"),
                Design.empty(name));
    }

    /** The program that is killed: keeps a design, then an edit of it, and tells so. */
    public static final class Victim {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Recovery recovery = Recovery.begin(Path.of(arguments[0]));
            Document document = new Document(BuiltinCatalog.create(), Design.empty("precious"), Optional.empty());
            Autosave autosave = new Autosave(recovery, Runnable::run, any -> FileStamp.NONE);
            document.apply("editorsafety.edit.reload", design -> design.withDescription("first"));
            autosave.look(List.of(document), any -> "precious");
            document.apply("editorsafety.edit.reload", design -> design.withDescription("second"));
            autosave.look(List.of(document), any -> "precious");
            System.out.println("kept");
            Thread.sleep(60_000);
        }
    }

    @Test
    void findsWhatAKilledProgramKeptButNotWhileItLives() throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        base.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals("kept", victim.inputReader(StandardCharsets.UTF_8).readLine());
            assertEquals(List.of(), Recovery.lost(base));
        } finally {
            victim.destroyForcibly().waitFor();
        }
        List<Recovery.Lost> lost = Recovery.lost(base);
        assertEquals(1, lost.size());
        assertEquals("precious", lost.get(0).work().name());
        assertEquals("second", lost.get(0).work().design().description());

        Recovery.settle(lost.get(0));
        assertEquals(List.of(), Recovery.lost(base));
        try (Stream<Path> left = Files.list(base)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void remembersWhereTheWorkBelongs() throws IOException {
        Path folder = Files.createDirectory(base.resolve("dead"));
        Recovery recovery = Recovery.begin(base);
        recovery.keep("a", work("alpha"));
        copyTo(folder);
        List<Recovery.Lost> lost = Recovery.lost(base);
        assertEquals(
                List.of(work("alpha")), lost.stream().map(Recovery.Lost::work).toList());
        recovery.close();
    }

    /** What the one living program has, as if another had left it. */
    private void copyTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith("lock")) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void leavesOutWhatIsBrokenAndOffersTheRest() throws IOException {
        Path folder = Files.createDirectory(base.resolve("dead"));
        Recovery recovery = Recovery.begin(base);
        recovery.keep("a", work("alpha"));
        recovery.keep("b", work("beta"));
        copyTo(folder);
        Files.writeString(folder.resolve("a.about"), "{");
        Files.writeString(base.resolve("stray"), "not a folder");
        assertEquals(
                List.of("beta"),
                Recovery.lost(base).stream().map(lost -> lost.work().name()).toList());
        assertTrue(Files.exists(folder.resolve("a.json")));
    }

    @Test
    void aProgramThatEndsAsItShouldLeavesNothing() throws IOException {
        Recovery recovery = Recovery.begin(base);
        recovery.keep("a", work("alpha"));
        recovery.close();
        assertEquals(List.of(), Recovery.lost(base));
        try (Stream<Path> left = Files.list(base)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void keepsOnlyWhatIsUnsaved() throws IOException {
        Recovery recovery = Recovery.begin(base);
        Document document = new Document(BuiltinCatalog.create(), Design.empty("net"), Optional.empty());
        Autosave autosave = new Autosave(recovery, Runnable::run, any -> FileStamp.NONE);
        autosave.look(List.of(document), any -> "net");
        assertEquals(0, kept());
        document.apply("editorsafety.edit.reload", design -> design.withDescription("changed"));
        autosave.look(List.of(document), any -> "net");
        assertEquals(1, kept());
        document.markSaved(base.resolve("net.json"));
        autosave.look(List.of(document), any -> "net");
        assertEquals(0, kept());
        document.apply("editorsafety.edit.reload", design -> design.withDescription("again"));
        autosave.look(List.of(document), any -> "net");
        assertEquals(1, kept());
        autosave.look(List.of(), any -> "net");
        assertEquals(0, kept());
        assertFalse(autosave.isBroken());
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.walk(base)) {
            return files.filter(file -> file.toString().endsWith(".about")).count();
        }
    }

    @Test
    void noticesAChangedAndADeletedFileButNotATouchedOne() throws IOException {
        Path file = Files.writeString(base.resolve("net.json"), "one");
        Document document = new Document(BuiltinCatalog.create(), Design.empty("net"), Optional.of(file));
        FileGuard guard = new FileGuard();
        assertEquals(FileGuard.Finding.SAME, guard.look(document, file));
        guard.know(document, FileStamp.of(file));
        Files.writeString(file, "one");
        assertEquals(FileGuard.Finding.SAME, guard.look(document, file));
        Files.writeString(file, "two");
        assertEquals(FileGuard.Finding.CHANGED, guard.look(document, file));
        Files.delete(file);
        assertEquals(FileGuard.Finding.DELETED, guard.look(document, file));
    }
}
