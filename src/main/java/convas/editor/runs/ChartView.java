package convas.editor.runs;

import convas.editor.training.Series;
import convas.training.RunEvent;
import convas.training.archive.RunColumn;
import convas.training.archive.RunSummary;
import convas.training.run.EventLog;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the chart beside the table shows. */
enum ChartView {
    VALIDATION_ACCURACY(true, RunEvent.EpochEnd::validationAccuracy, null),
    VALIDATION_LOSS(false, end -> OptionalDouble.of(end.validationLoss()), null),
    TRAINING_ACCURACY(true, RunEvent.EpochEnd::trainAccuracy, RunEvent.Progress::accuracy),
    TRAINING_LOSS(false, end -> OptionalDouble.of(end.trainLoss()), step -> OptionalDouble.of(step.loss())),
    PARAMETERS(RunColumn.PARAMETERS),
    MACS(RunColumn.MACS);

    private final boolean share;
    private final Function<RunEvent.EpochEnd, OptionalDouble> epoch;
    private final Function<RunEvent.Progress, OptionalDouble> step;
    private final Optional<RunColumn> cost;

    ChartView(
            boolean share,
            Function<RunEvent.EpochEnd, OptionalDouble> epoch,
            Function<RunEvent.Progress, OptionalDouble> step) {
        this.share = share;
        this.epoch = epoch;
        this.step = step;
        this.cost = Optional.empty();
    }

    ChartView(RunColumn cost) {
        this.share = true;
        this.epoch = end -> OptionalDouble.empty();
        this.step = null;
        this.cost = Optional.of(cost);
    }

    String key() {
        return "editorruns.view." + name().toLowerCase(Locale.ROOT);
    }

    /** What stands across, where this is no curve over epochs; the best accuracy then stands upward. */
    Optional<RunColumn> cost() {
        return cost;
    }

    /** Whether the figures are 0 to 1. */
    boolean isShare() {
        return share;
    }

    /** The curve of a run over epochs; reads its folder where steps count. */
    Series curve(RunSummary run) throws IOException {
        Series series = new Series();
        if (step != null) {
            int batches = 1;
            List<RunEvent> events = EventLog.read(run.folder());
            for (RunEvent event : events) {
                if (event instanceof RunEvent.Started started) {
                    batches = Math.max(1, started.batchesPerEpoch());
                }
            }
            for (RunEvent event : events) {
                if (event instanceof RunEvent.Progress progress) {
                    double x = progress.epoch() - 1 + (double) progress.batch() / batches;
                    step.apply(progress).ifPresent(value -> series.add(x, value));
                }
            }
        }
        // Epochs whose steps are not told, as of a run that an earlier version began, stand for themselves.
        double told = series.isEmpty() ? Double.POSITIVE_INFINITY : series.x(0);
        Series whole = new Series();
        for (RunEvent.EpochEnd end : run.stored().metrics()) {
            if (end.epoch() < told) {
                epoch.apply(end).ifPresent(value -> whole.add(end.epoch(), value));
            }
        }
        for (int point = 0; point < series.size(); point++) {
            whole.add(series.x(point), series.y(point));
        }
        return whole;
    }
}
