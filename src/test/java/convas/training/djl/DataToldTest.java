package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import convas.training.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DataToldTest {
    private final List<RunEvent> events = new ArrayList<>();

    @Test
    void whatIsQuickIsNotTold() {
        new DataTold(events::add, () -> Wish.GO_ON).read(1, 1);
        assertEquals(List.of(), events);
    }

    @Test
    void readingEndsWhereTheRunIsNotWantedAnyMore() {
        for (Wish wish : List.of(Wish.STOP, Wish.LEAVE)) {
            DataTold told = new DataTold(events::add, () -> wish);
            assertThrows(CancellationException.class, () -> told.read(1, 30_000));
        }
    }
}
