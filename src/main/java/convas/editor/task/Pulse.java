package convas.editor.task;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Runs actions once, with the window's next frame. Rests while there are none. */
@FunctionalInterface
public interface Pulse {
    /** Runs {@code action} with the next frame; from any thread. */
    void once(Runnable action);

    /** The frames of JavaFX, with one timer for all that ask. */
    static Pulse javafx() {
        return new Frames();
    }

    /** The timer behind {@link #javafx()}. */
    final class Frames implements Pulse {
        private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean ticking = new AtomicBoolean();
        private final AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                tick();
            }
        };

        private Frames() {}

        @Override
        public void once(Runnable action) {
            waiting.add(action);
            if (ticking.compareAndSet(false, true)) {
                Platform.runLater(timer::start);
            }
        }

        private void tick() {
            if (waiting.isEmpty()) {
                timer.stop();
                ticking.set(false);
                // Something may have come between the look and the stop.
                if (!waiting.isEmpty() && ticking.compareAndSet(false, true)) {
                    timer.start();
                }
                return;
            }
            int count = waiting.size();
            for (int index = 0; index < count; index++) {
                waiting.remove().run();
            }
        }
    }
}
