package convas.dataset.array;

import convas.dataset.Dataset;
import convas.dataset.Reinterpretation;
import convas.dataset.SampleShape;
import convas.dataset.Split;
import convas.dataset.Survey;
import convas.dataset.Targets;
import convas.tensor.NumpyHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Samples of arrays, in memory. */
final class ArraySamples implements Dataset {
    private final String name;
    private final Path file;
    private final ChosenArrays chosen;
    private final Inputs inputs;
    private final Answers answers;
    private final String digest;
    private final boolean isBrightness;
    private final Survey survey;
    private final List<Reinterpretation> reinterpretations;

    ArraySamples(
            String name,
            Path file,
            ChosenArrays chosen,
            ArrayReading.Content content,
            String digest,
            Survey survey,
            List<Reinterpretation> reinterpretations) {
        this.name = name;
        this.file = file;
        this.chosen = chosen;
        this.inputs = content.inputs();
        this.answers = content.answers();
        this.digest = digest;
        this.isBrightness = inputs.areBrightness();
        this.survey = survey;
        this.reinterpretations = List.copyOf(reinterpretations);
    }

    @Override
    public String name() {
        return name;
    }

    /** With file and arrays. */
    @Override
    public String title() {
        ChosenArrays.Pair pair = chosen.pairs().get(ArrayPart.TRAINING);
        return name + " " + file + " (\"" + pair.inputs().name() + "\", \""
                + pair.targets().name() + "\")";
    }

    @Override
    public SampleShape shape() {
        return inputs.shape();
    }

    @Override
    public Targets targets() {
        return answers.targets();
    }

    @Override
    public int size() {
        return inputs.size();
    }

    @Override
    public int label(int sample) {
        if (!(targets() instanceof Targets.Classes)) {
            throw new IllegalStateException(name + " has no classes");
        }
        return answers.labels()[sample];
    }

    @Override
    public void target(int sample, float[] into, int at) {
        if (targets() instanceof Targets.Classes) {
            Dataset.super.target(sample, into, at);
        } else {
            System.arraycopy(
                    answers.numbers(),
                    sample * targets().size(),
                    into,
                    at,
                    targets().size());
        }
    }

    @Override
    public void read(int sample, float[] into, int at) {
        inputs.read(sample, into, at);
    }

    @Override
    public boolean isBrightness() {
        return isBrightness;
    }

    /** As NumPy would index it. */
    @Override
    public String place(int sample) {
        int row = sample;
        for (ChosenArrays.Pair pair : chosen.pairs().values()) {
            NumpyHead head = pair.inputs();
            if (row < head.length()) {
                return head.name() + "[" + row + "]";
            }
            row -= Math.toIntExact(head.length());
        }
        throw new IndexOutOfBoundsException(sample);
    }

    @Override
    public String digest() {
        return digest;
    }

    /** Where there are arrays to validate or test with; those to test with validate where there are no others. */
    @Override
    public Optional<Split> split() {
        Map<ArrayPart, ChosenArrays.Pair> pairs = chosen.pairs();
        if (pairs.size() == 1) {
            return Optional.empty();
        }
        List<Integer> validation = samples(ArrayPart.VALIDATION);
        List<Integer> test = samples(ArrayPart.TEST);
        List<Integer> training = samples(ArrayPart.TRAINING);
        return Optional.of(validation.isEmpty() ? new Split(training, test) : new Split(training, validation, test));
    }

    private List<Integer> samples(ArrayPart part) {
        int from = 0;
        for (Map.Entry<ArrayPart, ChosenArrays.Pair> pair : chosen.pairs().entrySet()) {
            int length = Math.toIntExact(pair.getValue().inputs().length());
            if (pair.getKey() == part) {
                return IntStream.range(from, from + length).boxed().toList();
            }
            from += length;
        }
        return List.of();
    }

    @Override
    public Survey survey() {
        return survey;
    }

    @Override
    public List<Reinterpretation> reinterpretations() {
        return reinterpretations;
    }
}
