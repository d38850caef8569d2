package convas.dataset.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import convas.dataset.Dataset;
import convas.dataset.DatasetOptions;
import convas.dataset.Split;
import convas.dataset.synthetic.CoordinateTask.Parts;
import convas.dataset.synthetic.CoordinateTask.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class CoordinateTaskTest {
    private static Dataset open(Task task, Parts parts) {
        return new CoordinateTask(task, parts).open(new DatasetOptions(Map.of()), false);
    }

    @Test
    void isNamedByTaskAndSplit() {
        assertEquals(
                List.of(
                        "coordinate-classification-uniform",
                        "coordinate-classification-quadrant",
                        "coordinate-regression-uniform",
                        "coordinate-regression-quadrant"),
                CoordinateTask.all().stream().map(kind -> kind.name()).toList());
    }

    @Test
    void hasThePapersNumberOfPlaces() {
        for (Task task : Task.values()) {
            // 56 x 56 places; the paper's quadrant split is 2,407 to 729, its uniform one four fifths to one.
            Split quadrant = open(task, Parts.QUADRANT).split().orElseThrow();
            assertEquals(2407, quadrant.training().size());
            assertEquals(729, quadrant.validation().size());
            Split uniform = open(task, Parts.UNIFORM).split().orElseThrow();
            assertEquals(2509, uniform.training().size());
            assertEquals(627, uniform.validation().size());
            TreeSet<Integer> all = new TreeSet<>(uniform.training());
            all.addAll(uniform.validation());
            assertEquals(3136, all.size());
        }
    }

    @Test
    void asksForThePixelOfTheTwoCoordinates() throws Exception {
        Dataset dataset = open(Task.CLASSIFICATION, Parts.QUADRANT);
        assertEquals(List.of(2), dataset.shape().sizes());
        assertEquals(4096, dataset.targets().size());
        // The first square's centre is the pixel (4, 4); of the row's last one (59, 4).
        float[] values = new float[2];
        dataset.read(0, values, 0);
        assertArrayEquals(new float[] {8 / 63f - 1, 8 / 63f - 1}, values, 1e-6f);
        assertEquals(4 * 64 + 4, dataset.label(0));
        dataset.read(55, values, 0);
        assertArrayEquals(new float[] {118 / 63f - 1, 8 / 63f - 1}, values, 1e-6f);
        assertEquals(4 * 64 + 59, dataset.label(55));
        float[] shares = new float[4096];
        dataset.target(55, shares, 0);
        assertEquals(1, shares[4 * 64 + 59]);
    }

    @Test
    void asksForTheCoordinatesOfTheLitPixel() throws Exception {
        Dataset dataset = open(Task.REGRESSION, Parts.UNIFORM);
        assertEquals(List.of(1, 64, 64), dataset.shape().sizes());
        float[] image = new float[64 * 64];
        dataset.read(55 + 56, image, 0);
        float[] expected = new float[64 * 64];
        expected[5 * 64 + 59] = 1;
        assertArrayEquals(expected, image);
        float[] answer = new float[2];
        dataset.target(55 + 56, answer, 0);
        assertArrayEquals(new float[] {118 / 63f - 1, 10 / 63f - 1}, answer, 1e-6f);
        assertThrows(IllegalStateException.class, () -> dataset.label(0));
    }

    @Test
    void validatesInTheLastQuadrantAlone() throws Exception {
        Dataset dataset = open(Task.CLASSIFICATION, Parts.QUADRANT);
        float[] values = new float[2];
        for (int sample : dataset.split().orElseThrow().training()) {
            dataset.read(sample, values, 0);
            assertEquals(false, values[0] > 2 * 32.5 / 63 - 1 && values[1] > 2 * 32.5 / 63 - 1);
        }
    }
}
