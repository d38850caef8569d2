package convas.editor;

import convas.editor.document.Document;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/** The panels of the dock, the status bar, the start page and the command box, put into a workbench. */
final class WindowPanels {
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper();

    WindowPanels(
            Workbench workbench,
            Panels loader,
            Theme theme,
            Services services,
            Tasks tasks,
            Pulse pulse,
            EditorWindow window) {}

    /** Shows a brief sentence in the status bar. */
    void hint(String sentence) {}

    void useCommands(List<Command> commands) {}

    ObservableValue<Boolean> trainable(EditorWindow window) {
        return window.when(state -> true);
    }

    ObservableValue<Boolean> training() {
        return training;
    }

    void train(Document document) {}

    void stopTraining() {}

    void close() {}
}
