package convas.training;

/** A run that was started. */
public interface RunHandle {
    /** Asks something of the run; returns at once, and means nothing to a run that has ended. */
    void order(RunOrder order);

    /** Asks it to stop after the current batch, validate, and write its folder; returns at once. */
    default void stop() {
        order(RunOrder.STOP);
    }

    /** Ends its process at once; the observer gets Failed. */
    void kill();

    boolean isRunning();

    /** The process' number, for instance to look at it from outside; -1 before it is known. */
    long pid();
}
