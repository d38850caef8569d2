package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Design;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
        assertTrue(Files.readString(log).contains("\tat convas.training.djl.FailuresTest."), told);
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

    @Test
    void whereMemoryEndsWhileDataAreReadThoseAreNamed() {
        Planner full = new Planner(
                design -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                BuiltinDatasets.create());
        Design design = Designs.linear("[1, 8, 8]", 10, "{'dataset': {'type': 'npz', 'path': '/data/huge.npz'}}");
        RunFailure failure = assertThrows(
                RunFailure.class, () -> new Planning(full).plan(design, OptionalInt.empty(), OptionalLong.empty()));
        long limit = Runtime.getRuntime().maxMemory() >> 20;
        assertEquals(
                List.of("The data /data/huge.npz do not fit into the training process, which may have " + limit
                        + " MiB of Java memory; batch_size has no part in that. Take fewer samples, a smaller image_size"
                        + " or cache_mb, or give it more, as in JAVA_TOOL_OPTIONS=-Xmx8g."),
                sentences(failure));
    }
}
