package convas.training.djl;

import convas.dataset.ReadingProgress;
import convas.training.RunEvent;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells a few times a second how far the data is read, from the first such while on: what is quick needs no telling. Ends
 * the reading where nobody wants the run any more.
 */
final class DataTold implements ReadingProgress {
    private static final long BETWEEN_NANOS = 250_000_000;

    private final Consumer<RunEvent> events;
    private final Supplier<Wish> wish;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + BETWEEN_NANOS);

    DataTold(Consumer<RunEvent> events, Supplier<Wish> wish) {
        this.events = events;
        this.wish = wish;
    }

    /** @throws CancellationException where the run is to stop: nothing of it is there yet that could be kept */
    @Override
    public void read(int files, int all) {
        Wish now = wish.get();
        if (now == Wish.STOP || now == Wish.LEAVE) {
            throw new CancellationException();
        }
        long time = System.nanoTime();
        long due = next.get();
        if (time - due >= 0 && next.compareAndSet(due, time + BETWEEN_NANOS)) {
            events.accept(new RunEvent.DataRead(files, all));
        }
    }
}
