package convas.profiling;

/** A profile that is being taken. */
public interface ProfileHandle {
    /** Ends it at once; returns at once. The observer gets Stopped, unless it has got another last event before. */
    void stop();

    boolean isRunning();
}
