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
import convas.dataset.Split;
import convas.dataset.Survey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * CIFAR-10 and CIFAR-100 (Krizhevsky, 2009) in their binary form: records of one label byte (CIFAR-100: the coarse one,
 * then the fine one, which counts here) and 3 x 32 x 32 bytes, a whole channel after the other. The test file validates. The
 * Python version, pickles, is read without running anything that is in it.
 *
 * @see <a href="https://www.cs.toronto.edu/~kriz/cifar.html">the description, with the archives' MD5</a>
 */
public final class Cifar implements DatasetKind {
    private static final int SIDE = 32;
    private static final int PIXELS = SIDE * SIDE;
    private static final int CHANNELS = 3;
    private static final String BINARY = ".bin";

    private final String name;
    private final int classes;
    private final int labels;
    private final List<String> training;
    private final String test;
    private final String names;
    private final List<String> archives;
    private final Pickles pickles;

    private Cifar(
            String name,
            int classes,
            int labels,
            List<String> training,
            String test,
            String names,
            List<String> archives,
            Pickles pickles) {
        this.name = name;
        this.classes = classes;
        this.labels = labels;
        this.training = training;
        this.test = test;
        this.names = names;
        this.archives = archives;
        this.pickles = pickles;
    }

    /**
     * The Python version.
     *
     * @param names the file with the classes' names, which are in {@code field}
     * @param labels what the lists of labels are called, in the order of a record
     */
    private record Pickles(String names, String field, List<String> labels) {}

    public static Cifar ten() {
        List<String> training = IntStream.rangeClosed(1, 5)
                .mapToObj(part -> "data_batch_" + part + ".bin")
                .toList();
        return new Cifar(
                "cifar-10",
                10,
                1,
                training,
                "test_batch.bin",
                "batches.meta.txt",
                List.of("md5:c32a1d4ab5d03f1284b67883e8d87530", "md5:c58f30108f718f92721af3b95e74349a"),
                new Pickles("batches.meta", "label_names", List.of("labels")));
    }

