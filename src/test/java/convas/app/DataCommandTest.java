package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataCommandTest {
    @TempDir
    private Path folder;

    private void images(String place, int count) throws IOException {
        Files.createDirectories(folder.resolve(place));
        for (int index = 0; index < count; index++) {
            BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, 0xffffff);
            ImageIO.write(
                    image, "png", folder.resolve(place).resolve(index + ".png").toFile());
        }
    }

    @Test
    void aFolderIsSaidInSentencesAndATable() throws IOException {
        images("set/Train/cat", 6);
        images("set/Train/dog", 5);
        images("set/Test/cat", 3);
        images("set/Test/dog", 3);
        Call call = Call.of("data", folder.toString(), "--option", "image_size=2");
        assertEquals(0, call.code(), call.err());
        assertTrue(
                call.outLines().contains("11 to train, 6 to validate, 0 to test, as the data are divided themselves."),
                call.out());
        List<String> table = call.outLines()
                .subList(call.outLines().indexOf("") + 1, call.outLines().size());
        assertEquals(
                List.of(
                        "class  training  validation  test",
                        "-----  --------  ----------  ----",
                        "cat           6           3     0",
                        "dog           5           3     0"),
                table);
        Call chinese = Call.in(Locale.SIMPLIFIED_CHINESE, "data", folder.toString());
        assertTrue(chinese.out().contains("训练 11，验证 6"), chinese.out());
    }

    @Test
    void theSameIsWrittenAsJson() throws IOException {
        images("a", 5);
        images("b", 5);
        Files.createDirectory(folder.resolve("c"));
        Files.write(folder.resolve("a/1.heic"), new byte[] {1});
        Call call = Call.of("data", folder.toString(), "--json");
        JsonNode json = new ObjectMapper().readTree(call.out());
        assertEquals("image-folder", json.path("type").asText());
        assertEquals(folder.toString(), json.path("path").asText());
        assertEquals(8, json.path("training").asInt());
        assertEquals(2, json.path("validation").asInt());
        assertEquals(3, json.path("class_count").asInt());
        assertEquals("c", json.at("/classes/2/name").asText());
        assertTrue(json.path("digest").asText().startsWith("sha256:"));
        List<String> topics = new ArrayList<>();
        json.path("findings").forEach(finding -> {
            topics.add(finding.path("topic").asText());
            assertTrue(!finding.path("text").asText().isEmpty(), finding.toString());
        });
        assertEquals(List.of("structure", "aside", "labels", "images", "sizes"), topics);
        assertEquals(1, json.at("/findings/1/count").asInt());
        assertEquals("a/1.heic", json.at("/findings/1/examples/0").asText().replace('\\', '/'));
        assertEquals(0, json.path("problems").size());
    }

    @Test
    void whatIsBrokenIsNamedAndTheRestSaid() throws IOException {
        images("a", 5);
        images("b", 5);
        Files.writeString(folder.resolve("b/broken.png"), "no image");
        Call call = Call.of("data", folder.toString());
        assertEquals(1, call.code());
        assertTrue(call.err().contains("broken.png"), call.err());
        assertTrue(call.out().contains("Images that cannot be read: 1"), call.out());
        assertTrue(call.out().contains("8 to train, 2 to validate"), call.out());
        assertEquals(
                0,
                Call.of("data", folder.toString(), "--option", "corrupt=skip").code());
    }

    @Test
    void aKindThatNeedsNoFilesIsNamed() {
        Call call = Call.of("data", "digits");
        assertEquals(0, call.code(), call.err());
        // UCI's test part of the optical digits: 1,797 images of 8 x 8.
        assertTrue(call.outLines().get(0).contains("digits, samples of 1 × 8 × 8"), call.out());
        assertTrue(call.out().contains("10 classes"), call.out());
    }

    @Test
    void whatIsNoDataIsAWrongCall() throws IOException {
        assertEquals(2, Call.of("data").code());
        assertEquals(2, Call.of("data", folder.resolve("nowhere").toString()).code());
        assertEquals(2, Call.of("data", "mnist").code());
        Path text = Files.writeString(folder.resolve("notes.txt"), "no data");
        Call call = Call.of("data", text.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("--type"), call.err());
        assertEquals(1, Call.of("data", folder.toString(), "--option", "sise=3").code());
        assertEquals(0, Call.of("data", "--help").code());
    }
}
