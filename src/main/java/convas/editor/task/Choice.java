package convas.editor.task;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MultipleSelectionModel;

/**
 * Tells what somebody chose in a list or a table, once the toolkit is done with it. A list whose selection is changed
 * while it tells of a change of it miscounts its rows and throws; who is told here may select whatever it likes.
 */
public final class Choice {
    private Choice() {}

    /**
     * Runs an action after each choice; several at once are one.
     *
     * @param quiet whether what is selected just now is no choice of somebody
     */
    public static <T> void follow(MultipleSelectionModel<T> model, BooleanSupplier quiet, Runnable chosen) {
        AtomicBoolean due = new AtomicBoolean();
        model.getSelectedIndices().addListener((ListChangeListener<Integer>) change -> {
            if (!quiet.getAsBoolean() && due.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    due.set(false);
                    chosen.run();
                });
            }
        });
    }
}
