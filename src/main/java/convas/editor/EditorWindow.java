package convas.editor;

import convas.editor.arrange.ArrangeCommands;
import convas.editor.document.Document;
import convas.editor.document.DocumentState;
import convas.editor.grouping.ModuleActions;
import convas.editor.grouping.Shelf;
import convas.editor.overlay.Measure;
import convas.editor.safety.FileGuard;
import convas.editor.safety.FileStamp;
import convas.editor.safety.Recovery;
import convas.editor.safety.RecoveryDialog;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.editor.training.RunControl;
import convas.graph.Design;
import convas.operator.ModuleLibrary;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

/**
 * The one window: makes the workbench for the theme and language wanted, gives the commands their meaning, opens and
 * closes designs.
 */
final class EditorWindow {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 940;

    private final Stage stage;
    private final Services services;
    private final Tasks tasks;
    private final Pulse pulse;
    private final Consumer<String> browse;
    private final Icons icons = new Icons();
    /** Here and not with its panel, so that a run goes on while the window is made anew. */
    private final RunControl runs;

    private final Shelf shelf;

    private final Guardian guardian;

    private Theme theme;
    private Texts texts;
    private Dialogs dialogs;
    private FileActions files;
    private Workbench workbench;
    private WindowPanels panels;

    /** @param browse opens a web page or folder outside the program */
    EditorWindow(Stage stage, Services services, Tasks tasks, Pulse pulse, Consumer<String> browse) {
        this.stage = stage;
        this.shelf = new Shelf(services.library());
        this.services = services.withAnalyst(shelf.with(services.analyst()));
        this.tasks = tasks;
        this.pulse = pulse;
        this.browse = browse;
        this.guardian = new Guardian(services.recovery(), tasks, () -> workbench.openDesigns(), this::changedOutside);
        this.runs = new RunControl(services.training(), this.services.analyst(), services.runs(), tasks, pulse);
        this.theme = Theme.named(services.settings().get("theme").orElse("light"));
        this.texts = new Texts(
                services.settings().get("language").map(Locale::forLanguageTag).orElse(Locale.getDefault()));
    }

    /** Shows the window, on a file where one is given, else on the start page. */
    void show(Optional<Path> file) {
        stage.setTitle("Convas");
        stage.setScene(new Scene(new javafx.scene.layout.Pane(), WIDTH, HEIGHT));
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        build(List.of());
        stage.show();
        workbench.root().requestFocus();
        panels.showStart();
        tasks.start(
                shelf::refresh,
                contents -> {
                    tell(contents.broken());
                    file.ifPresent(this::openFile);
                    recover();
                },
                failure -> {
                    file.ifPresent(this::openFile);
                    recover();
                });
    }

    /** Offers what a program that ended suddenly left, and begins to keep what is open now. */
    private void recover() {
        stage.focusedProperty().addListener((property, before, focused) -> {
            if (focused) {
                guardian.look();
            }
        });
        tasks.start(
                () -> Recovery.lost(services.recovery()),
                lost -> {
                    if (!lost.isEmpty()) {
                        RecoveryDialog.Answer answer = new RecoveryDialog(texts).ask(stage, lost);
                        answer.open().forEach(this::reopen);
                        settle(answer.discard());
                    }
                    guardian.start();
                },
                unreadable -> guardian.start());
    }

    private void reopen(Recovery.Lost lost) {
        Document document = new Document(
                shelf.with(services.catalog()),
                lost.work().design(),
                lost.work().file());
        document.markUnsaved();
        guardian.files().know(document, lost.work().stamp());
        add(document);
        panels.hint(texts.get("editorsafety.recovered"));
        // Not thrown away before the work is kept again, in this program's folder.
        guardian.whenKept(() -> settle(List.of(lost)));
    }

    private void settle(List<Recovery.Lost> done) {
        tasks.start(
                () -> {
                    for (Recovery.Lost lost : done) {
                        Recovery.settle(lost);
                    }
                    return done;
                },
                settled -> {},
                refused -> panels.hint(String.valueOf(refused.getMessage())));
    }

    /** Another program changed or removed the file of a design that is open. */
    private void changedOutside(OpenDesign design, FileGuard.Finding finding) {
        Document document = design.document();
        Path file = document.file().orElseThrow();
        if (finding == FileGuard.Finding.DELETED) {
            Button again = notice("editorsafety.saveAgain", () -> save(design, () -> {}));
            Button keep = notice("editorsafety.keep", () -> keepMine(design, file));
            design.showNotice(texts.get("editorsafety.deleted", file.getFileName()), List.of(again, keep));
        } else {
            Button reload = notice("editorsafety.reload", () -> reload(design, file));
            Button keep = notice("editorsafety.keep", () -> keepMine(design, file));
            design.showNotice(texts.get("editorsafety.changed", file.getFileName()), List.of(reload, keep));
        }
    }

