package convas.training.djl;

import convas.dataset.ReadingProgress;
import convas.training.RunEvent;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Tells a few times a second how far the data is read, from the first such while on: what is quick needs no telling. */
final class DataTold implements ReadingProgress {
    private static final long BETWEEN_NANOS = 250_000_000;

    private final Consumer<RunEvent> events;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + BETWEEN_NANOS);

    DataTold(Consumer<RunEvent> events) {
        this.events = events;
    }

    @Override
    public void read(int files, int all) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + BETWEEN_NANOS)) {
            events.accept(new RunEvent.DataRead(files, all));
        }
    }
}
