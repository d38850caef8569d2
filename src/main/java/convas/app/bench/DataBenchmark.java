package convas.app.bench;

import convas.cli.bench.Measurement;
import convas.file.ScratchFolder;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.worker.WorkerService;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * How quick training is from a folder of JPEG files of 96 x 96 at 64 x 64, beside the same training from bytes in memory:
 * the runs take turns, so that what else the machine does hits all alike.
 */
final class DataBenchmark {
    private static final int CLASSES = 10;
    private static final int IMAGES = 1000;
    private static final int FILE_SIDE = 96;
    private static final int SIDE = 64;
    private static final int EPOCHS = 4;
    private static final int ROUNDS = 2;

    private static final String NETWORK = "{'format': 'convas-design', 'version': 1, 'name': 'data', 'nodes': ["
            + "{'id': 'image', 'type': 'Input', 'params': {'shape': [3, 64, 64]}},"
            + "{'id': 'conv1', 'type': 'Conv2d', 'params': {'out_channels': 32, 'kernel_size': 3, 'stride': 2}},"
            + "{'id': 'norm1', 'type': 'BatchNorm2d'}, {'id': 'relu1', 'type': 'ReLU'},"
            + "{'id': 'conv2', 'type': 'Conv2d', 'params': {'out_channels': 64, 'kernel_size': 3, 'stride': 2}},"
            + "{'id': 'norm2', 'type': 'BatchNorm2d'}, {'id': 'relu2', 'type': 'ReLU'},"
            + "{'id': 'conv3', 'type': 'Conv2d', 'params': {'out_channels': 128, 'kernel_size': 3, 'stride': 2}},"
            + "{'id': 'norm3', 'type': 'BatchNorm2d'}, {'id': 'relu3', 'type': 'ReLU'},"
            + "{'id': 'flat', 'type': 'Flatten'},"
            + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 10}}, {'id': 'scores', 'type': 'Output'}],"
            + "'edges': [{'from': 'image', 'to': 'conv1'}, {'from': 'conv1', 'to': 'norm1'},"
            + "{'from': 'norm1', 'to': 'relu1'}, {'from': 'relu1', 'to': 'conv2'}, {'from': 'conv2', 'to': 'norm2'},"
            + "{'from': 'norm2', 'to': 'relu2'}, {'from': 'relu2', 'to': 'conv3'}, {'from': 'conv3', 'to': 'norm3'},"
            + "{'from': 'norm3', 'to': 'relu3'}, {'from': 'relu3', 'to': 'flat'}, {'from': 'flat', 'to': 'linear'},"
            + "{'from': 'linear', 'to': 'scores'}], 'training': {'dataset': DATA, 'batch_size': 64}}";

    private final ScratchFolder folder;

    private DataBenchmark(ScratchFolder folder) {
        this.folder = folder;
    }

    static Measurement measure() {
        try {
            try (ScratchFolder folder = new ScratchFolder("convas-data")) {
                return new DataBenchmark(folder).run();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Measurement run() throws IOException {
        Path images = folder.path().resolve("images");
        writeImages();
        Path memory = folder.write("memory.npz", DataBenchmark::writeArchive);
        String path = "'path': '" + images.toString().replace('\\', '/') + "'";
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("memory", "{'type': 'npz', 'path': '" + memory.toString().replace('\\', '/') + "'}");
        settings.put("folder", "{'type': 'image-folder', " + path + "}");
        settings.put("folder, nothing kept decoded", "{'type': 'image-folder', " + path + ", 'cache_mb': 1}");
        Map<String, List<Double>> firsts = new LinkedHashMap<>();
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                List<Double> epochs = epochs(setting.getValue());
                firsts.computeIfAbsent(setting.getKey(), name -> new ArrayList<>())
                        .add(epochs.get(0));
                speeds.computeIfAbsent(setting.getKey(), name -> new ArrayList<>())
                        .addAll(epochs.subList(1, EPOCHS));
            }
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("images", IMAGES);
        List<Measurement.Series> series = new ArrayList<>();
        double base = median(speeds.get("memory"));
        double first = median(firsts.get("memory"));
        speeds.forEach((name, values) -> {
            facts.put("images/s from " + name, Math.round(median(values)));
            if (!name.equals("memory")) {
                facts.put("of the speed from memory, from " + name, ratio(median(values), base));
                facts.put("the same in the first epoch, from " + name, ratio(median(firsts.get(name)), first));
            }
            series.add(Measurement.Series.of(
                    "batch of 64 from " + name,
                    values.stream().mapToDouble(speed -> 64_000 / speed).toArray()));
        });
        return new Measurement("data", facts, series);
    }

    private static double ratio(double speed, double base) {
        return Math.round(1000 * speed / base) / 1000.0;
    }

    /** Images a second in each epoch; the first warms up. */
    private List<Double> epochs(String data) {
        Design design = new DesignFormat()
                .read(NETWORK.replace("DATA", data).replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
        RunOptions options = RunOptions.DEFAULT
                .withEpochs(OptionalInt.of(EPOCHS))
                .withThreads(OptionalInt.of(Runtime.getRuntime().availableProcessors()));
        List<Double> speeds = new ArrayList<>();
        CompletableFuture<RunEvent> last = new CompletableFuture<>();
        RunRequest request = new RunRequest.New(
                design, java.util.Optional.empty(), folder.path().resolve("runs"), options);
        new WorkerService(new Texts(Locale.getDefault())).start(request, event -> {
            if (event instanceof RunEvent.EpochEnd end) {
                speeds.add(end.imagesPerSecond());
            } else if (event instanceof RunEvent.Finished || event instanceof RunEvent.Failed) {
                last.complete(event);
            }
        });
        if (last.join() instanceof RunEvent.Failed failed) {
            throw new IllegalStateException(String.join("\n", failed.problems()));
        }
        return speeds;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Coloured discs before noise, as much work to decode as photographs of their size. */
    private void writeImages() throws IOException {
        Random random = new Random(1);
        for (int image = 0; image < IMAGES; image++) {
            BufferedImage picture = new BufferedImage(FILE_SIDE, FILE_SIDE, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < FILE_SIDE; y++) {
                for (int x = 0; x < FILE_SIDE; x++) {
                    picture.setRGB(x, y, random.nextInt(1 << 24) & 0x3f3f3f);
                }
            }
            int label = image % CLASSES;
            Graphics2D graphics = picture.createGraphics();
            graphics.setColor(Color.getHSBColor(label / (float) CLASSES, 1, 1));
            graphics.fillOval(random.nextInt(48), random.nextInt(48), 48, 48);
            graphics.dispose();
            folder.write("images/class" + label + "/" + image + ".jpg", out -> ImageIO.write(picture, "jpg", out));
        }
    }

    /** As many images of noise as NumPy writes them: what they show changes no time. */
    private static void writeArchive(OutputStream archive) throws IOException {
        byte[] pixels = new byte[IMAGES * 3 * SIDE * SIDE];
        new Random(2).nextBytes(pixels);
        ByteBuffer labels = ByteBuffer.allocate(IMAGES * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int image = 0; image < IMAGES; image++) {
            labels.putLong(image % CLASSES);
        }
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.setLevel(0);
            array(zip, "x", "|u1", "(" + IMAGES + ", 3, " + SIDE + ", " + SIDE + ")", pixels);
            array(zip, "y", "<i8", "(" + IMAGES + ",)", labels.array());
        }
    }

    private static void array(ZipOutputStream zip, String name, String type, String shape, byte[] data)
            throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        start.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        start.write(header.length());
        start.write(header.length() >> 8);
        start.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(start.toByteArray());
        zip.write(data);
        zip.closeEntry();
    }
}
