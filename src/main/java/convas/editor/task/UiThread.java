package convas.editor.task;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Where everything happens that touches a document or a window. */
@FunctionalInterface
public interface UiThread extends Executor {
    /** Runs {@code action} on the thread, at once where the caller is on it already. */
    @Override
    void execute(Runnable action);

    /** JavaFX's application thread. */
    static UiThread javafx() {
        return action -> {
            if (Platform.isFxApplicationThread()) {
                action.run();
            } else {
                Platform.runLater(action);
            }
        };
    }

    /** Whatever thread calls: for tests without a toolkit. */
    static UiThread calling() {
        return Runnable::run;
    }
}
