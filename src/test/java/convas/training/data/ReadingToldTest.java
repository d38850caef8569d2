package convas.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Value;
import convas.training.recipe.DataRecipe;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingToldTest {
    @TempDir
    private Path folder;

    @Test
    void everyFileThatIsReadIsToldOnce() throws IOException {
        for (String image : List.of("cats/1.png", "cats/2.png", "dogs/1.png")) {
            Path file = folder.resolve(image);
            Files.createDirectories(file.getParent());
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        }
        DataRecipe recipe =
                DataRecipe.named("image-folder").withOptions(Map.of("path", new Value.Text(folder.toString())));
        ConcurrentLinkedQueue<Integer> told = new ConcurrentLinkedQueue<>();
        boolean opened = new DatasetOpener(BuiltinDatasets.create())
                .open(recipe, (files, all) -> {
                    assertEquals(3, all);
                    told.add(files);
                })
                .value()
                .isPresent();
        assertTrue(opened);
        assertEquals(List.of(1, 2, 3), told.stream().sorted().toList());
    }
}
