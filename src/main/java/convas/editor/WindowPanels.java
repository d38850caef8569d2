package convas.editor;

import convas.editor.canvas.CanvasView;
import convas.editor.command.CanvasChoice;
import convas.editor.command.CanvasMenu;
import convas.editor.command.CommandBox;
import convas.editor.command.Suggestions;
import convas.editor.command.TypePopup;
import convas.editor.dock.CostTable;
import convas.editor.dock.DiagnosticsPanel;
import convas.editor.dock.StatusBar;
import convas.editor.dock.Whereabouts;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.editor.part.DockTab;
import convas.editor.part.Part;
import convas.editor.problems.Remark;
import convas.editor.start.StartActions;
import convas.editor.start.StartPage;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.editor.training.RunControl;
import convas.editor.training.RunSentences;
import convas.editor.training.TrainingPanel;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The panels of the dock, the status bar, the start page and the command box, put into a workbench. */
final class WindowPanels {
    /** What the canvas' context menu offers, with lines between groups. */
    private static final List<List<String>> CONTEXT = List.of(
            List.of("design.open", "edit.replace", "edit.connect", "edit.mute"),
            List.of(
                    "edit.cut",
                    "edit.copy",
                    "edit.paste",
                    "edit.pasteConnected",
                    "edit.duplicate",
                    "edit.delete",
                    "edit.deleteWithWires"),
            List.of("select.upstream", "select.downstream", "select.path"),
            List.of("arrange.straighten", "arrange.tidy", "design.group", "design.ungroup"));

    private final CanvasMenu menu;
    private final Workbench workbench;
    private final EditorWindow window;
    private final RunControl runs;
    private final Icons icons;
    private final Pulse pulse;
    private final Theme theme;
    private final Texts texts;
    private final TrainingPanel training;
    private final StatusBar status;
    private final DiagnosticsPanel diagnostics;
    private final Tab trainingTab;
    private final StartPage start;
    private final Runnable unlisten;
    private Suggestions suggestions;

    WindowPanels(
            Workbench workbench,
            Panels loader,
            Theme theme,
            Icons icons,
            Services services,
            Tasks tasks,
            Pulse pulse,
            RunControl runs,
            EditorWindow window) {
        this.workbench = workbench;
        this.window = window;
        this.runs = runs;
        this.icons = icons;
        this.pulse = pulse;
        this.theme = theme;
        this.texts = loader.texts();
        this.menu = new CanvasMenu(texts);
        this.training = new TrainingPanel(
                loader,
                runs,
                tasks,
                pulse,
                () -> workbench.front().ifPresent(design -> train(design.document())),
                () -> workbench.front().ifPresent(design -> queue(design.document())),
                this::folder,
                this::hint);
        CostTable costs = new CostTable(loader, pulse, WindowPanels::toClipboard);
        this.diagnostics = new DiagnosticsPanel(loader, workbench.problems(), new BoxActions(workbench)::goToPath);
        trainingTab = workbench.addDock("training", texts.get("editorpanels.training.title"), training);
        Tab costsTab = workbench.addDock("costs", texts.get("editorpanels.costs.title"), costs);
        costsTab.selectedProperty().addListener((property, before, now) -> costs.setSeen(now));
        Tab problems = workbench.addDock("diagnostics", "", diagnostics);
        problems.textProperty().bind(diagnostics.titleProperty());
        this.status = new StatusBar(loader, tasks, workbench.problems(), () -> workbench.showDock(problems));
        workbench.setStatusBar(status);
        workbench.frontProperty().addListener((property, before, now) -> fronted());
        workbench.pageProperty().addListener((property, before, page) -> {
            if (page != null) {
                pulse.once(() -> pulse.once(page::focus));
            }
        });
        start = new StartPage(loader, services, tasks, theme.canvas(), new Actions(window.files(), workbench));
        workbench.setStartPage(start.root());
        unlisten = runs.addListener(this::told);
        tellDevice();
    }

    private void fronted() {
        start.refresh(workbench.front().isPresent());
        // What is shown now is in the scene after the next frame; only then can it have the focus.
        pulse.once(() -> pulse.once(() -> {
            workbench.front().ifPresent(design -> design.canvas().requestFocus());
            if (workbench.isStartShown()) {
                start.focus();
            }
        }));
        workbench.front().ifPresentOrElse(design -> status.zoom(design.canvas().zoomProperty()), status::noZoom);
    }

    private void tellDevice() {
        runs.model().started().ifPresent(begun -> status.device(RunSentences.device(begun.device()), begun.threads()));
    }

    private void told() {
        tellDevice();
        if (!runs.model().problems().isEmpty()) {
            hint(runs.model().problems().get(0));
        }
    }

