package convas.training.djl;

import convas.training.RunOrder;
import convas.training.run.ControlFile;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What is wanted of this process' run, whoever says so: its starter on the standard input, others in the run's folder. */
final class Orders implements Supplier<Wish> {
    private static final long BETWEEN_MILLIS = 100;

    private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.GO_ON);
    private volatile boolean alone;
    private volatile boolean stays;

    @Override
    public Wish get() {
        return alone && !stays ? Wish.LEAVE : wish.get();
    }

    void accept(RunOrder order) {
        wish.updateAndGet(before -> before == Wish.STOP ? before : Wish.of(order));
    }

    /** The starter is gone. */
    void left() {
        alone = true;
    }

    /** The run is to go on when its starter is gone. */
    void stayWhenLeft() {
        stays = true;
    }

    boolean stay() {
        return stays;
    }

    /** Looks into a run's folder for orders from now on, for as long as this process lives. */
    void watch(Path run) {
        ControlFile file = new ControlFile(run);
        // What somebody asked of an earlier process is not meant for this one.
        file.take();
        Thread thread = new Thread(() -> watch(file), "control");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(ControlFile file) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
                file.take().ifPresent(this::accept);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
