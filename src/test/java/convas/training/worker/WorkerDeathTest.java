package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Exit codes as a shell and the JVM give them: 128 and the signal's number. */
final class WorkerDeathTest {
    private static List<String> sentences(int exit, String... tail) {
        return new WorkerDeath(exit, false, Optional.of(Path.of("runs", "r")), List.of(tail))
                .sentences(new Texts(Locale.ENGLISH));
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

    @Test
    void saysWhereTheRunIs() {
        List<String> sentences = sentences(137);
        assertEquals("What was written up to then is in " + Path.of("runs", "r") + ".", sentences.get(1));
        assertEquals(
                "It had not begun to train, so there is no run folder.",
                new WorkerDeath(137, false, Optional.empty(), List.of())
                        .sentences(new Texts(Locale.ENGLISH))
                        .get(1));
    }
}
