package convas.editor.problems;

import convas.editor.task.Tasks;
import convas.graph.Diagnostic;
import convas.training.FitCheck;
import convas.training.data.DataSurveyor;
import convas.training.recipe.DataRecipe;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * What the window knows of data: who looks at them, one look after the other, and what the last whole look came to. For the
 * window's thread, except for what runs in {@link #execute}.
 */
public final class DataLooks {
    private final DataSurveyor surveyor = DataSurveyor.builtin();
    private final FitCheck check = new FitCheck(surveyor);
    private final Executor looks;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<Whole> whole = Optional.empty();

    public DataLooks(Tasks tasks) {
        this.looks = tasks.serial();
    }

    private record Whole(DataRecipe source, List<Diagnostic> problems) {}

    /** For work within {@link #execute}; what says that it goes on beside other looks may be asked anywhere. */
    public DataSurveyor surveyor() {
        return surveyor;
    }

    /** The same for whether design, recipe and data fit. */
    FitCheck check() {
        return check;
    }

    /** Runs a look in the background, after those that were asked for before. */
    public void execute(Runnable look) {
        looks.execute(look);
    }

    /** Runs whenever more is known of data. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Data were looked at in passing. */
    public void seen() {
        listeners.forEach(Runnable::run);
    }

    /** All of a source was looked at; these would keep a run from starting. */
    public void seen(DataRecipe source, List<Diagnostic> problems) {
        whole = Optional.of(new Whole(source, problems));
        seen();
    }

    /** What a source may hold is not known any more. */
    public void forget() {
        whole = Optional.empty();
        looks.execute(surveyor::forget);
    }

    /** What would keep a run from starting, by a look at all of the source; absent where there was none. */
    Optional<List<Diagnostic>> wrong(DataRecipe source) {
        return surveyor.isFromFiles(source)
                ? whole.filter(known -> known.source().equals(source)).map(Whole::problems)
                : Optional.of(List.of());
    }
}
