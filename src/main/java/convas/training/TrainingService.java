package convas.training;

import java.util.function.Consumer;

/** Starts training runs, each in a process of its own. */
public interface TrainingService {
    /**
     * Starts a run and returns at once.
     *
     * @param observer gets every event, one at a time, on a background thread; the last one is Finished or Failed, also
     *     where the process dies
     */
    RunHandle start(RunRequest request, Consumer<RunEvent> observer);
}
