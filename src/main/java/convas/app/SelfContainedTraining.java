package convas.app;

import convas.operator.ModuleLibrary;
import convas.training.EngineInfo;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunRequest;
import convas.training.TrainingService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands every design on with the modules of the user's library that it uses among its own: the process that trains, and
 * whoever opens the run's folder elsewhere, has no such library.
 */
record SelfContainedTraining(TrainingService service, ModuleLibrary library) implements TrainingService {
    @Override
    public RunHandle start(RunRequest request, Consumer<RunEvent> observer) {
        return service.start(request.withDesign(library.read().completed(request.design())), observer);
    }

    @Override
    public RunHandle follow(Path run, Consumer<RunEvent> observer) {
        return service.follow(run, observer);
    }

    @Override
    public EngineInfo engine() throws IOException {
        return service.engine();
    }

    @Override
    public List<Path> running(Path runs) throws IOException {
        return service.running(runs);
    }
}
