package convas.cli.search;

import convas.cli.Console;
import convas.cli.ExitCode;
import convas.cli.Parts;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunRequest;
import convas.training.search.Search;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One search from request to what was found. Ctrl-C ends it after its step, and what was found up to then is told, as it
 * is where the process that searches breaks off.
 */
public final class SearchRun {
    /** How long Ctrl-C waits for the last step and what there is to tell. */
    private static final long PATIENCE_SECONDS = 60;

    private final Parts parts;
    private final Console console;
    private final boolean json;

    /** @param json whether programs read the result */
    public SearchRun(Parts parts, Console console, boolean json) {
        this.parts = parts;
        this.console = console;
        this.json = json;
    }

    /** The exit code; fine where something was found. */
    public int follow(RunRequest.Find request) throws InterruptedException {
        Findings findings = request.search() instanceof Search.Rates rates
                ? new RateFindings(parts.texts(), rates)
                : new BatchFindings(parts.texts());
        BlockingQueue<RunEvent> last = new ArrayBlockingQueue<>(1);
        RunHandle handle = parts.training().get().start(request, event -> {
            if (event.isLast()) {
                last.add(event);
            } else if (event instanceof RunEvent.DataRead data) {
                show(parts.texts().get("clitrain.reading", data.files(), data.all()));
            } else {
                findings.add(event).ifPresent(this::show);
            }
        });
        CountDownLatch told = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> interrupt(handle, told), "stop-search");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            RunEvent end = last.take();
            show("");
            return tell(findings, end);
        } finally {
            told.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(onInterrupt);
            } catch (IllegalStateException goingDown) {
                // Ctrl-C is what ended the search; the process ends when the hook has seen it.
            }
        }
    }

    private int tell(Findings findings, RunEvent end) {
        Optional<Search.End> why =
                end instanceof RunEvent.Searched searched ? Optional.of(searched.why()) : Optional.empty();
        List<String> problems = end instanceof RunEvent.Failed failed ? failed.problems() : List.of();
        boolean found = !findings.isEmpty();
        if (json) {
            findings.print(console.out(), why, problems);
        } else if (found) {
            findings.print(console.out());
            why.ifPresent(known -> console.out().println(parts.texts().get("clisearch.end." + known)));
            console.out().println(findings.suggestion());
            console.out().flush();
        }
        problems.forEach(console.err()::println);
        console.err().flush();
        return found ? ExitCode.FINE : ExitCode.ERRORS;
    }

    private void interrupt(RunHandle handle, CountDownLatch told) {
        console.err().println(parts.texts().get("clisearch.stopping"));
        handle.stop();
        try {
            told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException cutShort) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the place of what was shown before. */
    private void show(String line) {
        console.showInPlace(line);
    }

    /** Three digits that count, whatever the size. */
    static String rate(double rate) {
        return String.format(Locale.ROOT, "%.2e", rate);
    }
}
