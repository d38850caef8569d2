package convas.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Starts training runs, each in a process of its own, and finds those that go on. */
public interface TrainingService {
    /**
     * Starts a run and returns at once.
     *
     * @param observer gets every event, one at a time, on a background thread; the last one is Finished or Failed, also
     *     where the process dies
     */
    RunHandle start(RunRequest request, Consumer<RunEvent> observer);

    /**
     * Follows a run that another process has started, or one that has ended, and returns at once. Takes orders too.
     *
     * @param run its folder
     * @param observer gets every event from the run's first on, as with {@link #start}
     */
    RunHandle follow(Path run, Consumer<RunEvent> observer);

    /**
     * What the engine finds on this machine; asks it in a process of its own, which takes some seconds.
     *
     * @throws IOException where there is no answer; its message is a sentence for the user that tells why
     */
    EngineInfo engine() throws IOException;

    /** The folders of runs in which a process works now, in order of name; reads the disk. */
    List<Path> running(Path runs) throws IOException;
}
