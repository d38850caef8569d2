package convas.editor;

import convas.editor.about.About;
import convas.editor.arrange.ArrangeCommands;
import convas.editor.canvas.CanvasView;
import convas.editor.canvas.Unfolder;
import convas.editor.comfort.Surroundings;
import convas.editor.document.Document;
import convas.editor.grouping.ModuleActions;
import convas.editor.overlay.Measure;
import convas.editor.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be told to the window. The commands come in groups: a group is a run of lines in one menu, with a
 * line drawn between it and the next. A part of the editor adds its groups here, beside those of the menu they go to.
 */
final class EditorCommands {
    private static final String KEYS = "editorkeys";
    private static final String COMFORT = "editorcomfort";

    private final EditorWindow window;
    private final Workbench workbench;
    private final WindowPanels panels;
    private final ModuleActions modules;
    private final FrontCommands front;

    EditorCommands(EditorWindow window, Workbench workbench, WindowPanels panels, ModuleActions modules) {
        this.window = window;
        this.workbench = workbench;
        this.panels = panels;
        this.modules = modules;
        this.front = new FrontCommands(window, workbench);
    }

    /** All groups, in menu order. @param parts bring commands of their own */
    List<List<Command>> groups(List<Part> parts) {
        List<List<Command>> groups = new ArrayList<>();
        groups.addAll(file());
        groups.addAll(edit());
        groups.addAll(new ArrangeCommands(front).selecting());
        groups.addAll(view());
        groups.addAll(design());
        groups.addAll(
                new ArrangeCommands(front).arranging(window.settings(), window::applySnapping, window::toggleMotion));
        groups.addAll(run());
        parts.forEach(part -> groups.addAll(part.commands()));
        groups.addAll(help(groups));
        return groups;
    }

    private List<List<Command>> file() {
        DesignFiles files = window.files();
        return List.of(
                List.of(
                        Command.of("file.new", "Shortcut+N", files::startNew),
                        Command.of("file.open", "Shortcut+O", files::choose)),
                List.of(
                        front.design("file.save", "Shortcut+S", design -> files.save(design, () -> {})),
                        front.design("file.saveAs", "Shortcut+Shift+S", design -> files.saveAs(design, () -> {}))),
                List.of(
                        Command.of(
                                "file.close",
                                "Shortcut+W",
                                workbench.anythingOpen(),
                                () -> workbench.front().ifPresentOrElse(files::close, workbench::closePage)),
                        Command.of("file.reopen", "Shortcut+Shift+T", files::reopenClosed)
                                .named(KEYS),
                        Command.of("file.start", "", panels::showStart),
                        Command.of("file.quit", "Shortcut+Q", window::quit)));
    }

    private List<List<Command>> edit() {
        return List.of(
                List.of(
                        front.document(
                                        "edit.undo",
                                        "Shortcut+Z",
                                        state -> state.history().undoLabel().isPresent(),
                                        Document::undo)
                                .about(window.saying(state -> state.history().undoLabel())),
                        front.document(
                                        "edit.redo",
                                        "Shortcut+Shift+Z",
                                        state -> state.history().redoLabel().isPresent(),
                                        Document::redo)
                                .about(window.saying(state -> state.history().redoLabel()))),
                List.of(
                        front.selection("edit.cut", "Shortcut+X", CanvasView::cut),
                        front.selection("edit.copy", "Shortcut+C", CanvasView::copy),
                        front.canvas("edit.paste", "Shortcut+V", CanvasView::paste),
                        front.canvas("edit.pasteConnected", "Shortcut+Shift+V", CanvasView::pasteConnected)
                                .named("editordraw"),
                        front.selection("edit.duplicate", "Shortcut+D", CanvasView::duplicate),
                        front.selection("edit.delete", "", CanvasView::deleteSelection),
                        front.selection("edit.deleteWithWires", "", CanvasView::deleteWithWires)),
                List.of(
                        front.canvas(
                                "edit.connect",
                                "Shortcut+E",
                                state -> List.of(1, 2)
                                        .contains(state.selection().nodes().size()
                                                + state.selection().edges().size()),
                                view -> view.selected().connect()),
                        Command.of("edit.rename", "F2", workbench.anythingOpen(), workbench::rename)
                                .named(KEYS),
                        front.canvas(
                                "edit.replace",
                                "Shortcut+Shift+R",
                                state -> state.sheet().isEditable()
                                        && !state.selection().nodes().isEmpty(),
                                view -> view.selected().replaceType()),
                        front.canvas(
                                "edit.mute",
                                "",
                                state -> state.sheet().isEditable()
                                        && !state.selection().nodes().isEmpty(),
                                view -> view.selected().mute())),
                List.of(
                        Command.of(
                                "edit.find",
                                "Shortcut+K",
                                () -> workbench.commandField().requestFocus()),
                        Command.of(
                                "edit.palette",
                                "Shortcut+F",
                                () -> workbench.palette().focus())));
    }

