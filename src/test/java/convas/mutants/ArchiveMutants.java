package convas.mutants;

import convas.app.WholeProgram;
import convas.graph.Diagnostic;
import convas.text.Texts;
import convas.training.Designs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Data as they are handed on: IDX, CIFAR and EMNIST files, npz, plain, packed and in archives; every sample is read. */
final class ArchiveMutants implements Kind {
    /**
     * Files that make a source of samples.
     *
     * @param kind as recipes name it
     */
    private record Source(String kind, String archive, Map<String, byte[]> files) {}

    private final WholeProgram program = new WholeProgram();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<Source> sources = new ArrayList<>();
    private final List<byte[]> arrays = Seeds.of("src/test/resources/dataset/npz", ".*npz");
    private final List<byte[]> all = new ArrayList<>(arrays);

    ArchiveMutants() {
        sources.add(new Source("mnist", "mnist", idx("")));
        sources.add(new Source("emnist", "emnist", idx("emnist-balanced-")));
        sources.add(new Source("cifar-10", "cifar-10-binary", cifar(10)));
        sources.add(new Source("cifar-100", "cifar-100-binary", cifar(100)));
        sources.forEach(source -> all.addAll(source.files().values()));
        all.add(Archives.zip(idx("")));
        all.add(Archives.gzip(idx("").get("train-labels-idx1-ubyte")));
    }

    private static Map<String, byte[]> idx(String start) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String part : List.of("train", start.isEmpty() ? "t10k" : "test")) {
            int count = part.equals("train") ? 12 : 4;
            ByteBuffer images = ByteBuffer.allocate(16 + count * 28 * 28);
            images.putInt(0x803).putInt(count).putInt(28).putInt(28);
            ByteBuffer labels = ByteBuffer.allocate(8 + count);
            labels.putInt(0x801).putInt(count);
            for (int index = 0; index < count; index++) {
                labels.put((byte) (index % 3));
                images.put((byte) (16 * index));
            }
            files.put(start + part + "-images-idx3-ubyte", images.array());
            files.put(start + part + "-labels-idx1-ubyte", labels.array());
        }
        return files;
    }

    private static Map<String, byte[]> cifar(int classes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int labels = classes == 10 ? 1 : 2;
        List<String> names = classes == 10
                ? List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch")
                : List.of("train", "test");
        for (String name : names) {
            byte[] records = new byte[2 * (labels + 3072)];
            records[labels - 1] = 1;
            files.put(name + ".bin", records);
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < classes; index++) {
            text.append("class").append(index).append('\n');
        }
        files.put(
                classes == 10 ? "batches.meta.txt" : "fine_label_names.txt",
                text.toString().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Override
    public String name() {
        return "archives";
    }

    /** The folder has the data, named by their kind. */
    @Override
    public void make(Path folder, Random random) throws IOException {
        Damage damage = new Damage(random);
        int chosen = random.nextInt(sources.size() + 1);
        if (chosen == sources.size()) {
            byte[] npz = arrays.get(random.nextInt(arrays.size()));
            npz = random.nextInt(3) > 0
                    ? Archives.rezipped(npz, inner -> damage.of(inner, all), random)
                    : damage.of(npz, all);
            Files.write(Files.createDirectory(folder.resolve("npz")).resolve("data.npz"), npz);
            return;
        }
        Source source = sources.get(chosen);
        Path place = Files.createDirectory(folder.resolve(source.kind()));
        Map<String, byte[]> files = new LinkedHashMap<>(source.files());
        boolean inside = random.nextInt(3) > 0;
        String hit = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
        if (inside) {
            files.compute(hit, (name, content) -> damage.of(content, all));
        }
        int form = random.nextInt(4);
        if (form == 0) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                boolean packed = source.kind().endsWith("mnist") && random.nextInt(4) == 0;
                byte[] content = packed ? Archives.gzip(file.getValue()) : file.getValue();
                boolean damaged = !inside && file.getKey().equals(hit);
                Files.write(
                        place.resolve(packed ? file.getKey() + ".gz" : file.getKey()),
                        damaged ? damage.of(content, all) : content);
            }
            return;
        }
        byte[] archive = form == 1 ? Archives.zip(files) : Archives.tar(files);
        if (!inside && random.nextBoolean()) {
            archive = damage.of(archive, all);
        }
        archive = form == 3 ? Archives.gzip(archive) : archive;
        if (!inside && random.nextBoolean()) {
            archive = damage.of(archive, all);
        }
        String ending = List.of(".zip", ".tar", ".tar.gz").get(form - 1);
        Files.write(place.resolve(source.archive() + ending), archive);
    }

    @Override
    public End use(Path folder, Random random) throws IOException {
        Path place = only(folder);
        String kind = place.getFileName().toString();
        Path inner = only(place);
        boolean one = inner != null && inner.toString().matches(".*\\.(zip|tar|tar\\.gz|npz)");
        if (random.nextInt(4) == 0) {
            plan(kind, one ? inner : place);
        }
        List<String> call = new ArrayList<>(List.of("data", (one ? inner : place).toString()));
        if (random.nextInt(4) > 0) {
            call.addAll(List.of("--type", kind));
        }
        if (random.nextBoolean()) {
            call.add("--json");
        }
        return Sentences.check(program.call(folder.resolve("modules"), call.toArray(String[]::new)), call);
    }

    /** What there is to say of a design that is to be trained with them. */
    private void plan(String kind, Path path) {
        String recipe = "{'dataset': {'type': '" + kind + "', 'path': '"
                + path.toString().replace('\\', '/') + "'}}";
        for (Diagnostic problem :
                Designs.plan(Designs.linear("[1, 28, 28]", 10, recipe)).problems()) {
            Sentences.check(problem.line(texts).replaceAll("\\p{Cntrl}", ""));
        }
    }

    private static Path only(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().findFirst().orElse(null);
        }
    }
}
