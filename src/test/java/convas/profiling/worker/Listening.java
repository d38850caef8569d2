package convas.profiling.worker;

import convas.profiling.ProfileEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hears the events of one profile. */
public final class Listening implements Consumer<ProfileEvent> {
    private static final int PATIENCE_SECONDS = 120;

    private final List<ProfileEvent> events = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public synchronized void accept(ProfileEvent event) {
        events.add(event);
        begun.countDown();
        if (event.isLast()) {
            over.countDown();
        }
    }

    public void awaitFirst() throws InterruptedException {
        await(begun);
    }

    public ProfileEvent last() throws InterruptedException {
        await(over);
        return events().get(events().size() - 1);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("No event within " + PATIENCE_SECONDS + " s");
        }
    }

    public synchronized List<ProfileEvent> events() {
        return List.copyOf(events);
    }
}
