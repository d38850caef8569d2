package convas.cli.train;

import convas.text.Texts;
import convas.training.RunEvent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a run: a line for each epoch, and on a terminal a bar below them. */
final class TrainingDisplay implements AutoCloseable {
    private static final String UNKNOWN = "-";
    private static final int BAR_COLUMNS = 100;
    /** Where there is no bar, nobody waits longer than this for a line. */
    private static final long QUIET_NANOS = 60_000_000_000L;
    /** The same while the data is read: nothing at all was said before. */
    private static final long READING_NANOS = 5_000_000_000L;

    private final Texts texts;
    private final PrintWriter out;
    private final boolean terminal;
    private ProgressBar bar;
    private int epochs;
    private int batchesPerEpoch;
    private RunEvent last;
    private Path folder;
    private List<RunEvent.EpochEnd> before = List.of();
    private long told = System.nanoTime();
    /** Whether the line is begun that counts the files read. */
    private boolean counting;

    /** @param terminal whether a bar may be shown */
    TrainingDisplay(Texts texts, PrintWriter out, boolean terminal) {
        this.texts = texts;
        this.out = out;
        this.terminal = terminal;
    }

    /** What a run that is gone on with came to before: shown when it has begun. */
    synchronized void recall(List<RunEvent.EpochEnd> epochsBefore) {
        before = List.copyOf(epochsBefore);
    }

    /** @param err for what went wrong */
    synchronized void show(RunEvent event, PrintWriter err) {
        last = event;
        if (event instanceof RunEvent.DataRead data) {
            reading(data);
        } else if (event instanceof RunEvent.DataSaid said) {
            endCounting();
            said.lines().forEach(this::line);
        } else if (event instanceof RunEvent.Started started) {
            start(started);
        } else if (event instanceof RunEvent.Progress progress) {
            progress(progress);
        } else if (event instanceof RunEvent.Paused) {
            line(texts.get("clitrain.paused"));
        } else if (event instanceof RunEvent.Resumed) {
            line(texts.get("clitrain.resumed"));
        } else if (event instanceof RunEvent.EpochEnd end) {
            told = System.nanoTime();
            epoch("cli.train.epoch", end);
        } else if (event instanceof RunEvent.Tested tested) {
            line(texts.get(
                    "clitrain.tested",
                    tested.images(),
                    number("%.4f", tested.loss()),
                    percent(OptionalDouble.of(tested.accuracy()))));
        } else if (event instanceof RunEvent.Finished finished) {
            close();
            line(texts.get(
                    finished.stopped() ? "cli.train.stopped" : "cli.train.finished",
                    finished.epochs(),
                    number("%.1f", finished.seconds()),
                    percent(finished.validationAccuracy()),
                    finished.speed().isPresent() ? number("%.0f", finished.imagesPerSecond()) : UNKNOWN,
                    finished.run()));
            if (!finished.stopped() && finished.epochs() < epochs) {
                line(texts.get("cli.train.early", finished.epochs(), epochs));
            }
        } else if (event instanceof RunEvent.Failed failed) {
            endCounting();
            close();
            failed.problems().forEach(err::println);
            err.flush();
        }
    }

    private void epoch(String key, RunEvent.EpochEnd end) {
        line(texts.get(
                key,
                end.epoch(),
                epochs,
                number("%.4f", end.trainLoss()),
                percent(end.trainAccuracy()),
                number("%.4f", end.validationLoss()),
                percent(end.validationAccuracy()),
                number("%.0f", end.imagesPerSecond()),
                number("%.1f", end.seconds())));
    }

    synchronized void say(String key, Object... arguments) {
        line(texts.get(key, arguments));
    }

    /** The folder of the run, once it has begun. */
    synchronized Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** The newest event. */
    synchronized Optional<RunEvent> last() {
        return Optional.ofNullable(last);
    }

    /** On a terminal one line that counts; elsewhere a line after a while and from then on. */
    private void reading(RunEvent.DataRead data) {
        if (terminal) {
            out.print('\r');
            out.print(texts.get("clitrain.reading", data.files(), data.all()));
            out.flush();
            counting = true;
        } else if (System.nanoTime() - told > READING_NANOS) {
            told = System.nanoTime();
            line(texts.get("clitrain.reading", data.files(), data.all()));
        }
    }

    private void start(RunEvent.Started started) {
        endCounting();
        folder = started.run();
        epochs = started.epochs();
        batchesPerEpoch = started.batchesPerEpoch();
        line(texts.get(
                "cli.train.started",
                started.run(),
                started.trainImages(),
                started.validationImages(),
                epochs,
                started.device(),
                started.threads()));
        started.notes().forEach(this::line);
        before.forEach(end -> epoch("clitrain.before", end));
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(texts.get("cli.train.bar"))
                    .setInitialMax((long) epochs * batchesPerEpoch)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new DelegatingProgressBarConsumer(this::draw, BAR_COLUMNS))
                    .build();
        }
    }

    private void endCounting() {
        if (counting) {
            out.println();
            counting = false;
        }
    }

    private void progress(RunEvent.Progress progress) {
        if (bar != null) {
            bar.stepTo((long) (progress.epoch() - 1) * batchesPerEpoch + progress.batch());
            bar.setExtraMessage(texts.get(
                    "cli.train.progress",
                    number("%.4f", progress.loss()),
                    percent(progress.accuracy()),
                    number("%.0f", progress.imagesPerSecond())));
        } else if (System.nanoTime() - told > QUIET_NANOS) {
            told = System.nanoTime();
            line(texts.get(
                    "clitrain.batch",
                    progress.epoch(),
                    epochs,
                    progress.batch(),
                    batchesPerEpoch,
                    number("%.4f", progress.loss()),
                    percent(progress.accuracy()),
                    number("%.0f", progress.imagesPerSecond()),
                    number("%.0f", progress.secondsLeft())));
        }
    }

    private void draw(String text) {
        out.print('\r');
        out.print(text);
        out.flush();
    }

    /** A line of its own, over the bar if there is one; the bar is drawn again below. */
    private void line(String text) {
        if (bar != null) {
            out.print('\r');
        }
        out.println(bar == null ? text : text + " ".repeat(Math.max(0, BAR_COLUMNS - text.length())));
        out.flush();
    }

    private String number(String format, double value) {
        return Double.isNaN(value) ? UNKNOWN : String.format(texts.locale(), format, value);
    }

    private String percent(OptionalDouble accuracy) {
        Locale locale = texts.locale();
        return accuracy.isPresent() ? String.format(locale, "%.2f %%", 100 * accuracy.getAsDouble()) : UNKNOWN;
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            out.println();
        }
    }
}
