package convas.dataset.array;

import convas.dataset.DataProblem;
import convas.dataset.DatasetException;
import convas.dataset.SampleShape;
import convas.tensor.NumpyArchive;
import convas.tensor.NumpyArray;
import convas.tensor.NumpyHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the arrays that are used. */
final class ArrayReading {
    private final Path file;
    private final NumpyArchive archive;
    private final ChosenArrays chosen;
    private final List<DataProblem> problems = new ArrayList<>();

    ArrayReading(Path file, NumpyArchive archive, ChosenArrays chosen) {
        this.file = file;
        this.archive = archive;
        this.chosen = chosen;
    }

    /** What there is to learn and of what. */
    record Content(Inputs inputs, Answers answers) {}

    /**
     * Everything in memory.
     *
     * @param channelsLast whether the channels of images are the last dimension
     * @param labels how targets are read, see {@link Labels}
     * @throws DatasetException with everything that is in the way
     */
    Content read(boolean channelsLast, String labels) throws IOException, DatasetException {
        problems.addAll(ArrayChecks.problems(file, chosen));
        boolean isOfOneForm =
                problems.stream().allMatch(problem -> problem.key().equals("dataset.npz.counts"));
        if (!isOfOneForm) {
            throw new DatasetException(problems, null);
        }
        Answers answers = answers(labels);
        Inputs inputs = inputs(channelsLast);
        if (!problems.isEmpty()) {
            throw new DatasetException(problems, null);
        }
        return new Content(inputs, answers);
    }

    /** Null where there are problems. */
    private Answers answers(String labels) throws IOException {
        List<TargetValues.Source> sources = new ArrayList<>();
        int before = problems.size();
        for (var part : chosen.pairs().entrySet()) {
            String name = part.getValue().targets().name();
            NumpyArray array = archive.read(name);
            Finiteness.problem(file, part.getKey().targets(), name, array.shape(), array.floats())
                    .ifPresent(problems::add);
            sources.add(new TargetValues.Source(name, array));
        }
        if (problems.size() > before) {
            return null;
        }
        try {
            return Labels.read(file, new TargetValues(sources), labels);
        } catch (DatasetException unread) {
            problems.addAll(unread.problems());
            return null;
        }
    }

    private Inputs inputs(boolean channelsLast) throws IOException {
        NumpyHead first = chosen.pairs().get(ArrayPart.TRAINING).inputs();
        SampleShape shape = Layout.shape(first.shape(), channelsLast);
        boolean reorders = first.shape().rank() == 4 && !channelsLast;
        if (first.type().equals("uint8")) {
            List<byte[]> parts = new ArrayList<>();
            for (ChosenArrays.Pair pair : chosen.pairs().values()) {
                byte[] data = archive.read(pair.inputs().name()).data();
                parts.add(reorders ? Layout.channelsLast(data, shape) : data);
            }
            return Inputs.ofBytes(shape, Joined.bytes(parts));
        }
        List<float[]> parts = new ArrayList<>();
        for (var part : chosen.pairs().entrySet()) {
            String name = part.getValue().inputs().name();
            NumpyArray array = archive.read(name);
            float[] values = array.floats();
            Finiteness.problem(file, part.getKey().inputs(), name, array.shape(), values)
                    .ifPresent(problems::add);
            parts.add(reorders ? Layout.channelsLast(values, shape) : values);
        }
        return Inputs.ofFloats(shape, Joined.floats(parts));
    }
}
