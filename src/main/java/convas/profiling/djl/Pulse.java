package convas.profiling.djl;

import convas.profiling.ProfileEvent;
import java.util.function.Consumer;

/** Tells how far measuring has got, a few times a second and at each new phase. */
final class Pulse {
    private static final long BETWEEN_NANOS = 200_000_000;

    private final Consumer<ProfileEvent> events;
    private ProfileEvent.Phase phase;
    private long told;

    Pulse(Consumer<ProfileEvent> events) {
        this.events = events;
    }

    /** @param done of this phase, 0 to 1 */
    void tell(ProfileEvent.Phase now, double done) {
        if (now != phase || System.nanoTime() - told > BETWEEN_NANOS) {
            phase = now;
            told = System.nanoTime();
            events.accept(new ProfileEvent.Progress(now, done));
        }
    }
}