    private List<List<Command>> view() {
        Surroundings around = workbench.surroundings();
        return List.of(
                List.of(
                        front.canvas("view.fit", "Shortcut+1", CanvasView::fit),
                        front.canvas("view.actual", "Shortcut+0", view -> view.zoomTo(1)),
                        front.canvas(
                                "view.zoomIn",
                                "Shortcut+EQUALS",
                                view -> view.zoomTo(view.zoomProperty().get() * 1.25)),
                        front.canvas(
                                "view.zoomOut",
                                "Shortcut+MINUS",
                                view -> view.zoomTo(view.zoomProperty().get() / 1.25))),
                List.of(
                        Command.of("view.nextTab", "Ctrl+TAB", workbench.anythingOpen(), () -> workbench.stepTab(1))
                                .named(KEYS),
                        Command.of(
                                        "view.previousTab",
                                        "Ctrl+Shift+TAB",
                                        workbench.anythingOpen(),
                                        () -> workbench.stepTab(-1))
                                .named(KEYS),
                        Command.of("view.nextArea", "F6", () -> workbench.stepArea(1))
                                .named(KEYS),
                        Command.of("view.previousArea", "Shift+F6", () -> workbench.stepArea(-1))
                                .named(KEYS)),
                heat(),
                List.of(
                        Command.of("view.palette", "F9", () -> around.toggle(Surroundings.Side.PALETTE))
                                .named(COMFORT),
                        Command.of("view.inspector", "Shift+F9", () -> around.toggle(Surroundings.Side.INSPECTOR))
                                .named(COMFORT),
                        Command.of("view.dock", "F12", () -> around.toggle(Surroundings.Side.DOCK))
                                .named(COMFORT),
                        Command.of("view.alone", "F11", around::toggleAll).named(COMFORT),
                        Command.of("view.overview", "Shift+F12", window.overviews()::toggle)
                                .named(COMFORT)),
                List.of(Command.of("view.theme", "Shortcut+Shift+L", window::switchTheme)),
                List.of(Command.of("view.preferences", "Shortcut+COMMA", window::prefer)
                        .named(COMFORT)),
                List.of(
                        Command.of("view.english", "", () -> window.switchLanguage(Locale.ENGLISH)),
                        Command.of("view.chinese", "", () -> window.switchLanguage(Locale.SIMPLIFIED_CHINESE))));
    }

    /** One command for each number that can be shown by colour, one that goes through them all, and one for none. */
    private List<Command> heat() {
        List<Command> commands = new ArrayList<>();
        commands.add(front.design("view.heat.next", "Shortcut+H", design -> {
            int next = design.measure()
                    .map(shown -> shown instanceof Measure known ? known.ordinal() + 1 : Measure.values().length)
                    .orElse(0);
            design.setMeasure(next == Measure.values().length ? Optional.empty() : Optional.of(Measure.values()[next]));
        }));
        for (Measure measure : Measure.values()) {
            commands.add(front.design(
                    "view.heat." + measure.name().toLowerCase(Locale.ROOT),
                    "",
                    design -> design.setMeasure(Optional.of(measure))));
        }
        commands.add(front.design("view.heat.none", "Shortcut+Shift+H", design -> design.setMeasure(Optional.empty())));
        return commands;
    }

    private List<List<Command>> design() {
        return List.of(
                List.of(
                        front.canvas(
                                "design.open",
                                "Shortcut+DOWN",
                                state -> state.selection().single().isPresent()
                                        || state.selection().inner().isPresent(),
                                CanvasView::openSelected),
                        front.document(
                                "design.leave",
                                "Shortcut+UP",
                                state -> state.sheet().place().depth() > 0,
                                document -> document.leaveTo(
                                        document.sheet().place().depth() - 1))),
                List.of(
                        front.canvas(
                                "design.unfold",
                                "Shortcut+Shift+E",
                                Unfolder::canToggle,
                                view -> view.unfolder().toggleSelected()),
                        front.canvas(
                                "design.foldAll", "", view -> view.unfolder().foldAll())),
                List.of(
                        front.document("design.group", "Shortcut+G", ModuleActions::canGroup, modules::group),
                        front.document(
                                "design.ungroup", "Shortcut+Shift+G", ModuleActions::canUngroup, modules::ungroup),
                        front.document("design.saveModule", "", ModuleActions::canSave, modules::save)),
                List.of(
                        front.design("design.nextProblem", "F8", design -> panels.stepProblem(1)),
                        front.design("design.previousProblem", "Shift+F8", design -> panels.stepProblem(-1)),
                        Command.of("design.mend", "Alt+ENTER", panels.mendable(), panels::mendProblem)));
    }

    private List<List<Command>> run() {
        return List.of(List.of(
                Command.of(
                        "run.train",
                        "Shortcut+R",
                        panels.trainable(window),
                        () -> workbench.front().ifPresent(design -> panels.train(design.document()))),
                Command.of("run.stop", "", panels.training(), panels::stopTraining)));
    }

    private List<List<Command>> help(List<List<Command>> all) {
        About about = new About(window.texts());
        return List.of(List.of(
                Command.of("help.keys", "F1", () -> window.keys(all)),
                Command.of("help.about", "", () -> window.dialogs().inform(about.headline(), about.text()))));
    }
}
