package convas.mutants;

import convas.app.WholeProgram;
import convas.operator.TensorShape;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Files of tensors, npz and safetensors: a network computes with them as weights and as inputs. */
final class TensorMutants implements Kind {
    private static final String DESIGN = """
            {"format": "convas-design", "version": 1, "name": "small", "nodes": [
            {"id": "image", "type": "Input", "params": {"shape": [1, 4, 4]}},
            {"id": "conv", "type": "Conv2d", "params": {"out_channels": 2, "kernel_size": 3}},
            {"id": "bn", "type": "BatchNorm2d"}, {"id": "flat", "type": "Flatten"},
            {"id": "linear", "type": "Linear", "params": {"out_features": 2}}, {"id": "scores", "type": "Output"}],
            "edges": [{"from": "image", "to": "conv"}, {"from": "conv", "to": "bn"}, {"from": "bn", "to": "flat"},
            {"from": "flat", "to": "linear"}, {"from": "linear", "to": "scores"}]}
            """;

    private static final List<String> ENDINGS = List.of(".safetensors", ".npz");

    private final WholeProgram program = new WholeProgram();
    private final Map<String, byte[]> weights = new LinkedHashMap<>();
    private final Map<String, byte[]> inputs = new LinkedHashMap<>();
    private final List<byte[]> all = new ArrayList<>(Seeds.of("src/test/resources/tensors", ".*npz"));

    TensorMutants() throws IOException {
        Map<String, FloatTensor> state = new LinkedHashMap<>();
        put(state, "conv.weight", 2, 1, 3, 3);
        put(state, "conv.bias", 2);
        for (String name : List.of("weight", "bias", "running_mean", "running_var")) {
            put(state, "bn." + name, 2);
        }
        put(state, "linear.weight", 2, 8);
        put(state, "linear.bias", 2);
        Map<String, FloatTensor> images = new LinkedHashMap<>();
        put(images, "image", 3, 1, 4, 4);
        for (String ending : ENDINGS) {
            weights.put(ending, bytes(state, ending));
            inputs.put(ending, bytes(images, ending));
        }
        all.addAll(Seeds.of("src/test/resources/tensors/foreign", ".*"));
        all.addAll(weights.values());
        all.addAll(inputs.values());
    }

    private static void put(Map<String, FloatTensor> tensors, String name, long... sizes) {
        TensorShape shape = TensorShape.of(sizes);
        float[] values = new float[(int) shape.elements()];
        java.util.Arrays.fill(values, 0.5f);
        tensors.put(name, new FloatTensor(shape, values));
    }

    private static byte[] bytes(Map<String, FloatTensor> tensors, String ending) throws IOException {
        Path file = Files.createTempFile("tensors", ending);
        TensorFile.of(tensors).save(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    @Override
    public String name() {
        return "tensors";
    }

    @Override
    public void make(Path folder, Random random) throws IOException {
        Files.writeString(folder.resolve("design.json"), DESIGN);
        boolean weight = random.nextBoolean();
        write(folder.resolve("weights"), weights, weight, random);
        write(folder.resolve("input"), inputs, !weight, random);
    }

    private void write(Path file, Map<String, byte[]> sound, boolean damaged, Random random) throws IOException {
        byte[] bytes = random.nextInt(16) == 0
                ? all.get(random.nextInt(all.size()))
                : sound.get(ENDINGS.get(random.nextInt(ENDINGS.size())));
        Files.write(file, damaged ? damaged(bytes, random) : bytes);
    }

    private byte[] damaged(byte[] bytes, Random random) {
        Damage damage = new Damage(random);
        if (isZip(bytes) && random.nextInt(3) > 0) {
            return Archives.rezipped(bytes, inner -> damage.of(inner, all), random);
        } else if (isSafetensors(bytes) && random.nextInt(2) == 0) {
            return header(bytes, random);
        }
        return damage.of(bytes, all);
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    private static boolean isSafetensors(byte[] bytes) {
        return bytes.length > Long.BYTES + 1 && bytes[Long.BYTES] == '{';
    }

    /** The JSON at the head of safetensors, with the length that it has then. */
    private byte[] header(byte[] bytes, Random random) {
        int end = Long.BYTES
                + (int) java.nio.ByteBuffer.wrap(bytes)
                        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                        .getLong();
        byte[] json = java.util.Arrays.copyOfRange(bytes, Long.BYTES, end);
        byte[] changed = new JsonDamage(random, List.of("\"F64\"", "\"BOOL\"", "\"F16\"", "[0, 8]", "[2, 0]"))
                .of(new String(json, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8), List.of(json));
        return java.nio.ByteBuffer.allocate(Long.BYTES + changed.length + bytes.length - end)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putLong(changed.length)
                .put(changed)
                .put(bytes, end, bytes.length - end)
                .array();
    }

    @Override
    public End use(Path folder, Random random) {
        List<String> call = List.of(
                "run",
                folder.resolve("design.json").toString(),
                "--weights",
                folder.resolve("weights").toString(),
                "--input",
                folder.resolve("input").toString(),
                "--output",
                folder.resolve(random.nextBoolean() ? "out.npz" : "out.safetensors")
                        .toString());
        return Sentences.check(program.call(folder.resolve("modules"), call.toArray(String[]::new)), call);
    }
}
