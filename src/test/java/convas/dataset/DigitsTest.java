package convas.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class DigitsTest {
    @Test
    void hasThePublishedNumberOfImagesOfEachDigit() throws Exception {
        Dataset digits = new Digits().load();
        int[] counts = new int[10];
        for (int image = 0; image < digits.size(); image++) {
            counts[digits.label(image)]++;
        }
        // The class distribution of the test part, as its documentation at UCI states it.
        assertArrayEquals(new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, counts);
        assertEquals(1797, digits.size());
        assertEquals(SampleShape.image(1, 8, 8), digits.shape());
    }

    @Test
    void readsPixelsByRows() throws Exception {
        Dataset digits = new Digits().load();
        // The file's first line starts 0,0,5,13,9,1,0,0, 0,0,13,15 and its label is 0.
        float[] image = new float[64];
        digits.read(0, image, 0);
        assertEquals(5 / 16f, image[2]);
        assertEquals(13 / 16f, image[8 + 2]);
        assertEquals(15 / 16f, image[8 + 3]);
        assertEquals(0, digits.label(0));
    }
}
