package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a machine without GTK, whose programs and whose Java are stand-ins that write down what they are told. */
@EnabledOnOs(OS.LINUX)
final class FirstStartTest {
    private static final String INSTALLED = "apt-get -o DPkg::Lock::Timeout=60 install -y --no-install-recommends"
            + " libgtk-3-0 libxtst6 libxxf86vm1 libgl1\n";

    @TempDir
    private Path folder;

    private Path programs;
    private Path told;

    @BeforeEach
    void aBareMachine() throws IOException {
        programs = Files.createDirectory(folder.resolve("bin"));
        told = Files.createFile(folder.resolve("told"));
        Files.copy(Path.of("convas"), folder.resolve("convas"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(folder.resolve("target/classes/convas"));
        Files.createFile(folder.resolve("target/classpath.txt"));
        Files.createFile(folder.resolve("pom.xml"));
        Files.copy(Path.of("presets/digits-plain.json"), folder.resolve("a.json"));
        Path stamp = Files.createFile(folder.resolve("target/convas.stamp"));
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(3600)));
        String java =
                "#!/bin/sh\n[ \"$1\" != -version ] || { echo 'openjdk version \"17.0.9\"' >&2; exit; }\necho window\n";
        program("jdk/bin/java", java);
        program("bin/ldconfig", "#!/bin/sh\necho libc.so.6\n");
        program("bin/fc-list", "#!/bin/sh\necho DejaVu\n");
        program("bin/apt-cache", "#!/bin/sh\nexit 1\n");
        program("bin/apt-get", "#!/bin/sh\necho apt-get \"$@\" >> " + told + "\n");
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        assertTrue(file.toFile().setExecutable(true));
    }

    private void user(int number, String sudo) throws IOException {
        program("bin/id", "#!/bin/sh\necho " + number + "\n");
        program("bin/sudo", "#!/bin/sh\n" + sudo + "\n");
    }

    /** What it prints in all. */
    private String start(String display, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("convas").toString());
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("DISPLAY", display);
        Path out = folder.resolve("out");
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    /** Java's own words were a stack, or that there is no such class. */
    @Test
    void aFolderThatJavaCannotRunFromIsNamed() throws Exception {
        for (String name : java.util.List.of("a:b", "x\ud83d\ude00", "gr\u00f6\u00dfe \u5b57")) {
            String script = "mkdir -p \"$1\" && cp -R convas target pom.xml \"$1\" && exec \"$1/convas\" presets";
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script, "sh", name);
            builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Path out = folder.resolve("out");
            Process process = builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            String said = Files.readString(out, StandardCharsets.UTF_8);
            boolean plain = name.startsWith("gr");
            assertEquals(plain ? 0 : 2, process.exitValue(), said);
            assertEquals(plain, said.equals("window\n"), said);
            assertEquals(!plain, said.startsWith("Java cannot run a program from a folder with "), said);
        }
    }

    @Test
    void rootGetsWhatTheWindowNeedsAndIsToldInALine() throws Exception {
        user(0, "exit 1");
        assertEquals(
                "Installing for the window: libgtk-3-0 libxtst6 libxxf86vm1 libgl1 \nwindow\n", start(":0", "a.json"));
        assertEquals("apt-get update\n" + INSTALLED, Files.readString(told));
    }

    @Test
    void soDoesWhoNeedsNoPasswordForSudo() throws Exception {
        user(1000, "[ \"$1\" = -n ] && shift && exec \"$@\"");
        assertEquals("Installing for the window: libgtk-3-0 libxtst6 libxxf86vm1 libgl1 \nwindow\n", start(":0"));
        assertEquals("apt-get update\n" + INSTALLED, Files.readString(told));
    }

    @Test
    void nothingIsInstalledWithoutTheRightToOrWhereNoWindowIsToOpen() throws Exception {
        user(1000, "exit 1");
        assertEquals("window\n", start(":0", "a.json"));
        user(0, "exit 1");
        assertEquals("window\n", start("", "a.json"));
        assertEquals("window\n", start(":0", "count", "a.json"));
        assertEquals("window\n", start(":0", "presets"));
        assertEquals("", Files.readString(told));
    }
}
