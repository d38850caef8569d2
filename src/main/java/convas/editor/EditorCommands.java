package convas.editor;

import convas.editor.canvas.CanvasView;
import convas.editor.document.Document;
import convas.editor.document.DocumentState;
import convas.editor.grouping.ModuleActions;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/** Everything that can be told to the window, in menu order. */
final class EditorCommands {
    /** Commands with a line above them in the menu. */
    static final List<String> SEPARATORS_BEFORE = List.of(
            "file.save",
            "file.close",
            "edit.cut",
            "edit.selectAll",
            "edit.find",
            "view.theme",
            "view.english",
            "design.tidy",
            "design.group");

    private final EditorWindow window;
    private final Workbench workbench;
    private final WindowPanels panels;
    private final ModuleActions modules;

    EditorCommands(EditorWindow window, Workbench workbench, WindowPanels panels, ModuleActions modules) {
        this.window = window;
        this.workbench = workbench;
        this.panels = panels;
        this.modules = modules;
    }

    List<Command> all() {
        return List.of(
                Command.of("file.new", "Shortcut+N", window::newDesign),
                Command.of("file.open", "Shortcut+O", window::chooseFile),
                design("file.save", "Shortcut+S", design -> window.save(design, () -> {})),
                design("file.saveAs", "Shortcut+Shift+S", design -> window.saveAs(design, () -> {})),
                design("file.close", "Shortcut+W", window::close),
                Command.of("file.start", "", panels::showStart),
                Command.of("file.quit", "Shortcut+Q", window::quit),
                document(
                        "edit.undo",
                        "Shortcut+Z",
                        state -> state.history().undoLabel().isPresent(),
                        Document::undo),
                document(
                        "edit.redo",
                        "Shortcut+Shift+Z",
                        state -> state.history().redoLabel().isPresent(),
                        Document::redo),
                selection("edit.cut", "Shortcut+X", CanvasView::cut),
                selection("edit.copy", "Shortcut+C", CanvasView::copy),
                canvas("edit.paste", "Shortcut+V", CanvasView::paste),
                selection("edit.duplicate", "Shortcut+D", CanvasView::duplicate),
                selection("edit.delete", "", CanvasView::deleteSelection),
                canvas("edit.selectAll", "", CanvasView::selectAll),
                Command.of(
                        "edit.find",
                        "Shortcut+K",
                        () -> workbench.commandField().requestFocus()),
                Command.of(
                        "edit.palette", "Shortcut+F", () -> workbench.palette().focus()),
                canvas("view.fit", "Shortcut+1", CanvasView::fit),
                canvas("view.actual", "Shortcut+0", view -> view.zoomTo(1)),
                canvas(
                        "view.zoomIn",
                        "Shortcut+EQUALS",
                        view -> view.zoomTo(view.zoomProperty().get() * 1.25)),
                canvas(
                        "view.zoomOut",
                        "Shortcut+MINUS",
                        view -> view.zoomTo(view.zoomProperty().get() / 1.25)),
                Command.of("view.theme", "Shortcut+Shift+L", window::switchTheme),
                Command.of("view.english", "", () -> window.switchLanguage(Locale.ENGLISH)),
                Command.of("view.chinese", "", () -> window.switchLanguage(Locale.SIMPLIFIED_CHINESE)),
                selection("design.open", "Shortcut+DOWN", CanvasView::openSelected),
                document(
                        "design.leave",
                        "Shortcut+UP",
                        state -> state.sheet().place().depth() > 0,
                        document -> document.leaveTo(document.sheet().place().depth() - 1)),
                canvas("design.tidy", "Shortcut+L", CanvasView::tidy),
                document("design.group", "Shortcut+G", ModuleActions::canGroup, modules::group),
                document("design.ungroup", "Shortcut+Shift+G", ModuleActions::canUngroup, modules::ungroup),
                document("design.saveModule", "", ModuleActions::canSave, modules::save),
                new Command(
                        "run.train",
                        java.util.Optional.of(javafx.scene.input.KeyCombination.valueOf("Shortcut+R")),
                        panels.trainable(window),
                        () -> workbench.front().ifPresent(design -> panels.train(design.document()))),
                new Command("run.stop", java.util.Optional.empty(), panels.training(), panels::stopTraining),
                Command.of("help.keys", "F1", this::keys),
                Command.of(
                        "help.about",
                        "",
                        () -> window.dialogs().inform("Convas", window.texts().get("editor.about"))));
    }

    private void keys() {
        StringBuilder lines = new StringBuilder();
        for (Command command : all()) {
            command.shortcut()
                    .ifPresent(keys -> lines.append(String.format(
                            "%-24s %s%n", keys.getDisplayText(), window.texts().get(command.textKey()))));
        }
        lines.append('\n').append(window.texts().get("editor.canvasKeys"));
        window.dialogs().inform(window.texts().get("editor.command.help.keys"), lines.toString());
    }

    private Command design(String id, String shortcut, Consumer<OpenDesign> action) {
        return Command.of(
                id,
                shortcut,
                window.when(state -> true),
                () -> workbench.front().ifPresent(action));
    }

    private Command canvas(String id, String shortcut, Consumer<CanvasView> action) {
        return design(id, shortcut, design -> action.accept(design.canvas()));
    }

    private Command selection(String id, String shortcut, Consumer<CanvasView> action) {
        ObservableValue<Boolean> enabled =
                window.when(state -> !state.selection().isEmpty());
        return Command.of(
                id, shortcut, enabled, () -> workbench.front().ifPresent(design -> action.accept(design.canvas())));
    }

    private Command document(
            String id, String shortcut, Function<DocumentState, Boolean> enabled, Consumer<Document> action) {
        return Command.of(
                id,
                shortcut,
                window.when(enabled),
                () -> workbench.front().ifPresent(design -> action.accept(design.document())));
    }
}
