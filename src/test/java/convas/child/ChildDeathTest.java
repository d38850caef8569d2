package convas.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Exit codes as a shell and the JVM give them: 128 and the signal's number. */
final class ChildDeathTest {
    private static List<String> sentences(int exit, String... tail) {
        return new ChildDeath(exit, false, List.of(tail)).sentences(new Texts(Locale.ENGLISH), "training");
    }

    @Test
    void namesTheSignal() {
        assertTrue(sentences(137).get(0).contains("killed from outside (signal 9)"));
        assertTrue(sentences(139).get(0).contains("crashed in native code (signal 11)"));
        assertTrue(sentences(134).get(0).contains("crashed in native code (signal 6)"));
        assertEquals(
                "The training process was ended by signal 15.", sentences(143).get(0));
        assertEquals(
                "The training process ended unexpectedly with exit code 3.",
                sentences(3).get(0));
    }

    @Test
    void knowsAnEndOfMemoryByTheLastWords() {
        List<String> sentences = sentences(
                1,
                "# There is insufficient memory for the Java Runtime Environment to continue.",
                "\tat convas.Nowhere.run(Nowhere.java:1)",
                "");
        assertTrue(sentences.get(0).startsWith("The training process ran out of memory (exit code 1)"));
        assertEquals(
                "Its last message was: # There is insufficient memory for the Java Runtime Environment to continue.",
                sentences.get(1));
    }

    /** The report that OpenJDK 17 wrote when its process got SIGSEGV, paths and versions shortened. */
    @Test
    void tellsWhatAReportOfTheJvmIsAbout() {
        List<String> sentences = sentences(
                134,
                "Loading the engine",
                "#",
                "# A fatal error has been detected by the Java Runtime Environment:",
                "#",
                "#  SIGSEGV (0xb) at pc=0x00007f2f8a2ad170, pid=4711, tid=4712",
                "#",
                "# JRE version: OpenJDK Runtime Environment (17.0.9+9) (build 17.0.9+9)",
                "# Problematic frame:",
                "# C  [libtorch_cpu.so+0x1a4d170]  at::native::copy_+0x20",
                "#",
                "# An error report file with more information is saved as:",
                "# /home/someone/hs_err_pid4711.log",
                "#",
                "#");
        assertEquals(
                "Its last message was: SIGSEGV (0xb) at pc=0x00007f2f8a2ad170, pid=4711, tid=4712;"
                        + " C  [libtorch_cpu.so+0x1a4d170]  at::native::copy_+0x20",
                sentences.get(1));
    }

    /** The heap of the process is another memory than that of the machine: batches do not fill it alone. */
    @Test
    void doesNotTakeAFullHeapForAFullMachine() {
        String sentence =
                sentences(1, "java.lang.OutOfMemoryError: Java heap space").get(0);
        assertTrue(sentence.startsWith("The training process ran out of Java memory (exit code 1)"), sentence);
        assertTrue(sentence.contains("JAVA_TOOL_OPTIONS"), sentence);
    }
}