    private Button notice(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId("notice-" + key.substring(key.indexOf('.') + 1));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** What the file holds now becomes the design, as an edit that can be undone. */
    private void reload(OpenDesign design, Path file) {
        files.open(file, (read, origin, stamp) -> {
            Document document = design.document();
            document.apply("editorsafety.edit.reload", before -> read);
            document.markSaved(file, document.design());
            guardian.files().know(document, stamp);
            design.hideNotice();
        });
    }

    /** The design stays as it is, and counts as unsaved. */
    private void keepMine(OpenDesign design, Path file) {
        tasks.start(
                () -> FileStamp.of(file),
                stamp -> {
                    guardian.files().know(design.document(), stamp);
                    design.document().markUnsaved();
                    design.hideNotice();
                },
                failure -> panels.hint(String.valueOf(failure.getMessage())));
    }

    /** A broken module of the library keeps nobody from working. */
    private void tell(List<ModuleLibrary.Broken> broken) {
        if (!broken.isEmpty()) {
            List<String> lines = broken.stream()
                    .flatMap(each -> each.problems().stream().map(problem -> each.file() + ": " + problem.line(texts)))
                    .toList();
            panels.hint(texts.get("editor.library.broken", broken.size()));
            dialogs.problems(texts.get("editor.library.broken", broken.size()), lines);
        }
    }

    /** Makes everything in the window anew, with these documents open. */
    private void build(List<Document> documents) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        dialogs = new Dialogs(texts, () -> stage);
        files = new FileActions(services.format(), tasks, texts, services.settings(), dialogs);
        Panels loader = new Panels(texts);
        workbench = new Workbench(loader, theme, icons, services, tasks, browse);
        workbench.setOnCloseRequest(this::close);
        panels = new WindowPanels(workbench, loader, theme, icons, services, tasks, pulse, runs, this);
        ModuleActions modules = new ModuleActions(loader, () -> stage, tasks, shelf, panels::hint, dialogs::problems);
        List<List<Command>> groups = new EditorCommands(this, workbench, panels, modules).groups();
        Map<String, Menu> menus = Menus.fill(workbench.menuBar(), groups, texts);
        menus.get("file").getItems().add(2, recent());
        panels.useCommands(groups.stream().flatMap(List::stream).toList());
        workbench.latestProperty().addListener((property, before, now) -> retitle());
        workbench.frontProperty().addListener((property, before, now) -> retitle());
        Scene scene = stage.getScene();
        scene.getStylesheets().setAll(sheet("editor.css"), sheet("panels.css"));
        workbench.root().getStyleClass().add(theme.styleClass());
        scene.setRoot(workbench.root());
        documents.forEach(this::add);
        retitle();
    }

    private static String sheet(String name) {
        return EditorWindow.class.getResource("/convas/editor/" + name).toExternalForm();
    }

    private Menu recent() {
        Menu menu = new Menu(texts.get("editor.command.file.recent"));
        Runnable fill = () -> {
            menu.getItems().clear();
            for (Path path : services.settings().recent()) {
                MenuItem item = new MenuItem(path.toString());
                item.setMnemonicParsing(false);
                item.setOnAction(event -> openFile(path));
                menu.getItems().add(item);
            }
            menu.setDisable(menu.getItems().isEmpty());
        };
        fill.run();
        workbench.frontProperty().addListener((property, before, now) -> fill.run());
        return menu;
    }

    private void retitle() {
        stage.setTitle(workbench
                .front()
                .map(design -> design.name() + (design.document().isDirty() ? " \u25cf" : "") + " \u2013 Convas")
                .orElse("Convas"));
    }

    /** True while the document in front fits; follows every change. */
    BooleanBinding when(Function<DocumentState, Boolean> condition) {
        Workbench bench = workbench;
        return Bindings.createBooleanBinding(
                () -> bench.front()
                        .map(design -> condition.apply(design.document().state()))
                        .orElse(false),
                bench.frontProperty(),
                bench.latestProperty());
    }

    Texts texts() {
        return texts;
    }

    Settings settings() {
        return services.settings();
    }

    /** Tells every canvas whether cards snap now. */
    void applySnapping() {
        boolean snapping = ArrangeCommands.isSnapping(services.settings());
        workbench.openDesigns().forEach(design -> design.canvas().setSnapping(snapping));
        panels.hint(texts.get(snapping ? "editor.snapping.on" : "editor.snapping.off"));
    }

