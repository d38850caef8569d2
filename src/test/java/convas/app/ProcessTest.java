package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own. */
class ProcessTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"count", "check"})
    void readingADesignLoadsNeitherTheEngineNorTheWindow(String command) throws Exception {
        Path log = folder.resolve("classes.txt");
        assertEquals(0, run(java(List.of("-Xlog:class+load:file=" + log), command, "digits-ghost")));
        try (Stream<String> lines = Files.lines(log)) {
            List<String> heavy = lines.filter(line ->
                            line.matches(".* (ai\\.djl|javafx|com\\.sun\\.jna|convas\\.compiler|convas\\.editor)\\..*"))
                    .toList();
            assertEquals(List.of(), heavy);
        }
    }

    /**
     * A start takes as long as its classes take to load: 2,200 of them 0.45 s on the machine of docs/performance.md. They are
     * counted, since other machines are slower or have other work.
     */
    @ParameterizedTest
    @ValueSource(strings = {"count", "check"})
    void readingADesignLoadsFewClasses(String command) throws Exception {
        Path log = folder.resolve("classes.txt");
        assertEquals(0, run(java(List.of("-Xlog:class+load:file=" + log), command, "digits-ghost")));
        try (Stream<String> lines = Files.lines(log)) {
            long loaded = lines.filter(line -> line.contains(" source: ")).count();
            assertTrue(loaded < 3_500, loaded + " classes");
            assertTrue(loaded > 500, "only " + loaded + " classes: are they still told?");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theLauncherHandsOnArgumentsAndExitCode() throws Exception {
        String launcher = launcher();
        assertEquals(0, run(List.of(launcher, "check", "digits-plain")));
        assertEquals("digits-plain: no problems\n", output());
        assertEquals(1, run(List.of(launcher, "check", "src/test/resources/broken/file/cycle.json")));
        assertEquals(2, run(List.of(launcher, "count")));
    }

    /** Which names a JVM can open depends on the locale; here a shell makes them, since this JVM may not be able to. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void namesThatAreNotAsciiWorkUnderAnyLocale() throws Exception {
        String launcher = launcher();
        for (String locale : List.of("C", "no_SUCH.ISO-8859-1")) {
            String script = """
                    set -e
                    design="$1/$(printf 'd\\303\\251s\\345\\255\\227.json')" runs="$1/$(printf 'l\\303\\244ufe')"
                    cp presets/digits-plain.json "$design"
                    mkdir -p "$runs/$(printf '\\303\\244')"
                    export LC_ALL="$3"
                    "$2" check "$design"
                    "$2" runs --runs "$runs" | grep -c unreadable
                    "$2" picture "$design" -o "$1/$(printf '\\345\\255\\227.svg')"
                    """;
            int code = run(List.of("/bin/sh", "-c", script, "sh", folder.toString(), launcher, locale));
            assertEquals(0, code, locale + ": " + Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8));
            assertTrue(output().contains("d\u00e9s\u5b57.json: no problems\n1\n"), locale + ": " + output());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeWrittenEndsWithAnError() throws Exception {
        String launcher = launcher();
        String script = """
                "$1" count digits-plain --json > /dev/full; echo $?
                "$1" check digits-plain > /dev/full; echo $?
                """;
        assertEquals(0, run(List.of("/bin/sh", "-c", script, "sh", launcher)));
        assertEquals("1\n1\n", output());
    }

    private String launcher() throws Exception {
        // A folder that looks freshly built, so that the launcher has nothing to build. A copy: a launcher that built
        // after
        // all would take the presets away first.
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.copy(Path.of("convas"), folder.resolve("convas"), StandardCopyOption.COPY_ATTRIBUTES);
        copy(classes(), target.resolve("classes"));
        Files.copy(classes().resolveSibling("classpath.txt"), target.resolve("classpath.txt"));
        Files.createFile(folder.resolve("pom.xml"));
        Path stamp = Files.createFile(target.resolve("convas.stamp"));
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(PATIENCE_SECONDS)));
        return folder.resolve("convas").toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private List<String> java(List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        String libraries = Files.readString(classes().resolveSibling("classpath.txt"));
        command.addAll(List.of("-cp", classes() + java.io.File.pathSeparator + libraries, "convas.app.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "still running: " + command);
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
    }
}