    /** Puts a part's panels into the dock. */
    void add(Part part) {
        for (DockTab each : part.dock()) {
            workbench.addDock(each.id(), "", each.panel()).textProperty().bind(each.title());
        }
    }

    /** Shows a brief sentence in the status bar. */
    void hint(String sentence) {
        status.hint(sentence);
    }

    /** Gives a canvas its list of node types and its context menu. */
    void attend(CanvasView canvas) {
        TypePopup popup = new TypePopup(texts, icons, theme.canvas().categories());
        canvas.setTypeChoice(new CanvasChoice(canvas, popup, () -> suggestions, new BoxActions(workbench)));
        canvas.setOnContextMenuRequested(event -> {
            menu.open(canvas, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    void useCommands(List<Command> commands) {
        menu.fill(Menus.items(commands, CONTEXT, texts));
        suggestions = new Suggestions(texts, commands);
        new CommandBox(
                workbench.commandField(),
                suggestions,
                texts,
                icons,
                theme.canvas().categories(),
                () -> workbench.front().map(OpenDesign::document),
                new BoxActions(workbench));
        bind(workbench.trainButton(), "run.train", commands);
        bind(workbench.profileButton(), "run.profile", commands);
    }

    private static void bind(Button button, String id, List<Command> commands) {
        commands.stream().filter(command -> command.id().equals(id)).forEach(command -> {
            button.setOnAction(event -> command.run());
            button.disableProperty().bind(Bindings.not(BooleanExpression.booleanExpression(command.enabled())));
        });
    }

    ObservableValue<Boolean> trainable(EditorWindow shown) {
        return Bindings.and(shown.when(state -> true), runs.runningProperty().not());
    }

    ObservableValue<Boolean> training() {
        return runs.runningProperty();
    }

    /** Goes to another problem of the design in front, and says it. */
    void stepProblem(int step) {
        hint(diagnostics.step(step).orElse(diagnostics.nothing()));
    }

    /** Mends the problem that was gone to or chosen last. */
    void mendProblem() {
        diagnostics.mend();
    }

    /** Whether the problem that was gone to or chosen last can be mended by one edit. */
    ObservableValue<Boolean> mendable() {
        return Bindings.createBooleanBinding(
                () -> {
                    Remark chosen = diagnostics.chosenProperty().get();
                    return chosen != null && chosen.isMendable();
                },
                diagnostics.chosenProperty());
    }

    /** Shows the start page, with the keyboard on it. */
    void showStart() {
        start.refresh(workbench.front().isPresent());
        workbench.showStart(true);
        start.focus();
    }

    void train(Document document) {
        workbench.showDock(trainingTab);
        // The button that was pressed is out of use now; the keyboard goes where work goes on.
        workbench.front().ifPresent(design -> design.canvas().requestFocus());
        runs.start(document.design(), document.file(), texts);
    }

    private void queue(Document document) {
        runs.queue(document.design(), document.file(), texts);
    }

    void stopTraining() {
        runs.stop();
    }

    private void folder(Path folder) {
        hint(folder.toString());
        window.browse(folder.toUri().toString());
    }

    private static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The window is made anew or closes; a run that is going on goes on. */
    void close() {
        unlisten.run();
        training.close();
        start.close();
    }

    /** What the start page asks for, done by the window. */
    private record Actions(DesignFiles files, Workbench workbench) implements StartActions {
        @Override
        public void openPreset(String name) {
            files.openPreset(name);
        }

        @Override
        public void openFile(Path file) {
            files.open(file);
        }

        @Override
        public void newDesign() {
            files.startNew();
        }

        @Override
        public void browse() {
            files.choose();
        }

        @Override
        public void back() {
            workbench.showStart(false);
        }
    }

    /** What the command box asks for, done on the canvas in front. */
    private record BoxActions(Workbench workbench) implements CommandBox.Actions {
        @Override
        public void add(String type) {
            workbench.front().ifPresent(design -> design.canvas().addType(type));
        }

        @Override
        public void goTo(String id) {
            workbench.front().ifPresent(design -> {
                design.document().select(Selection.ofNode(id));
                design.canvas().ensureVisible(id);
            });
        }

        @Override
        public void goToPath(String path) {
            workbench.front().ifPresent(design -> {
                Whereabouts.goTo(design.document(), path);
                design.document().selection().single().ifPresent(design.canvas()::ensureVisible);
            });
        }

        @Override
        public void select(List<String> ids) {
            workbench.front().ifPresent(design -> design.document().select(Selection.ofNodes(ids)));
        }

        @Override
        public void leave() {
            workbench.home();
        }
    }
}
