package convas.editor.training;

import convas.editor.task.BackgroundAnalysis;
import convas.editor.task.Mailbox;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOptions;
import convas.training.RunOrder;
import convas.training.RunRequest;
import convas.training.TrainingService;
import convas.training.recipe.Recipe;
import convas.training.run.EventLog;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Starts, pauses and stops training runs, one at a time with others queued behind it, and keeps what is known of the last.
 * Finds the run again that went on while the window was closed. Outlives the panel that shows it. Used on the window's
 * thread; whatever takes time happens elsewhere.
 */
public final class RunControl {
    /** Device and threads of the run itself, without which its numbers would be others. */
    private static final RunOptions AS_BEFORE = RunOptions.DEFAULT.staying();

    private final TrainingService service;
    private final BackgroundAnalysis.Analyst analyst;
    private final Path runs;
    private final Supplier<RunOptions> options;
    private final Tasks tasks;
    private final Pulse pulse;
    private final RunModel model = new RunModel();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Wanted> queue = new ArrayDeque<>();
    private Optional<RunHandle> handle = Optional.empty();
    private boolean stopWanted;

    /** A run that can be started: its design and recipe have no errors. */
    private record Wanted(RunRequest request, String name, Optional<Recipe> recipe, Texts texts, List<RunEvent> past) {}

    /** A run as its folder tells it, and what it has told up to its checkpoint. */
    private record Past(StoredRun stored, List<RunEvent> events) {
        private static Past of(Path run) {
            StoredRun stored = RunFolder.open(run);
            return new Past(stored, EventLog.past(stored));
        }
    }

    /**
     * @param analyst says whether a design can be trained at all
     * @param runs the folder in which each run makes its own
     * @param options asked when a new run is wanted
     */
    public RunControl(
            TrainingService service,
            BackgroundAnalysis.Analyst analyst,
            Path runs,
            Supplier<RunOptions> options,
            Tasks tasks,
            Pulse pulse) {
        this.service = service;
        this.analyst = analyst;
        this.runs = runs;
        this.options = options;
        this.tasks = tasks;
        this.pulse = pulse;
    }

    public RunModel model() {
        return model;
    }

