package convas.dataset.file;

import convas.dataset.ByteImages;
import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.DatasetOptions;
import convas.dataset.Digest;
import convas.dataset.SampleShape;
import convas.dataset.Targets;
import convas.tensor.DamagedFileException;
import convas.tensor.NumpyArchive;
import convas.tensor.NumpyArray;
import convas.tensor.NumpyHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Arrays {@code x} and {@code y} of a NumPy archive: samples and what is to be learnt of them. {@code x} has the shape (N,
 * channels, height, width), (N, height, width, channels) where the layout says so, (N, height, width), or (N, numbers);
 * bytes are brightness from 0 to 255, other types are taken as they are. {@code y} holds the class of each sample as whole
 * numbers from 0 on, or numbers as floating point, (N) or (N, numbers).
 */
public final class Npz implements DatasetKind {
    private static final String LAYOUT = "layout";
    private static final String CHANNELS_LAST = "NHWC";

    /** More than any classification has; a label beyond is rather a number to be learnt. */
    private static final int MOST_CLASSES = 100_000;

    private static final int WHITE = 255;

    @Override
    public String name() {
        return "npz";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.path(), DatasetOption.choice(LAYOUT, "NCHW", CHANNELS_LAST));
    }

    @Override
    public boolean recognises(Path path) {
        return path.toString().endsWith(".npz");
    }

    @Override
    public Dataset open(DatasetOptions options, boolean glance) throws DatasetException {
        Path path = options.path();
        if (!Files.isRegularFile(path)) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.path.missing", path);
        }
        NumpyArray x;
        NumpyArray y;
        String digest;
        try (NumpyArchive archive = NumpyArchive.open(path)) {
            List<String> names = archive.heads().stream().map(NumpyHead::name).toList();
            List<DataProblem> problems = new ArrayList<>();
            for (String name : List.of("x", "y")) {
                if (!names.contains(name)) {
                    problems.add(DataProblem.of(DatasetOption.PATH, "dataset.npz.missing", path, name, names));
                }
            }
            if (!problems.isEmpty()) {
                throw new DatasetException(problems, null);
            }
            x = archive.read("x");
            y = archive.read("y");
            digest = glance ? "" : digest(path);
        } catch (DamagedFileException damaged) {
            throw new DatasetException(
                    List.of(new DataProblem(DatasetOption.PATH, damaged.key(), damaged.arguments())), damaged);
        } catch (IOException unreadable) {
            throw DatasetException.unreadable(DatasetOption.PATH, path, unreadable);
        }
        return dataset(x, y, options.choice(LAYOUT).equals(CHANNELS_LAST), digest);
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

    private Dataset dataset(NumpyArray x, NumpyArray y, boolean channelsLast, String digest) throws DatasetException {
        List<DataProblem> problems = new ArrayList<>();
        int rank = x.shape().rank();
        if (rank < 2 || rank > 4 || x.shape().elements() == 0) {
            problems.add(DataProblem.of(
                    DatasetOption.PATH, "dataset.npz.x", x.shape().display()));
        }
        boolean classes = y.isWhole() && isColumn(y);
        boolean numbers = !y.isWhole()
                && (y.shape().rank() == 1 || y.shape().rank() == 2)
                && y.shape().elements() > 0;
        if (!classes && !numbers) {
            problems.add(DataProblem.of(
                    DatasetOption.PATH, "dataset.npz.y", y.shape().display()));
        } else if (rank > 0 && x.shape().size(0) != y.shape().size(0)) {
            problems.add(DataProblem.of(
                    DatasetOption.PATH,
                    "dataset.npz.counts",
                    x.shape().size(0),
                    y.shape().size(0)));
        }
        float[] answers = y.floats();
        if (classes) {
            checkLabels(answers, problems);
        } else {
            checkFinite("y", answers, problems);
        }
        float[] values = x.isBytes() ? new float[0] : x.floats();
        checkFinite("x", values, problems);
        if (!problems.isEmpty()) {
            throw new DatasetException(problems, null);
        }
        SampleShape shape = shape(x, channelsLast);
        boolean reorder = rank == 4 && !channelsLast;
        if (x.isBytes() && shape.isImage() && classes) {
            byte[] pixels = reorder ? channelsLast(x.data(), shape) : x.data();
            int[] labels = new int[answers.length];
            for (int item = 0; item < labels.length; item++) {
                labels[item] = (int) answers[item];
            }
            return new ByteImages(name(), shape, classNames(answers), pixels, WHITE, labels, digest);
        }
        if (x.isBytes()) {
            values = x.floats();
            for (int index = 0; index < values.length; index++) {
                values[index] /= WHITE;
            }
        }
        if (reorder) {
            channelsLast(values, shape);
        }
        Targets targets = classes
                ? new Targets.Classes(classNames(answers))
                : new Targets.Numbers(
                        IntStream.range(0, answers.length / (int) y.shape().size(0))
                                .mapToObj(index -> "y" + index)
                                .toList(),
                        0);
        return new FloatSamples(name(), shape, targets, values, answers, digest);
    }

    private static boolean isColumn(NumpyArray y) {
        int rank = y.shape().rank();
        return y.shape().elements() > 0 && (rank == 1 || rank == 2 && y.shape().size(1) == 1);
    }

    private static void checkLabels(float[] labels, List<DataProblem> problems) {
        for (int item = 0; item < labels.length; item++) {
            if (labels[item] < 0 || labels[item] >= MOST_CLASSES) {
                problems.add(DataProblem.of(
                        DatasetOption.PATH, "dataset.label", "y", item, (long) labels[item], 0, MOST_CLASSES - 1));
                return;
            }
        }
    }

    private static void checkFinite(String name, float[] values, List<DataProblem> problems) {
        for (int index = 0; index < values.length; index++) {
            if (!Float.isFinite(values[index])) {
                problems.add(DataProblem.of(DatasetOption.PATH, "dataset.npz.finite", name, index, values[index]));
                return;
            }
        }
    }

    private static List<String> classNames(float[] labels) {
        int most = 0;
        for (float label : labels) {
            most = Math.max(most, (int) label);
        }
        return IntStream.rangeClosed(0, most).mapToObj(String::valueOf).toList();
    }

    private static SampleShape shape(NumpyArray x, boolean channelsLast) {
        int[] sizes =
                x.shape().sizes().stream().mapToInt(Math::toIntExact).skip(1).toArray();
        return switch (sizes.length) {
            case 1 -> SampleShape.numbers(sizes[0]);
            case 2 -> SampleShape.image(1, sizes[0], sizes[1]);
            default ->
                channelsLast
                        ? SampleShape.image(sizes[2], sizes[0], sizes[1])
                        : SampleShape.image(sizes[0], sizes[1], sizes[2]);
        };
    }

    private static byte[] channelsLast(byte[] planes, SampleShape shape) {
        byte[] pixels = new byte[planes.length];
        for (int index = 0; index < planes.length; index++) {
            pixels[place(index, shape)] = planes[index];
        }
        return pixels;
    }

    private static void channelsLast(float[] values, SampleShape shape) {
        float[] planes = values.clone();
        for (int index = 0; index < planes.length; index++) {
            values[place(index, shape)] = planes[index];
        }
    }

    /** Where a value of whole planes goes when channels come last. */
    private static int place(int index, SampleShape shape) {
        int plane = shape.height() * shape.width();
        int sample = index / shape.elements();
        int within = index % shape.elements();
        return sample * shape.elements() + within % plane * shape.channels() + within / plane;
    }
}
