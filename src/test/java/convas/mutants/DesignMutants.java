package convas.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import convas.app.WholeProgram;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import convas.training.Designs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Design files, and modules of the library: checked with advice, counted, drawn, planned to be trained. */
final class DesignMutants implements Kind {
    private static final List<String> ODD = List.of(
            "\"=\"",
            "\"=1/0\"",
            "\"=9^9^9^9^9\"",
            "\"=width*1e308*1e308\"",
            "\"=in.channels\"",
            "\"=divisible(1, 0)\"",
            "\"=if(1, 2)\"",
            "\"=\\\"text\\\"\"",
            "\"=" + "(".repeat(2000) + "1" + ")".repeat(2000) + "\"",
            "\"=1" + "+1".repeat(3000) + "\"",
            "\"=" + "-".repeat(3000) + "1\"",
            "\"Conv2d\"",
            "\"GhostBottleneck\"",
            "\"Input\"",
            "\"stem:1\"",
            "[0, 0, 0]",
            "[1, 32, 32]",
            "[2147483647, 2147483647]");

    private final WholeProgram program = new WholeProgram();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<byte[]> designs = new ArrayList<>();
    private final List<byte[]> broken = new ArrayList<>();
    private final List<byte[]> modules = Seeds.of("src/main/resources/convas/catalog/modules", ".*json");

    DesignMutants() {
        designs.addAll(Seeds.of("presets", "(digits|coord|small|shuffle|mobilenetv3|ghostnet-64|resnet18).*json"));
        broken.addAll(Seeds.of("src/test/resources/broken/file", ".*json"));
        broken.addAll(Seeds.of("src/test/resources/broken/design", ".*json"));
    }

    @Override
    public String name() {
        return "designs";
    }

    @Override
    public void make(Path folder, Random random) throws Exception {
        Files.createDirectory(folder.resolve("modules"));
        JsonDamage damage = new JsonDamage(random, ODD);
        List<byte[]> from = random.nextInt(8) == 0 ? broken : designs;
        byte[] design = from.get(random.nextInt(from.size()));
        if (random.nextInt(5) == 0) {
            byte[] module = modules.get(random.nextInt(modules.size()));
            // Another name, since those that come with the program are taken.
            String own = new String(module, UTF_8).replaceFirst("\"type\": \"", "\"type\": \"Own");
            String name = own.replaceFirst("(?s).*?\"type\": \"(\\w+)\".*", "$1");
            Files.write(folder.resolve("modules/own.json"), damage.of(own.getBytes(UTF_8), modules));
            design = new String(design, UTF_8)
                    .replaceFirst("\"type\": \"" + name.substring(3), "\"type\": \"" + name)
                    .getBytes(UTF_8);
        } else {
            design = damage.of(design, random.nextInt(8) == 0 ? broken : designs);
        }
        Files.write(folder.resolve("design.json"), design);
    }

    @Override
    public End use(Path folder, Random random) {
        String file = folder.resolve("design.json").toString();
        End end = random.nextInt(4) == 0
                ? call(folder, "check", file, "--lint")
                : call(folder, "check", file, "--lint", "--json");
        switch (random.nextInt(8)) {
            case 0, 1 -> call(folder, "count", file);
            case 2, 3 -> call(folder, "count", file, "--json");
            case 4 -> call(folder, "modules");
            case 5 ->
                call(
                        folder,
                        "picture",
                        file,
                        "-o",
                        folder.resolve("picture.svg").toString());
            case 6 -> plan(folder);
            default -> roundTrip(folder);
        }
        return end;
    }

    private End call(Path folder, String... arguments) {
        return Sentences.check(program.call(folder.resolve("modules"), arguments), List.of(arguments));
    }

    /** What there is to say before a training, of the design and its recipe. */
    private void plan(Path folder) {
        Optional<Design> design =
                new DesignFormat().read(folder.resolve("design.json")).value();
        if (design.isPresent()) {
            for (Diagnostic problem : Designs.plan(design.get()).problems()) {
                Sentences.check(problem.line(texts).replaceAll("\\p{Cntrl}", ""));
            }
        }
    }

    /** What was read is written so that it is read again. */
    private static void roundTrip(Path folder) {
        DesignFormat format = new DesignFormat();
        format.read(folder.resolve("design.json")).value().ifPresent(design -> {
            byte[] written = format.write(design);
            if (!format.read(written).value().equals(Optional.of(design))) {
                throw new AssertionError("a design is another after it was written: " + new String(written, UTF_8));
            }
        });
    }
}
