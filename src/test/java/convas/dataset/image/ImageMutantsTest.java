package convas.dataset.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ImageMutantsTest {
    /** {@code -Dconvas.mutants=100000} takes as many; {@code -Dconvas.mutants.seed} other ones. */
    @Test
    void aDamagedImageGivesPixelsOrAReason() throws IOException {
        int count = Integer.getInteger("convas.mutants", 600);
        int decoded = ImageMutants.run(count, Long.getLong("convas.mutants.seed", 1));
        assertTrue(decoded > count / 20 && decoded < count, decoded + " of " + count + " gave pixels");
    }
}
