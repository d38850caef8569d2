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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** MNIST and its kin: grey images and labels in IDX files, a training part and a test part, which validates. */
public final class IdxImages implements DatasetKind {
    private static final List<String> FASHION = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    /** MD5 of the unpacked files, published by many who use them, in the order of {@link #PARTS}. */
    private static final List<String> MNIST_DIGESTS = List.of(
            "6bbc9ace898e44ae57da46a324031adb",
            "a25bea736e30d166cdddb491f175f624",
            "2646ac647ad5339dbf082846283269ea",
            "27ae3e4e09519cfbb04c329615203637");

    private static final List<String> FASHION_DIGESTS = List.of(
            "f4a8712d7a061bf5bd6d2ca38dc4d50a",
            "9018921c3c673c538a1fc5bad174d6f9",
            "8181f5470baa50b63fa0f6fddb340f0a",
            "15d484375f8d13e6eb1aabb0c3f46965");

    /** The files' names, before what tells which part of EMNIST it is. */
    private static final List<String> PARTS = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    /** What one array can hold. */
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private final String name;
    private final List<String> classes;
    private final List<String> digests;

    private IdxImages(String name, List<String> classes, List<String> digests) {
        this.name = name;
        this.classes = classes;
        this.digests = digests;
    }

    /** Handwritten digits (LeCun, Cortes, Burges). */
    public static IdxImages mnist() {
        return new IdxImages("mnist", Emnist.digits(), MNIST_DIGESTS);
    }