    /** True from the moment a run is wanted until it has ended. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    /** Calls {@code listener} whenever the model or the queue has changed; running the result ends that. */
    public Runnable addListener(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Trains a design as it is now; later edits do not reach the run. Nothing happens while a run is going on. A design
     * or a recipe with errors is refused, and the model says why.
     *
     * @param source the file the design came from
     * @param texts the language of a refusal
     */
    public void start(Design design, Optional<Path> source, Texts texts) {
        if (!isRunning()) {
            stopWanted = false;
            running.set(true);
            check(design, source, texts, this::begin, () -> running.set(false));
        }
    }

    /** Trains a design, as it is now, when the runs before it have ended; at once where there are none. */
    public void queue(Design design, Optional<Path> source, Texts texts) {
        if (isRunning()) {
            check(design, source, texts, this::enqueue, () -> {});
        } else {
            start(design, source, texts);
        }
    }

    /** Goes on with a run that broke off or was stopped, when the runs before it have ended. */
    public void resume(Path run, Texts texts) {
        tasks.start(
                () -> Past.of(run),
                past -> enqueue(new Wanted(
                        new RunRequest.Resume(run, AS_BEFORE),
                        name(past.stored()),
                        past.stored().recipe(),
                        texts,
                        past.events())),
                failure -> refuse(texts.get("editorpanels.training.notStarted", failure)));
    }

    private void enqueue(Wanted wanted) {
        queue.add(wanted);
        next();
        tell();
    }

    /** The names of the designs that wait for their turn, first come first. */
    public List<String> queued() {
        return queue.stream().map(Wanted::name).toList();
    }

    /** Nothing waits any more; the run that goes on is not touched. */
    public void clearQueue() {
        queue.clear();
        tell();
    }

    private void next() {
        if (!isRunning() && !queue.isEmpty()) {
            stopWanted = false;
            running.set(true);
            begin(queue.remove());
        }
    }

    /** Sees, elsewhere, whether a design can be trained; says why where it cannot. */
    private void check(Design design, Optional<Path> source, Texts texts, Consumer<Wanted> good, Runnable bad) {
        Reading<Recipe> recipe = Recipe.read(design.training());
        if (recipe.value().isEmpty()) {
            bad.run();
            refuse(recipe.problems(), texts);
            return;
        }
        tasks.start(
                () -> analyst.analyze(design, () -> false),
                analysis -> {
                    if (analysis.hasErrors()) {
                        bad.run();
                        refuse(analysis.diagnostics(), texts);
                    } else {
                        RunRequest request = new RunRequest.New(design, source, runs, options.get());
                        good.accept(new Wanted(request, design.name(), recipe.value(), texts, List.of()));
                    }
                },
                failure -> {
                    bad.run();
                    refuse(texts.get("editorpanels.training.notStarted", failure));
                });
    }

    private void begin(Wanted wanted) {
        if (stopWanted) {
            running.set(false);
            tell();
            next();
            return;
        }
        attend(
                wanted.name(),
                wanted.recipe(),
                wanted.texts(),
                wanted.past(),
                observer -> service.start(wanted.request(), observer));
    }

    /**
     * Shows a run again that went on while the window was closed: the one that was left, also where it has ended since,
     * or else the newest that any process works on. Nothing happens where there is none.
     *
     * @param left the folder of the run that was left
     */
    public void find(Optional<Path> left, Texts texts) {
        tasks.start(
                () -> left.filter(Files::isDirectory).or(this::newest).map(RunFolder::open),
                found -> found.filter(stored -> !isRunning()).ifPresent(stored -> {
                    stopWanted = false;
                    running.set(true);
                    attend(
                            name(stored),
                            stored.recipe(),
                            texts,
                            List.of(),
                            observer -> service.follow(stored.folder(), observer));
                }),
                unreadable -> {});
    }

    private Optional<Path> newest() {
        try {
            return service.running(runs).stream().reduce((first, second) -> second);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String name(StoredRun stored) {
        return stored.design()
                .map(Design::name)
                .orElse(stored.folder().getFileName().toString());
    }

    private void attend(
            String name,
            Optional<Recipe> recipe,
            Texts texts,
            List<RunEvent> past,
            Function<Consumer<RunEvent>, RunHandle> start) {
        model.begin(name, recipe);
        model.recall(past);
        tell();
        Mailbox<RunEvent> mailbox = new Mailbox<>(pulse, this::accept);
        tasks.start(
                () -> start.apply(mailbox::post),
                this::started,
                failure ->
                        accept(new RunEvent.Failed(List.of(texts.get("editorpanels.training.notStarted", failure)))));
    }

    private void refuse(List<Diagnostic> problems, Texts texts) {
        List<Diagnostic> errors = problems.stream().filter(Diagnostic::isError).toList();
        String first = errors.get(0).line(texts);
        refuse(
                errors.size() == 1
                        ? texts.get("editorpanels.training.refusedOne", first)
                        : texts.get("editorpanels.training.refused", errors.size(), first));
    }

    private void refuse(String sentence) {
        model.refuse(List.of(sentence));
        tell();
    }

    private void started(RunHandle begun) {
        // A run that was over before this call keeps no handle.
        if (isRunning()) {
            handle = Optional.of(begun);
            if (stopWanted) {
                begun.stop();
            }
        }
    }

    private void accept(RunEvent event) {
        model.accept(event);
        if (event instanceof RunEvent.Finished || event instanceof RunEvent.Failed) {
            handle = Optional.empty();
            running.set(false);
            next();
        }
        tell();
    }

    /** Asks the run to stop and to write what it has; nothing happens where none is going on. */
    public void stop() {
        if (isRunning() && !stopWanted) {
            stopWanted = true;
            model.stopping();
            handle.ifPresent(RunHandle::stop);
            tell();
        }
    }

    /** Asks the run to end its epoch and to stop then; nothing happens where none is going on. */
    public void stopAfterEpoch() {
        model.stopAfterEpoch(true);
        order(RunOrder.STOP_AFTER_EPOCH);
    }

    /** Asks the run to rest, or to go on where it rests. */
    public void pauseOrGoOn() {
        if (model.phase() == RunModel.Phase.PAUSED) {
            order(RunOrder.GO_ON);
        } else {
            order(RunOrder.PAUSE);
        }
    }

    private void order(RunOrder order) {
        handle.ifPresent(begun -> begun.order(order));
        tell();
    }

    /** Ends the run's process without waiting for it; the model then says that the run broke off. */
    public void kill() {
        handle.ifPresent(RunHandle::kill);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
