package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.Targets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ExaminationTest {
    private static Targets classes(int count) {
        return new Targets.Classes(Collections.nCopies(count, "some"));
    }

    @Test
    void takesNumbersThatAreAllNearEnoughForRight() {
        Examination examination = new Examination(new Targets.Numbers(List.of("x", "y"), 0.5));
        float[] right = {1, 2, /**/ 1, 2, /**/ 1, 2};
        examination.add(0, new float[] {1.5f, 1.75f, /**/ 1, 3, /**/ Float.NaN, 2}, right, new int[0]);
        assertEquals(OptionalDouble.of(1.0 / 3), examination.score().accuracy());
    }

    @Test
    void countsWhichClassIsTakenForWhich() {
        Examination examination = new Examination(classes(3));
        examination.add(1, new float[] {5, 1, 0, /**/ 0, 2, 1}, new float[6], new int[] {0, 2});
        examination.add(4, new float[] {0, 0, 7}, new float[3], new int[] {2});
        assertArrayEquals(
                new long[][] {{1, 0, 0}, {0, 0, 0}, {0, 1, 1}},
                examination.confusion().orElseThrow());
        assertEquals(OptionalDouble.of(2.0 / 3), examination.score().accuracy());
        // Two images with a mean of 1 and one of 4.
        assertEquals(2, examination.score().meanLoss(), 1e-12);
        // Of three classes the right one is always among the best five.
        assertEquals(Map.of(), examination.measures());
    }

    @Test
    void countsTheRightClassAmongTheBestFive() {
        Examination examination = new Examination(classes(7));
        float[] scores = {7, 6, 5, 4, 3, 2, 1};
        examination.add(0, scores, new float[7], new int[] {4});
        examination.add(0, scores, new float[7], new int[] {5});
        assertEquals(Map.of("validation_top5_accuracy", 0.5), examination.measures());
        assertEquals(OptionalDouble.of(0), examination.score().accuracy());
    }

    @Test
    void aNetworkThatSaysTheSameOfAllClassesGetsNoHitForIt() {
        Examination examination = new Examination(classes(7));
        examination.add(0, new float[7], new float[7], new int[] {6});
        assertEquals(Map.of("validation_top5_accuracy", 0.0), examination.measures());
    }

    @Test
    void scoresThatAreNoNumbersAreNeverHits() {
        Examination examination = new Examination(classes(7));
        float none = Float.NaN;
        float[] nothing = {none, none, none, none, none, none, none};
        float[] some = {none, 6, 5, 4, 3, 2, 1};
        examination.add(0, nothing, new float[7], new int[] {0});
        examination.add(0, some, new float[7], new int[] {0});
        examination.add(0, some, new float[7], new int[] {1});
        assertEquals(OptionalDouble.of(0), examination.score().accuracy());
        assertEquals(Map.of("validation_top5_accuracy", 0.0), examination.measures());
        for (long[] row : examination.confusion().orElseThrow()) {
            assertArrayEquals(new long[7], row);
        }
    }

    @Test
    void tellsHowFarNumbersAreOff() {
        Examination examination = new Examination(new Targets.Numbers(List.of("x", "y"), 0));
        examination.add(0.5, new float[] {1, 2, /**/ 3, 4}, new float[] {1, 5, 3, 0}, new int[0]);
        // Off by 0, 3, 0 and 4: 7 / 4 in the mean, and the root of 25 / 4.
        assertEquals(
                Map.of("validation_mean_absolute_error", 1.75, "validation_root_mean_square_error", 2.5),
                examination.measures());
        assertEquals(OptionalDouble.empty(), examination.score().accuracy());
        assertEquals(0.5, examination.score().meanLoss(), 1e-12);
        assertTrue(examination.confusion().isEmpty());
    }
}
