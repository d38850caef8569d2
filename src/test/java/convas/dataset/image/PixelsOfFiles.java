package convas.dataset.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decodes files for {@code src/test/python/compare_decoding.py}. A line of standard input is {@code HEIGHT WIDTH CHANNELS
 * crop|stretch GROUND FILE OUT}, tabs between; the pixels go to OUT, and a line tells what was met or is wrong.
 */
final class PixelsOfFiles {
    private PixelsOfFiles() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] order = line.split("\t");
            ImageDecoder decoder = new ImageDecoder(
                    Integer.parseInt(order[0]),
                    Integer.parseInt(order[1]),
                    Integer.parseInt(order[2]),
                    order[3].equals("stretch"),
                    Ground.of(order[4]));
            try {
                DecodedImage image = decoder.decode(Files.readAllBytes(Path.of(order[5])));
                Files.write(Path.of(order[6]), image.pixels());
                System.out.println(image.form() + " " + image.width() + "x" + image.height() + " " + image.traits());
            } catch (IOException broken) {
                System.out.println("broken: " + broken.getMessage());
            }
        }
    }
}
