package convas.app;

import convas.operator.ModuleLibrary;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunRequest;
import convas.training.TrainingService;
import java.util.function.Consumer;

/**
 * Hands every design on with the modules of the user's library that it uses among its own: the process that trains, and
 * whoever opens the run's folder elsewhere, has no such library.
 */
record SelfContainedTraining(TrainingService service, ModuleLibrary library) implements TrainingService {
    @Override
    public RunHandle start(RunRequest request, Consumer<RunEvent> observer) {
        RunRequest whole = new RunRequest(
                library.read().completed(request.design()),
                request.source(),
                request.runs(),
                request.options(),
                request.resume());
        return service.start(whole, observer);
    }
}
