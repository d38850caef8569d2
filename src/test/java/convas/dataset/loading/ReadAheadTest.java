package convas.dataset.loading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.Augmentation;
import convas.dataset.BatchReader;
import convas.dataset.Dataset;
import convas.dataset.DatasetOptions;
import convas.dataset.Digits;
import convas.dataset.Normalization;
import convas.dataset.UnreadableSampleException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReadAheadTest {
    private static BatchReader digits() throws Exception {
        Dataset dataset = new Digits().open(new DatasetOptions(Map.of()), false);
        return new BatchReader(dataset, 16, 16, Normalization.none(1));
    }

    @Test
    void everyNumberOfThreadsGivesTheSameBatchesInOrder() throws Exception {
        BatchReader reader = digits();
        int[] order = IntStream.range(0, 640).toArray();
        Augmentation all = new Augmentation(true, 3, 0.2, 4, 0.4);
        for (int threads : new int[] {1, 2, 5}) {
            try (ReadAhead ahead =
                    new ReadAhead(batch -> reader.read(order, (int) batch * 32, 32, all, 9), 3, 20, threads)) {
                for (int batch = 3; batch < 20; batch++) {
                    assertArrayEquals(
                            reader.read(order, batch * 32, 32, all, 9).values(),
                            ahead.next().values());
                }
                assertThrows(IllegalStateException.class, ahead::next);
            }
        }
    }

    @Test
    void readsAheadButNotWithoutBound() throws Exception {
        BatchReader reader = digits();
        AtomicInteger made = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        try (ReadAhead ahead = new ReadAhead(
                batch -> {
                    made.incrementAndGet();
                    four.countDown();
                    return reader.read(new int[1], 0, 1);
                },
                0,
                1000,
                2)) {
            assertTrue(four.await(60, TimeUnit.SECONDS), "nothing is made ahead");
            ahead.next();
            ahead.next();
            assertTrue(made.get() <= 6, made + " made, two taken");
        }
    }

    @Test
    void tellsOfASampleThatCannotBeReadWhenItsBatchIsDue() throws Exception {
        BatchReader reader = digits();
        try (ReadAhead ahead = new ReadAhead(
                batch -> {
                    if (batch == 2) {
                        throw UnreadableSampleException.missing("two.png", null);
                    }
                    return reader.read(new int[1], 0, 1);
                },
                0,
                5,
                2)) {
            ahead.next();
            ahead.next();
            assertEquals(
                    "two.png",
                    assertThrows(UnreadableSampleException.class, ahead::next)
                            .problem()
                            .arguments()
                            .get(0));
        }
    }
}
