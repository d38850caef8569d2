package convas.training.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BatchSizesTest {
    private static final OptionalLong BEFORE = OptionalLong.of(100);
    private static final OptionalLong PLENTY = OptionalLong.of(1_000_000);

    private static BatchSizes sizes(double... imagesPerSecond) {
        BatchSizes sizes = new BatchSizes();
        int batch = 8;
        for (double speed : imagesPerSecond) {
            sizes.add(new BatchSizes.Point(batch, speed, OptionalLong.of(100 + 10L * batch)));
            batch *= 2;
        }
        return sizes;
    }

    @Test
    void aGainOfATwentiethIsWorthGoingOn() {
        assertEquals(Optional.empty(), sizes(100, 106).end(1000, BEFORE, PLENTY));
        assertEquals(Optional.of(Search.End.NO_GAIN), sizes(100, 104).end(1000, BEFORE, PLENTY));
    }

    @Test
    void thereAreOnlySoManyImages() {
        assertEquals(Optional.empty(), sizes(100, 200).end(32, BEFORE, PLENTY));
        assertEquals(Optional.of(Search.End.DATA), sizes(100, 200).end(31, BEFORE, PLENTY));
    }

    @Test
    void whatTheLastSizeAddedMustBeFreeOnceMore() {
        // A batch of 16 added 160 bytes; 0.8 of 200 are 160.
        assertEquals(Optional.empty(), sizes(100, 200).end(1000, BEFORE, OptionalLong.of(201)));
        assertEquals(Optional.of(Search.End.MEMORY), sizes(100, 200).end(1000, BEFORE, OptionalLong.of(199)));
        assertEquals(Optional.empty(), sizes(100, 200).end(1000, BEFORE, OptionalLong.empty()));
    }

    @Test
    void suggestsTheLastSizeThatPaid() {
        assertEquals(OptionalInt.of(16), sizes(100, 200, 205).suggestion());
        assertEquals(OptionalInt.of(32), sizes(100, 200, 300).suggestion());
        assertEquals(OptionalInt.of(8), sizes(100).suggestion());
        assertEquals(OptionalInt.empty(), sizes().suggestion());
    }
}
