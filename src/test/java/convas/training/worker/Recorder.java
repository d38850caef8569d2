package convas.training.worker;

import convas.training.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Remembers a run's events and waits for them. */
final class Recorder implements Consumer<RunEvent> {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<RunEvent> events = new ArrayList<>();

    @Override
    public synchronized void accept(RunEvent event) {
        events.add(event);
        notifyAll();
    }

    /** The first event of a kind, once it is there; fails where none comes or the run ends before. */
    synchronized <T extends RunEvent> T await(Class<T> type) throws InterruptedException {
        return type.cast(await(type::isInstance));
    }

    /** The last event of the run. */
    synchronized RunEvent awaitEnd() throws InterruptedException {
        return await(RunEvent::isLast);
    }

    private RunEvent await(Predicate<RunEvent> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (RunEvent event : events) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            if (System.nanoTime() > end || events.stream().anyMatch(RunEvent::isLast)) {
                throw new AssertionError("not among " + events);
            }
            wait(1000);
        }
    }

    synchronized List<RunEvent> events() {
        return List.copyOf(events);
    }

    synchronized <T extends RunEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
