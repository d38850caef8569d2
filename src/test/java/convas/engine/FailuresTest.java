package convas.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private static List<String> sentences(RunFailure failure) {
        return failure.problems().stream().map(problem -> problem.line(TEXTS)).toList();
    }

    @Test
    void aFaultOfOurOwnIsCalledOneAndHasALog() throws IOException {
        RunFailure failure = new Failures(TEXTS, "training").explain(new ArithmeticException("/ by zero"));
        String start = "The training met a fault that nobody expected: ArithmeticException: / by zero. Its log is ";
        String told = sentences(failure).get(0);
        assertTrue(told.startsWith(start), told);
        Path log = Path.of(told.substring(start.length(), told.length() - 1));
        assertTrue(Files.readString(log).contains("\tat convas.engine.FailuresTest."), told);
        Files.delete(log);
        assertFalse(failure.mayPass());
    }

    /** Of reasons that a user can take away only. */
    @Test
    void whatMayPassIsKnown() {
        Failures failures = new Failures(TEXTS, "training");
        assertTrue(failures.explain(new IOException("No space left on device")).mayPass());
        assertTrue(failures.explain(new NoSuchFileException("x")).mayPass());
        assertTrue(failures.explain(new OutOfMemoryError()).mayPass());
        assertFalse(failures.explain(RunFailure.of(null, "training.diverged")).mayPass());
        RunFailure kept = failures.explain(new IOException("full")).and("training.kept", "x");
        assertTrue(kept.mayPass());
        assertFalse(kept.lasting().mayPass());
    }
}
