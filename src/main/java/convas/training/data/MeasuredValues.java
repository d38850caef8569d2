package convas.training.data;

import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.Normalization;
import convas.dataset.ReadingProgress;
import convas.dataset.Survey;
import convas.dataset.UnreadableSampleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at the values of samples, past those that cannot be read. For one thread. */
final class MeasuredValues {
    private final Dataset dataset;
    private final int channels;
    private final double[] sums;
    private final double[] squares;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private final List<String> constant = new ArrayList<>();
    private final List<String> notFinite = new ArrayList<>();
    private final List<DataProblem> unreadable = new ArrayList<>();
    private int read;

    private MeasuredValues(Dataset dataset) {
        this.dataset = dataset;
        this.channels = dataset.shape().channels();
        this.sums = new double[channels];
        this.squares = new double[channels];
    }

    /** @param progress hears how many are looked at */
    static MeasuredValues of(Dataset dataset, List<Integer> samples, ReadingProgress progress) {
        MeasuredValues values = new MeasuredValues(dataset);
        float[] sample = new float[dataset.shape().elements()];
        int done = 0;
        for (int index : samples) {
            try {
                dataset.read(index, sample, 0);
                values.add(index, sample);
            } catch (UnreadableSampleException broken) {
                values.unreadable.add(broken.problem());
            }
            progress.read(++done, samples.size());
        }
        return values;
    }

    /** @throws UnreadableSampleException of the first that cannot be read */
    static MeasuredValues ofReadable(Dataset dataset, List<Integer> samples) throws UnreadableSampleException {
        MeasuredValues values = new MeasuredValues(dataset);
        float[] sample = new float[dataset.shape().elements()];
        for (int index : samples) {
            dataset.read(index, sample, 0);
            values.add(index, sample);
        }
        return values;
    }

    private void add(int index, float[] sample) {
        read++;
        boolean isFinite = true;
        boolean isConstant = sample.length > channels;
        for (int at = 0; at < sample.length; at += channels) {
            for (int channel = 0; channel < channels; channel++) {
                double value = sample[at + channel];
                isFinite &= Double.isFinite(value);
                isConstant &= sample[at + channel] == sample[channel];
                sums[channel] += value;
                squares[channel] += value * value;
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        if (!isFinite) {
            notFinite.add(dataset.place(index));
        } else if (isConstant) {
            constant.add(dataset.place(index));
        }
    }

    /** What cannot be read, in the order of the samples. */
    List<DataProblem> unreadable() {
        return unreadable;
    }

    /** Absent where nothing could be read. */
    Optional<DataReport.Values> values() {
        if (read == 0) {
            return Optional.empty();
        }
        double count = (double) read * (dataset.shape().elements() / channels);
        List<Double> mean = new ArrayList<>();
        List<Double> deviation = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            double middle = sums[channel] / count;
            double spread = Math.sqrt(Math.max(0, squares[channel] / count - middle * middle));
            mean.add(middle);
            deviation.add(spread > 1e-6 ? spread : 0);
        }
        return Optional.of(new DataReport.Values(read, mean, deviation, least, greatest));
    }

    /** By these figures; a channel without any contrast is divided by 1. */
    Normalization normalization() {
        return values().map(known -> new Normalization(
                        known.mean(),
                        known.deviation().stream()
                                .map(each -> each > 0 ? each : 1.0)
                                .toList()))
                .orElseGet(() -> Normalization.none(channels));
    }

    /** What is odd. */
    List<Survey.Finding> findings() {
        List<Survey.Finding> findings = new ArrayList<>();
        add(findings, DataReports.NOT_FINITE, notFinite);
        add(findings, "datasurvey.values.constant", constant);
        long flat = values().map(known -> known.deviation().stream()
                        .filter(deviation -> deviation == 0)
                        .count())
                .orElse(0L);
        if (flat > 0) {
            findings.add(Survey.warning(Survey.Topic.VALUES, "datasurvey.values.no-deviation", flat, channels, read));
        }
        return findings;
    }

    private void add(List<Survey.Finding> findings, String key, List<String> samples) {
        if (!samples.isEmpty()) {
            List<String> first = samples.subList(0, Math.min(Survey.NAMED, samples.size()));
            findings.add(new Survey.Finding(
                    Survey.Topic.VALUES,
                    true,
                    DataProblem.of(
                            "",
                            key,
                            samples.size(),
                            read,
                            String.join(", ", first) + (first.size() < samples.size() ? ", ..." : "")),
                    OptionalLong.of(samples.size()),
                    first));
        }
    }
}
