package convas.dataset.array;

import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.DatasetOptions;
import convas.dataset.Digest;
import convas.dataset.Reinterpretation;
import convas.dataset.Survey;
import convas.operator.TensorShape;
import convas.tensor.DamagedFileException;
import convas.tensor.NumpyArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Arrays of a NumPy archive: samples and what is to be learnt of them, in arrays that are found by their names or shapes or
 * chosen. Samples have the shape (N, channels, height, width), (N, height, width, channels) where the layout says so, (N,
 * height, width), or (N, numbers); bytes are brightness from 0 to 255, other types are taken as they are. Targets are
 * labels, whole numbers or one-hot rows, or numbers in floating point, (N) or (N, numbers). Where the arrays look as if
 * something else was meant, that is doubted, and never done.
 */
public final class Npz implements DatasetKind {
    private static final String FOREIGN = "tensor.foreign.";

    @Override
    public String name() {
        return "npz";
    }

    @Override
    public List<DatasetOption> options() {
        List<DatasetOption> options = new ArrayList<>(List.of(
                DatasetOption.path(),
                DatasetOption.choice(
                        Labels.OPTION, Labels.FOUND, Labels.FROM_0, Labels.FROM_1, Labels.DISTINCT, Labels.NUMBERS),
                DatasetOption.choice(Layout.OPTION, Layout.CHANNELS_FIRST, Layout.CHANNELS_LAST)));
        for (ArrayPart part : ArrayPart.values()) {
            options.add(DatasetOption.name(part.inputs()));
            options.add(DatasetOption.name(part.targets()));
        }
        return options;
    }

    @Override
    public boolean recognises(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".npz");
    }

    @Override
    public Dataset open(DatasetOptions options, boolean glance) throws DatasetException {
        Path path = options.path();
        if (!Files.isRegularFile(path)) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.path.missing", path);
        }
        try (NumpyArchive archive = NumpyArchive.open(path)) {
            ChosenArrays chosen = ArrayChoice.of(path, archive.heads(), options);
            boolean channelsLast = options.choice(Layout.OPTION).equals(Layout.CHANNELS_LAST);
            ArrayReading.Content content =
                    new ArrayReading(path, archive, chosen).read(channelsLast, options.choice(Labels.OPTION));
            List<Reinterpretation> doubts = new ArrayList<>();
            layout(path, chosen, content, channelsLast).ifPresent(doubts::add);
            content.answers()
                    .doubts()
                    .forEach(doubt -> doubts.add(new Reinterpretation(
                            Labels.OPTION, doubt.reading(), content.inputs().shape(), doubt.outputs(), doubt.why())));
            Survey survey =
                    ArraySurvey.of(chosen, archive.others(), content.answers().kind(), doubts);
            return new ArraySamples(name(), path, chosen, content, glance ? "" : digest(path), survey, doubts);
        } catch (DamagedFileException damaged) {
            throw new DatasetException(List.of(problem(path, damaged)), damaged);
        } catch (IOException unreadable) {
            throw DatasetException.unreadable(DatasetOption.PATH, path, unreadable);
        }
    }

    private static Optional<Reinterpretation> layout(
            Path path, ChosenArrays chosen, ArrayReading.Content content, boolean channelsLast) {
        ChosenArrays.Pair pair = chosen.pairs().get(ArrayPart.TRAINING);
        TensorShape array = pair.inputs().shape();
        return Layout.doubted(array, channelsLast).map(other -> {
            var shape = Layout.shape(array, !channelsLast);
            return new Reinterpretation(
                    Layout.OPTION,
                    other,
                    shape,
                    content.answers().targets().size(),
                    DataProblem.of(
                            Layout.OPTION,
                            "dataset.npz.layout",
                            path,
                            pair.inputs().name(),
                            pair.inputs().display(),
                            content.inputs().shape().display(),
                            other,
                            shape.display()));
        });
    }

    /** The sentences of files of tensors, with the file's name and the array's. */
    private static DataProblem problem(Path path, DamagedFileException damaged) {
        if (damaged.key().startsWith(FOREIGN)) {
            // What it is and how an npz file is made of it needs neither.
            return new DataProblem(DatasetOption.PATH, damaged.key(), damaged.arguments());
        }
        List<Object> arguments = new ArrayList<>(List.of(path, damaged.tensor()));
        arguments.addAll(damaged.arguments());
        String key = "dataset.npz" + damaged.key().substring(damaged.key().indexOf('.'));
        if (key.endsWith(".zip") && !damaged.tensor().isEmpty()) {
            key += ".array";
        }
        return DataProblem.of(DatasetOption.PATH, key, arguments.toArray());
    }

    private static String digest(Path path) throws IOException {
        Digest digest = Digest.sha256();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.add(buffer, 0, count);
            }
        }
        return digest.text();
    }
}
