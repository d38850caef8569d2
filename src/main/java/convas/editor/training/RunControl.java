package convas.editor.training;

import convas.analysis.Analysis;
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
import convas.training.RunRequest;
import convas.training.TrainingService;
import convas.training.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Starts and stops training runs, one at a time, and keeps what is known of the last. Outlives the panel that shows it.
 * Used on the window's thread; whatever takes time happens elsewhere.
 */
public final class RunControl {
    private final TrainingService service;
    private final BackgroundAnalysis.Analyst analyst;
    private final Path runs;
    private final Tasks tasks;
    private final Pulse pulse;
    private final RunModel model = new RunModel();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<RunHandle> handle = Optional.empty();
    private boolean stopWanted;

    /**
     * @param analyst says whether a design can be trained at all
     * @param runs the folder in which each run makes its own
     */
    public RunControl(
            TrainingService service, BackgroundAnalysis.Analyst analyst, Path runs, Tasks tasks, Pulse pulse) {
        this.service = service;
        this.analyst = analyst;
        this.runs = runs;
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

    /** Calls {@code listener} whenever the model has changed; running the result ends that. */
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
        if (isRunning()) {
            return;
        }
        Reading<Recipe> recipe = Recipe.read(design.training());
        if (recipe.value().isEmpty()) {
            refuse(recipe.problems(), texts);
            return;
        }
        stopWanted = false;
        running.set(true);
        tasks.start(
                () -> analyst.analyze(design, () -> false),
                analysis -> analysed(design, source, recipe.value().get(), analysis, texts),
                failure -> refuse(texts.get("editorpanels.training.notStarted", failure)));
    }

    private void analysed(Design design, Optional<Path> source, Recipe recipe, Analysis analysis, Texts texts) {
        if (stopWanted) {
            running.set(false);
            tell();
            return;
        }
        if (analysis.hasErrors()) {
            refuse(analysis.diagnostics(), texts);
            return;
        }
        model.begin(design.name(), recipe);
        tell();
        Mailbox<RunEvent> mailbox = new Mailbox<>(pulse, this::accept);
        RunRequest request = new RunRequest(design, source, runs, RunOptions.DEFAULT);
        tasks.start(
                () -> service.start(request, mailbox::post),
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
        running.set(false);
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

    /** Ends the run's process without waiting for it; the model then says that the run broke off. */
    public void kill() {
        handle.ifPresent(RunHandle::kill);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
