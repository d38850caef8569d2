package convas.editor.task;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes messages from any thread and hands them over on the window's thread, all that have come since the last frame at
 * once: a thousand messages a second cost the window no more than a few.
 *
 * @param <T> the messages
 */
public final class Mailbox<T> {
    private final ConcurrentLinkedQueue<T> messages = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean announced = new AtomicBoolean();
    private final Pulse pulse;
    private final Consumer<T> reader;

    /**
     * @param pulse empties the box once a frame
     * @param reader gets each message, in the order posted, on the window's thread
     */
    public Mailbox(Pulse pulse, Consumer<T> reader) {
        this.pulse = pulse;
        this.reader = reader;
    }

    /** Posts a message; from any thread. */
    public void post(T message) {
        messages.add(message);
        if (announced.compareAndSet(false, true)) {
            pulse.once(this::drain);
        }
    }

    private void drain() {
        announced.set(false);
        for (T message = messages.poll(); message != null; message = messages.poll()) {
            reader.accept(message);
        }
    }
}
