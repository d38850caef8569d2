package convas.mutants;

import convas.app.WholeProgram;
import convas.dataset.BrokenImageException;
import convas.dataset.image.Ground;
import convas.dataset.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Images of every form: decoded, and now and then surveyed as a folder of classes. */
final class ImageMutants implements Kind {
    private static final String FILE = "damaged";

    private final WholeProgram program = new WholeProgram();
    private final List<byte[]> sound = Seeds.of("src/test/resources/dataset/images", ".*(?<!md|py|txt)");

    @Override
    public String name() {
        return "images";
    }

    @Override
    public void make(Path folder, Random random) throws IOException {
        byte[] image = sound.get(random.nextInt(sound.size()));
        Files.write(folder.resolve(FILE), new Damage(random).of(image, sound));
    }

    @Override
    public End use(Path folder, Random random) throws IOException {
        byte[] mutant = Files.readAllBytes(folder.resolve(FILE));
        if (random.nextInt(16) == 0) {
            for (String name : List.of("a/1.png", "a/2.png", "b/1.png")) {
                Files.createDirectories(folder.resolve("set").resolve(name).getParent());
                Files.write(
                        folder.resolve("set").resolve(name),
                        name.equals("a/1.png") ? mutant : sound.get(random.nextInt(sound.size())));
            }
            List<String> call = List.of("data", folder.resolve("set").toString(), "--json");
            Sentences.check(program.call(folder.resolve("modules"), call.toArray(String[]::new)), call);
        }
        try {
            new ImageDecoder(16, 16, random.nextBoolean() ? 3 : 1, random.nextBoolean(), Ground.WHITE).decode(mutant);
            return End.READ;
        } catch (BrokenImageException refused) {
            return End.REFUSED;
        }
    }
}
