package convas.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SplitTest {
    @Test
    void holdsBackAFifthOfEveryClass() throws IOException {
        Dataset digits = new Digits().load();
        Split split = Split.stratified(digits, 0.2, 0);
        int[] held = new int[10];
        split.validation().forEach(image -> held[digits.label(image)]++);
        // A fifth of 178 182 177 183 181 182 181 179 174 180, rounded.
        assertArrayEquals(new int[] {36, 36, 35, 37, 36, 36, 36, 36, 35, 36}, held);
    }

    @Test
    void putsEveryImageOnExactlyOneSide() throws IOException {
        Split split = Split.stratified(new Digits().load(), 0.2, 3);
        TreeSet<Integer> all = new TreeSet<>(split.training());
        split.validation().forEach(image -> assertFalse(all.contains(image)));
        all.addAll(split.validation());
        assertEquals(IntStream.range(0, 1797).boxed().toList(), all.stream().toList());
    }

    @Test
    void holdsBackOfAllTogetherWhereEveryClassHasOneSample() {
        Dataset ten = new ByteImages(
                "ten",
                SampleShape.image(1, 1, 1),
                IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
                new byte[10],
                1,
                IntStream.range(0, 10).toArray(),
                "");
        Split split = Split.stratified(ten, 0.2, 0);
        assertEquals(2, split.validation().size());
        assertEquals(8, split.training().size());
    }

    @Test
    void isFixedByItsSeed() throws IOException {
        Dataset digits = new Digits().load();
        assertEquals(Split.stratified(digits, 0.2, 5), Split.stratified(digits, 0.2, 5));
        assertNotEquals(Split.stratified(digits, 0.2, 5), Split.stratified(digits, 0.2, 6));
    }

    @Test
    void ordersEachEpochAnewButEqualForEqualSeeds() throws IOException {
        Split split = Split.stratified(new Digits().load(), 0.2, 0);
        int[] first = split.order(1, 1);
        assertArrayEquals(first, split.order(1, 1));
        assertFalse(Arrays.equals(first, split.order(1, 2)));
        assertFalse(Arrays.equals(first, split.order(2, 1)));
        Arrays.sort(first);
        assertArrayEquals(split.training().stream().mapToInt(Integer::intValue).toArray(), first);
    }
}