    /** Shows a folder or web page outside the program. */
    void browse(String address) {
        browse.accept(address);
    }

    Dialogs dialogs() {
        return dialogs;
    }

    void openFile(Path file) {
        Optional<OpenDesign> already = workbench.openDesigns().stream()
                .filter(design -> design.document()
                        .file()
                        .map(path -> path.toAbsolutePath().normalize())
                        .filter(file.toAbsolutePath().normalize()::equals)
                        .isPresent())
                .findFirst();
        already.ifPresentOrElse(workbench::select, () -> files.open(file, this::opened));
    }

    void openPreset(String name) {
        services.presets().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .ifPresent(preset -> files.open(preset, read -> opened(read, Optional.empty(), FileStamp.NONE)));
    }

    void chooseFile() {
        files.chooseOpen(stage).ifPresent(this::openFile);
    }

    void newDesign() {
        opened(Starters.blank(texts.get("editor.untitledName")), Optional.empty(), FileStamp.NONE);
    }

    private void opened(Design design, Optional<Path> file, FileStamp stamp) {
        Document document = new Document(shelf.with(services.catalog()), design, file);
        file.ifPresent(path -> guardian.files().know(document, stamp));
        add(document);
    }

    private void add(Document document) {
        OpenDesign design = new OpenDesign(document, theme, texts, tasks, services, panels::hint);
        design.canvas().setSnapping(ArrangeCommands.isSnapping(services.settings()));
        panels.attend(design.canvas());
        workbench.open(design);
    }

    void save(OpenDesign design, Runnable then) {
        design.document().file().ifPresentOrElse(file -> rewrite(design, file, then), () -> saveAs(design, then));
    }

    /** Saves in the file that the design has, unless somebody else changed that and a person decides otherwise. */
    private void rewrite(OpenDesign design, Path file, Runnable then) {
        tasks.start(
                () -> guardian.files().look(design.document(), file),
                finding -> {
                    Dialogs.Overwrite answer = finding == FileGuard.Finding.CHANGED
                            ? dialogs.overwrite(file.getFileName().toString())
                            : Dialogs.Overwrite.OVERWRITE;
                    switch (answer) {
                        case OVERWRITE -> write(design, file, then);
                        case ELSEWHERE -> saveAs(design, then);
                        case CANCEL -> {}
                    }
                },
                failure -> write(design, file, then));
    }

    void saveAs(OpenDesign design, Runnable then) {
        files.chooseSave(stage, design.name()).ifPresent(file -> write(design, file, then));
    }

    private void write(OpenDesign design, Path file, Runnable then) {
        files.save(
                design.document().design(),
                file,
                (written, stamp) -> {
                    guardian.files().know(design.document(), stamp);
                    design.document().markSaved(file, written);
                    design.hideNotice();
                    panels.hint(texts.get("editor.saved", file.getFileName()));
                    then.run();
                },
                () -> saveAs(design, then));
    }

    /** Closes a tab; asks where there is unsaved work. */
    void close(OpenDesign design) {
        ask(design, () -> workbench.close(design));
    }

    private void ask(OpenDesign design, Runnable then) {
        if (!design.document().isDirty()) {
            then.run();
            return;
        }
        workbench.select(design);
        switch (dialogs.unsaved(design.name())) {
            case SAVE -> save(design, then);
            case DISCARD -> then.run();
            case CANCEL -> {}
        }
    }

    /** Closes everything and ends, unless somebody wants to keep unsaved work. */
    void quit() {
        List<OpenDesign> open = workbench.openDesigns();
        if (open.isEmpty()) {
            guardian.close();
            panels.close();
            runs.stop();
            stage.hide();
            tasks.close();
            return;
        }
        OpenDesign last = open.get(open.size() - 1);
        ask(last, () -> {
            workbench.close(last);
            quit();
        });
    }

    void switchTheme() {
        theme = theme.other();
        services.settings().set("theme", theme == Theme.DARK ? "dark" : "light");
        rebuild();
    }

    void switchLanguage(Locale locale) {
        texts = new Texts(locale);
        services.settings().set("language", locale.toLanguageTag());
        rebuild();
    }

    private void rebuild() {
        List<Document> documents = new ArrayList<>();
        Map<Document, Optional<Measure>> measures = new HashMap<>();
        workbench.openDesigns().forEach(design -> {
            documents.add(design.document());
            measures.put(design.document(), design.measure());
            design.close();
        });
        panels.close();
        build(documents);
        workbench.openDesigns().forEach(design -> design.setMeasure(measures.get(design.document())));
    }
}
