package convas.training.djl;

import convas.training.RunOrder;

/** What is wanted of a run that goes on; asked after every batch. */
enum Wish {
    GO_ON,
    /** Wait after this batch. */
    PAUSE,
    /** Stop when this epoch is done. */
    STOP_AFTER_EPOCH,
    /** Stop after this batch, validate, keep everything. */
    STOP,
    /** Nobody listens any more: keep everything and end. */
    LEAVE;

    static Wish of(RunOrder order) {
        return switch (order) {
            case PAUSE -> PAUSE;
            case GO_ON -> GO_ON;
            case STOP_AFTER_EPOCH -> STOP_AFTER_EPOCH;
            case STOP -> STOP;
        };
    }

    /** Whether the epoch that goes on is to be ended. */
    boolean endsEpoch() {
        return this == GO_ON || this == STOP_AFTER_EPOCH;
    }
}