    public static Cifar hundred() {
        return new Cifar(
                "cifar-100",
                100,
                2,
                List.of("train.bin"),
                "test.bin",
                "fine_label_names.txt",
                List.of("md5:03b5dce01913d631647c71ecec9e9cb8", "md5:eb9058c3a382ffc7106e4002c42a8d85"),
                new Pickles("meta", "fine_label_names", List.of("coarse_labels", "fine_labels")));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.path());
    }

    @Override
    public boolean recognises(Path path) {
        return path.endsWith(name + "-binary.tar.gz")
                || path.endsWith(name + "-python.tar.gz")
                || Entries.has(path, names::equals) && Entries.has(path, test::equals)
                || Entries.has(path, pickles.names()::equals)
                        && Entries.has(path, pickled(test)::equals)
                        && Entries.has(path, pickled(training.get(0))::equals);
    }

    private static String pickled(String part) {
        return part.substring(0, part.length() - BINARY.length());
    }

    @Override
    public Dataset open(DatasetOptions options, boolean glance) throws DatasetException {
        Path path = options.path();
        List<String> parts = new ArrayList<>(training);
        parts.add(test);
        Set<String> wanted = new HashSet<>(parts);
        wanted.add(names);
        parts.forEach(part -> wanted.add(pickled(part)));
        wanted.add(pickles.names());
        Entries read = Entries.read(path, wanted::contains);
        List<DataProblem> problems = new ArrayList<>();
        boolean isPickled = parts.stream().noneMatch(read.contents()::containsKey)
                && read.contents().containsKey(pickled(test));
        Map<String, byte[]> entries = isPickled ? unpickled(path, parts, read.contents(), problems) : read.contents();
        List<String> className = classNames(entries.get(names), problems);
        Digest digest = Digest.sha256();
        long images = 0;
        for (String part : parts) {
            byte[] content = entries.get(part);
            if (content == null) {
                problems.add(DataProblem.of(
                        DatasetOption.PATH, "dataset.file.missing", path, isPickled ? pickled(part) : part));
            } else if (content.length == 0 || content.length % record() != 0) {
                problems.add(
                        DataProblem.of(DatasetOption.PATH, "dataset.cifar.length", part, record(), content.length));
            } else {
                images += content.length / record();
                digest.add(content);
            }
        }
        if (images * PIXELS * CHANNELS > Integer.MAX_VALUE) {
            problems.add(DataProblem.of(DatasetOption.PATH, "dataset.file.large", path));
        }
        if (!problems.isEmpty()) {
            throw new DatasetException(problems, null);
        }
        List<Survey.Finding> findings = new ArrayList<>(read.findings());
        if (isPickled) {
            findings.add(Survey.note(Survey.Topic.STRUCTURE, "datasurvey.structure.pickles", name));
        }
        List<String> called = isPickled ? parts.stream().map(Cifar::pickled).toList() : parts;
        int examined = entries.get(test).length / record();
        String trains = training.size() == 1 ? called.get(0) : called.get(0) + " .. " + called.get(training.size() - 1);
        findings.add(Survey.note(
                Survey.Topic.STRUCTURE,
                "datasurvey.structure.pair",
                trains,
                images - examined,
                called.get(training.size()),
                examined));
        findings.addAll(unpublished(path, glance));
        return read(parts, entries, (int) images, className, digest.text(), new Survey(findings));
    }

    /** The same files as the binary version has them. */
    private Map<String, byte[]> unpickled(
            Path path, List<String> parts, Map<String, byte[]> pickled, List<DataProblem> problems) {
        Map<String, byte[]> binary = new HashMap<>();
        for (String part : parts) {
            byte[] content = pickled.get(pickled(part));
            try {
                if (content != null) {
                    binary.put(part, PickledCifar.records(content, pickles.labels()));
                }
            } catch (IOException refused) {
                binary.put(part, new byte[0]);
                problems.add(DataProblem.of(
                        DatasetOption.PATH, "dataset.cifar.pickle", path, pickled(part), refused.getMessage()));
            }
        }
        byte[] content = pickled.get(pickles.names());
        try {
            if (content != null) {
                PickledCifar.names(content, pickles.field())
                        .ifPresent(lines -> binary.put(names, lines.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException refused) {
            problems.add(DataProblem.of(
                    DatasetOption.PATH, "dataset.cifar.pickle", path, pickles.names(), refused.getMessage()));
        }
        return binary;
    }

    private int record() {
        return labels + CHANNELS * PIXELS;
    }

    private List<String> classNames(byte[] text, List<DataProblem> problems) {
        if (text == null) {
            return IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        }
        List<String> lines = new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() != classes) {
            problems.add(DataProblem.of(DatasetOption.PATH, "dataset.names", names, classes, lines.size()));
        }
        return lines;
    }

    private Dataset read(
            List<String> parts,
            Map<String, byte[]> entries,
            int images,
            List<String> className,
            String digest,
            Survey survey)
            throws DatasetException {
        byte[] pixels = new byte[images * PIXELS * CHANNELS];
        int[] label = new int[images];
        int next = 0;
        int trained = 0;
        List<DataProblem> problems = new ArrayList<>();
        for (String part : parts) {
            byte[] content = entries.get(part);
            for (int start = 0; start < content.length; start += record()) {
                label[next] = content[start + labels - 1] & 0xff;
                if (label[next] >= classes) {
                    problems.add(DataProblem.of(
                            DatasetOption.PATH, "dataset.label", part, start / record(), label[next], 0, classes - 1));
                    break;
                }
                interleave(content, start + labels, pixels, next * PIXELS * CHANNELS);
                next++;
            }
            trained = part.equals(test) ? trained : next;
        }
        if (!problems.isEmpty()) {
            throw new DatasetException(problems, null);
        }
        Split split = new Split(
                IntStream.range(0, trained).boxed().toList(),
                IntStream.range(trained, images).boxed().toList());
        return new ByteImages(
                name,
                SampleShape.image(CHANNELS, SIDE, SIDE),
                className,
                pixels,
                255,
                label,
                digest,
                Optional.of(split),
                survey);
    }

    private static void interleave(byte[] planes, int from, byte[] pixels, int to) {
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                pixels[to + pixel * CHANNELS + channel] = planes[from + channel * PIXELS + pixel];
            }
        }
    }

    /** An archive is compared with the published ones; a folder may hold files of one's own. */
    private List<Survey.Finding> unpublished(Path path, boolean glance) throws DatasetException {
        if (glance || Files.isDirectory(path)) {
            return List.of();
        }
        Digest digest = Digest.md5();
        try (var in = Files.newInputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.add(buffer, 0, count);
            }
        } catch (IOException unreadable) {
            throw DatasetException.unreadable(DatasetOption.PATH, path, unreadable);
        }
        return archives.contains(digest.text())
                ? List.of()
                : List.of(Survey.warning(Survey.Topic.VALUES, "dataset.unpublished", path.getFileName(), name));
    }
}
