package convas.profiling;

import java.util.function.Consumer;

/** Takes profiles, each in a process of its own. */
public interface ProfilingService {
    /**
     * Starts and returns at once.
     *
     * @param observer gets every event, one at a time, on a background thread; the last one is Finished, Failed or
     *     Stopped, also where the process dies
     */
    ProfileHandle start(ProfileRequest request, Consumer<ProfileEvent> observer);
}
