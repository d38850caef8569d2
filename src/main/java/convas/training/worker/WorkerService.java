package convas.training.worker;

import convas.child.ChildJvm;
import convas.file.FolderLock;
import convas.graph.Design;
import convas.text.Texts;
import convas.training.EngineInfo;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunRequest;
import convas.training.TrainingService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Runs each training in a JVM of its own, see {@link ChildJvm}.
 */
public final class WorkerService implements TrainingService {
    private static final String MAIN = "convas.training.djl.WorkerMain";
    private static final String DEVICES = "convas.training.djl.DevicesMain";

    private final Texts texts;
    private final UnaryOperator<Design> completion;
    private final ChildJvm child;

    /** @param texts in the user's language, which becomes the child's too */
    public WorkerService(Texts texts) {
        this(texts, UnaryOperator.identity(), List.of());
    }

    /**
     * @param completion of each design with what the child, or whoever opens the run elsewhere, has not: the modules of the
     *     user's library
     * @param options for the child's JVM, for instance {@code -Xmx4g}
     */
    public WorkerService(Texts texts, UnaryOperator<Design> completion, List<String> options) {
        this.texts = texts;
        this.completion = completion;
        this.child = new ChildJvm(texts.locale(), options);
    }

    @Override
    public RunHandle start(RunRequest request, Consumer<RunEvent> observer) {
        int threads = request.options().threads().orElse(Runtime.getRuntime().availableProcessors());
        WorkerProcess worker =
                new WorkerProcess(() -> child.launch(MAIN, threads), request, completion, texts, observer);
        worker.start();
        return worker;
    }

    @Override
    public RunHandle follow(Path run, Consumer<RunEvent> observer) {
        RunFollower follower = new RunFollower(run.toAbsolutePath().normalize(), texts, observer);
        follower.start();
        return follower;
    }

    @Override
    public EngineInfo engine() throws IOException {
        return new EngineQuestion(() -> child.launch(DEVICES, 1), EngineQuestion.PATIENCE, texts).ask();
    }

    @Override
    public List<Path> running(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(FolderLock::isTaken).sorted().toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