    /** Pieces of clothing (Xiao, Rasul, Vollgraf, 2017). */
    public static IdxImages fashionMnist() {
        return new IdxImages("fashion-mnist", FASHION, FASHION_DIGESTS);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.path());
    }

    /** Both kinds have files of the same names; the small one with the test labels tells which it is. */
    @Override
    public boolean recognises(Path path) {
        String labels = PARTS.get(3);
        if (!Entries.has(path, file -> dashed(file).equals(labels))) {
            return false;
        }
        try {
            for (byte[] content : Entries.read(
                            path, file -> dashed(file).equals(labels), Allowance.ofThisProcess(), Idx::length)
                    .contents()
                    .values()) {
                boolean fashion = Digest.md5().add(content).text().equals("md5:" + FASHION_DIGESTS.get(3));
                return fashion == digests.equals(FASHION_DIGESTS);
            }
            return false;
        } catch (DatasetException unreadable) {
            // What is wrong with it is told by whoever opens it.
            return !digests.equals(FASHION_DIGESTS);
        }
    }

    /** Some name the files with a dot instead of the second dash. */
    private static String dashed(String file) {
        return file.replace(".idx", "-idx");
    }

    @Override
    public Dataset open(DatasetOptions options, boolean glance) throws DatasetException {
        Entries entries = Entries.read(
                options.path(), file -> PARTS.contains(dashed(file)), Allowance.ofThisProcess(), Idx::length);
        Map<String, byte[]> named = new HashMap<>();
        entries.contents().forEach((file, content) -> named.putIfAbsent(dashed(file), content));
        List<Survey.Finding> findings = new ArrayList<>(entries.findings());
        for (int part = 0; part < PARTS.size(); part++) {
            byte[] content = named.get(PARTS.get(part));
            if (content != null && !Digest.md5().add(content).text().equals("md5:" + digests.get(part))) {
                findings.add(Survey.warning(Survey.Topic.VALUES, "dataset.unpublished", PARTS.get(part), name));
            }
        }
        return dataset(name, options.path().toString(), classes, PARTS, named, new Layout(false, 0), findings);
    }

    /**
     * How a file differs from MNIST's.
     *
     * @param columns whether pixels go down the columns instead of along the rows
     * @param first the label of the first class
     */
    record Layout(boolean columns, int first) {}

    /**
     * The images of two pairs of files.
     *
     * @param parts names of training images, training labels, test images and test labels
     * @throws DatasetException with everything that is wrong with any of them
     */
    static Dataset dataset(
            String name,
            String path,
            List<String> classes,
            List<String> parts,
            Map<String, byte[]> entries,
            Layout layout,
            List<Survey.Finding> findings)
            throws DatasetException {
        List<DataProblem> problems = new ArrayList<>();
        for (String part : parts) {
            if (!entries.containsKey(part)) {
                problems.add(DataProblem.of(DatasetOption.PATH, "dataset.file.missing", path, part));
            }
        }
        if (!problems.isEmpty()) {
            throw new DatasetException(problems, null);
        }
        List<Idx> images = new ArrayList<>();
        List<Idx> labels = new ArrayList<>();
        Digest digest = Digest.sha256();
        for (int part = 0; part < parts.size(); part++) {
            byte[] content = entries.get(parts.get(part));
            digest.add(content);
            boolean pictures = part % 2 == 0;
            Idx.read(parts.get(part), content, pictures ? 3 : 1, problems).ifPresent((pictures ? images : labels)::add);
        }
        if (problems.isEmpty()) {
            check(parts, images, labels, classes, layout, problems);
        }
        if (!problems.isEmpty()) {
            throw new DatasetException(problems, null);
        }
        return join(
                name,
                classes,
                images,
                labels,
                layout,
                digest.text(),
                new Survey(findings).with(List.of(structure(parts, images))));
    }

    private static Survey.Finding structure(List<String> parts, List<Idx> images) {
        return Survey.note(
                Survey.Topic.STRUCTURE,
                "datasurvey.structure.pair",
                parts.get(0),
                images.get(0).size(0),
                parts.get(2),
                images.get(1).size(0));
    }

    private static void check(
            List<String> parts,
            List<Idx> images,
            List<Idx> labels,
            List<String> classes,
            Layout layout,
            List<DataProblem> problems) {
        Idx first = images.get(0);
        for (int part = 0; part < images.size(); part++) {
            Idx pictures = images.get(part);
            if (pictures.size(0) != labels.get(part).size(0)) {
                problems.add(DataProblem.of(
                        DatasetOption.PATH,
                        "dataset.idx.counts",
                        parts.get(2 * part),
                        pictures.size(0),
                        parts.get(2 * part + 1),
                        labels.get(part).size(0)));
            }
            if (pictures.size(1) == 0 || pictures.size(2) == 0) {
                problems.add(DataProblem.of(
                        DatasetOption.PATH,
                        "dataset.idx.empty",
                        parts.get(2 * part),
                        pictures.size(1) + " × " + pictures.size(2)));
            } else if (pictures.size(1) != first.size(1) || pictures.size(2) != first.size(2)) {
                problems.add(DataProblem.of(
                        DatasetOption.PATH,
                        "dataset.idx.sizes",
                        parts.get(2 * part),
                        first.size(1) + " × " + first.size(2),
                        pictures.size(1) + " × " + pictures.size(2)));
            }
            checkLabels(parts.get(2 * part + 1), labels.get(part), classes, layout, problems);
        }
        if ((long) first.count() + images.get(1).count() > LARGEST) {
            problems.add(DataProblem.of(DatasetOption.PATH, "dataset.file.large", String.join(", ", parts)));
        }
    }

    private static void checkLabels(
            String file, Idx labels, List<String> classes, Layout layout, List<DataProblem> problems) {
        for (int item = 0; item < labels.count(); item++) {
            int label = labels.value(item) - layout.first();
            if (label < 0 || label >= classes.size()) {
                problems.add(DataProblem.of(
                        DatasetOption.PATH,
                        "dataset.label",
                        file,
                        item,
                        labels.value(item),
                        layout.first(),
                        layout.first() + classes.size() - 1));
                return;
            }
        }
    }

    private static Dataset join(
            String name,
            List<String> classes,
            List<Idx> images,
            List<Idx> labels,
            Layout layout,
            String digest,
            Survey survey) {
        int height = images.get(0).size(1);
        int width = images.get(0).size(2);
        int trained = images.get(0).size(0);
        int all = trained + images.get(1).size(0);
        byte[] pixels = new byte[images.get(0).count() + images.get(1).count()];
        int[] joined = new int[all];
        int next = 0;
        for (int part = 0; part < 2; part++) {
            images.get(part).copyTo(pixels, next * height * width);
            for (int item = 0; item < labels.get(part).count(); item++) {
                joined[next++] = labels.get(part).value(item) - layout.first();
            }
        }
        if (layout.columns()) {
            transpose(pixels, height, width);
        }
        Split split = new Split(
                IntStream.range(0, trained).boxed().toList(),
                IntStream.range(trained, all).boxed().toList());
        SampleShape shape =
                layout.columns() ? SampleShape.image(1, width, height) : SampleShape.image(1, height, width);
        return new ByteImages(name, shape, classes, pixels, 255, joined, digest, Optional.of(split), survey);
    }

    private static void transpose(byte[] pixels, int height, int width) {
        byte[] image = new byte[height * width];
        for (int start = 0; start < pixels.length; start += image.length) {
            System.arraycopy(pixels, start, image, 0, image.length);
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    pixels[start + column * height + row] = image[row * width + column];
                }
            }
        }
    }
}
