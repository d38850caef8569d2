package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.text.Texts;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.search.Search;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SearchControlTest {
    /** Rates at which nothing happens, for longer than anybody waits. */
    private static final Search ENDLESS = new Search.Rates(1e-9, 1e-8, 1_000_000);

    private final Recorder recorder = new Recorder();

    private RunHandle start(Search search) {
        RunRequest request = new RunRequest.Find(
                Designs.linear("[1, 8, 8]", 10, "{}"),
                Optional.empty(),
                RunOptions.DEFAULT.withThreads(OptionalInt.of(1)),
                search);
        return new WorkerService(new Texts(Locale.ENGLISH)).start(request, recorder);
    }

    @Test
    void endsWhenAskedTo() throws InterruptedException {
        RunHandle handle = start(ENDLESS);
        recorder.await(RunEvent.RateTried.class);
        handle.stop();
        assertEquals(new RunEvent.Searched(Search.End.STOPPED), recorder.awaitEnd());
    }

    @Test
    void whatWasFoundBeforeTheProcessDiedIsKnown() throws InterruptedException {
        RunHandle handle = start(ENDLESS);
        recorder.await(RunEvent.RateTried.class);
        handle.kill();
        assertInstanceOf(RunEvent.Failed.class, recorder.awaitEnd());
        assertTrue(recorder.all(RunEvent.RateTried.class).size() >= 1);
    }
}
