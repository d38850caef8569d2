package convas.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one may ask of a run that goes on. The last one counts, but who has asked it to stop cannot take that back. */
public enum RunOrder {
    /** Write a checkpoint after the batch and wait, until something else is asked. */
    PAUSE,
    /** End a pause; also takes back {@link #STOP_AFTER_EPOCH}. */
    GO_ON,
    /** End this epoch, validate, and stop as if it had been the last. */
    STOP_AFTER_EPOCH,
    /** Stop after the batch, validate, and complete the folder. */
    STOP;

    /** As the worker's protocol and the file {@code control} write it: {@code stop-after-epoch}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The order of this {@link #word}; empty where it is none. */
    public static Optional<RunOrder> of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word.strip()))
                .findFirst();
    }
}
