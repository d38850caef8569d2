package convas.editor.training;

import convas.editor.Settings;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** What becomes of a run when the window closes: it goes on alone and is found again at the next start, or it stops. */
public final class Leaving {
    private static final String LEFT = "run.left";

    private final RunControl runs;
    private final Settings settings;
    private final Supplier<Window> owner;

    public Leaving(RunControl runs, Settings settings, Supplier<Window> owner) {
        this.runs = runs;
        this.settings = settings;
        this.owner = owner;
    }

    /** Shows the run that was left, or one that goes on anyway. */
    public void find(Texts texts) {
        Optional<Path> left = settings.get(LEFT).filter(path -> !path.isBlank()).map(Path::of);
        settings.set(LEFT, "");
        runs.find(left, texts);
    }

    /**
     * Asks about a run that goes on.
     *
     * @param close closes the window; called at once, when the run has stopped, or never, as a person wants
     */
    public void settle(Texts texts, Runnable close) {
        if (!runs.isRunning()) {
            close.run();
            return;
        }
        ButtonType goOn = new ButtonType(texts.get("editorruns.leave.goOn"), ButtonData.YES);
        ButtonType stop = new ButtonType(texts.get("editorruns.leave.stop"), ButtonData.NO);
        ButtonType stay = new ButtonType(texts.get("editorruns.leave.stay"), ButtonData.CANCEL_CLOSE);
        int waiting = runs.queued().size();
        String text = texts.get("editorruns.leave.text")
                + (waiting == 0 ? "" : "\n" + texts.get("editorruns.leave.queue", waiting));
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, goOn, stop, stay);
        alert.initOwner(owner.get());
        alert.setTitle("Convas");
        alert.setHeaderText(texts.get("editorruns.leave.title", runs.model().design()));
        alert.getDialogPane().setId("leave-run");
        Optional<ButtonType> answer = alert.showAndWait();
        if (!runs.isRunning()) {
            // It ended while the question stood there.
            answer.filter(given -> given != stay).ifPresent(given -> close.run());
        } else if (answer.filter(goOn::equals).isPresent()) {
            runs.model().folder().ifPresent(folder -> settings.set(LEFT, folder.toString()));
            close.run();
        } else if (answer.filter(stop::equals).isPresent()) {
            stopAndThen(close);
        }
    }

    private void stopAndThen(Runnable close) {
        runs.clearQueue();
        ChangeListener<Boolean> ended = new ChangeListener<>() {
            @Override
            public void changed(
                    javafx.beans.value.ObservableValue<? extends Boolean> running, Boolean before, Boolean now) {
                if (!now) {
                    runs.runningProperty().removeListener(this);
                    close.run();
                }
            }
        };
        runs.runningProperty().addListener(ended);
        runs.stop();
    }
}
