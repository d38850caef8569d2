package convas.cli.train;

import convas.cli.Console;
import convas.cli.Parts;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunRequest;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Carries out runs one after the other and shows them. Ctrl-C stops the run that goes on after its batch, with everything
 * kept; this process stays until that is told.
 */
final class Training implements AutoCloseable {
    /** How long Ctrl-C waits for the last batch, the validation and the run's folder. */
    private static final long PATIENCE_SECONDS = 60;

    private final Parts parts;
    private final Console console;
    private final PrintWriter out;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread onInterrupt = new Thread(this::interrupt, "stop-training");
    private RunHandle run;
    private TrainingDisplay display;
    private boolean interrupted;

    Training(Parts parts, Console console, PrintWriter out) {
        this.parts = parts;
        this.console = console;
        this.out = out;
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /** Whether somebody wants no more runs. */
    synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** Says which of several runs comes now. */
    void announce(int number, int all, RunRequest request) {
        out.println(parts.texts()
                .get(
                        "clitrain.number",
                        number,
                        all,
                        request.name(),
                        request.options().seed().isPresent()
                                ? request.options().seed().getAsLong()
                                : "-"));
        out.flush();
    }

    /** The last event of the run, after everything about it has been shown. */
    RunEvent follow(RunRequest request) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        try (TrainingDisplay shown = new TrainingDisplay(parts.texts(), out, console.terminal())) {
            if (request instanceof RunRequest.Resume resumed) {
                StoredRun stored = RunFolder.open(resumed.run());
                shown.recall(stored.metrics().stream()
                        .filter(end -> end.epoch() <= stored.epochsDone())
                        .toList());
            }
            synchronized (this) {
                display = shown;
                run = parts.training().get().start(request, event -> {
                    try {
                        shown.show(event, console.err());
                    } finally {
                        // Also where it cannot be shown: whoever waits must not wait for good.
                        if (event.isLast()) {
                            over.countDown();
                        }
                    }
                });
                if (interrupted) {
                    run.stop();
                }
            }
            over.await();
            RunEvent last = shown.last().orElseThrow();
            Optional<Path> folder = shown.folder().filter(Files::isDirectory);
            // Where the run did not even begin, or its own numbers ended it, the same command would fail again.
            boolean helps = last instanceof RunEvent.Finished finished
                    ? finished.stopped()
                    : last instanceof RunEvent.Failed failed && failed.resumable();
            if (helps && folder.isPresent()) {
                shown.say("clitrain.resume", folder.get());
            }
            return last;
        }
    }

    private void interrupt() {
        synchronized (this) {
            interrupted = true;
            if (run != null && run.isRunning()) {
                display.say("cli.train.stopping");
                run.stop();
            }
        }
        try {
            told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException cutShort) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException goingDown) {
            // Ctrl-C is what ended the run; the process ends when the hook has seen it.
        }
    }
}
