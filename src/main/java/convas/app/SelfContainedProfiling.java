package convas.app;

import convas.operator.ModuleLibrary;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import convas.profiling.ProfilingService;
import java.util.function.Consumer;

/**
 * Hands every design on with the modules of the user's library that it uses among its own: the process that measures has
 * no such library.
 */
record SelfContainedProfiling(ProfilingService service, ModuleLibrary library) implements ProfilingService {
    @Override
    public ProfileHandle start(ProfileRequest request, Consumer<ProfileEvent> observer) {
        ProfileRequest whole = new ProfileRequest(
                library.read().completed(request.design()), request.setting(), request.seconds(), request.folder());
        return service.start(whole, observer);
    }
}
