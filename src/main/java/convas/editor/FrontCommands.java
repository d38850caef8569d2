package convas.editor;

import convas.editor.canvas.CanvasView;
import convas.editor.document.Document;
import convas.editor.document.DocumentState;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/**
 * Makes commands about the design in front, which can be done only while there is one. A part of the editor that brings
 * commands of its own makes them with this.
 */
public final class FrontCommands {
    private final EditorWindow window;
    private final Workbench workbench;

    FrontCommands(EditorWindow window, Workbench workbench) {
        this.window = window;
        this.workbench = workbench;
    }

    /** True while there is a design in front and its state fits; follows every change. */
    public ObservableValue<Boolean> when(Function<DocumentState, Boolean> condition) {
        return window.when(condition);
    }

    /** A command about the canvas in front. */
    public Command canvas(String id, String shortcut, Consumer<CanvasView> action) {
        return canvas(id, shortcut, state -> true, action);
    }

    /** A command about the canvas in front, which can be done while the state of its document fits. */
    public Command canvas(
            String id, String shortcut, Function<DocumentState, Boolean> enabled, Consumer<CanvasView> action) {
        return design(id, shortcut, enabled, design -> action.accept(design.canvas()));
    }

    /** A command about what is selected on the canvas in front. */
    public Command selection(String id, String shortcut, Consumer<CanvasView> action) {
        return canvas(id, shortcut, state -> !state.selection().isEmpty(), action);
    }

    /** A command about the document in front, which can be done while its state fits. */
    public Command document(
            String id, String shortcut, Function<DocumentState, Boolean> enabled, Consumer<Document> action) {
        return design(id, shortcut, enabled, design -> action.accept(design.document()));
    }

    Command design(String id, String shortcut, Consumer<OpenDesign> action) {
        return design(id, shortcut, state -> true, action);
    }

    private Command design(
            String id, String shortcut, Function<DocumentState, Boolean> enabled, Consumer<OpenDesign> action) {
        return Command.of(
                id, shortcut, window.when(enabled), () -> workbench.front().ifPresent(action));
    }
}
