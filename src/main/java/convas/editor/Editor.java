package convas.editor;

import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** The editor as others start it. */
public final class Editor {
    private final Services services;
    private final Consumer<String> browse;

    /** @param browse opens a web page or folder outside the program; may do nothing */
    public Editor(Services services, Consumer<String> browse) {
        this.services = services;
        this.browse = browse;
    }

    /**
     * Shows the window in a stage; on JavaFX's application thread.
     *
     * @param file to open; the start page is shown where there is none
     */
    public void show(Stage stage, Optional<Path> file) {
        Tasks tasks = Tasks.threaded(UiThread.javafx());
        new EditorWindow(stage, services, tasks, Pulse.javafx(), browse).show(file);
    }
}
