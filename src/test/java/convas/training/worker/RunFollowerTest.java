package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import convas.text.Texts;
import convas.training.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of strangers. */
final class RunFollowerTest {
    private static final int TOO_LONG = 17 << 20;

    @TempDir
    private Path run;

    /** It was collected in memory for as long as it went on. */
    @Test
    void aLineWithoutEndIsRefused() throws IOException, InterruptedException {
        Files.write(run.resolve("events.jsonl"), new byte[TOO_LONG]);
        Recorder recorder = new Recorder();
        new WorkerService(new Texts(Locale.ENGLISH)).follow(run, recorder);
        assertEquals(
                List.of(
                        "The run cannot be followed: a line of its file events.jsonl is longer than 16 MiB, which no run"
                                + " writes."),
                assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd()).problems());
    }
}
