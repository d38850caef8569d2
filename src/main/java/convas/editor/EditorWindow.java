package convas.editor;

import convas.editor.arrange.ArrangeCommands;
import convas.editor.comfort.Look;
import convas.editor.comfort.Preference;
import convas.editor.comfort.Preferences;
import convas.editor.comfort.PreferencesDialog;
import convas.editor.comfort.Session;
import convas.editor.comfort.Switch;
import convas.editor.comfort.WindowPlace;
import convas.editor.document.Document;
import convas.editor.document.DocumentState;
import convas.editor.document.Label;
import convas.editor.grouping.ModuleActions;
import convas.editor.grouping.Shelf;
import convas.editor.keys.KeyRow;
import convas.editor.keys.LostFocus;
import convas.editor.keys.ShortcutSheet;
import convas.editor.motion.Motion;
import convas.editor.overlay.HeatSource;
import convas.editor.part.Drops;
import convas.editor.part.Kit;
import convas.editor.part.Page;
import convas.editor.part.Part;
import convas.editor.part.Parts;
import convas.editor.profiling.ProfileControl;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.editor.training.Leaving;
import convas.editor.training.RunControl;
import convas.editor.training.RunDefaults;
import convas.operator.Catalog;
import convas.operator.ModuleLibrary;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import javafx.beans.binding.StringBinding;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
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

    private final RunDefaults runDefaults;

    private final ProfileControl profiles;

    private final Leaving leaving;

    private final Shelf shelf;

    private final Guardian guardian;

    private final Motion motion;

    private final Deque<Document> closed = new ArrayDeque<>();
    private final Look look;
    private final WindowPlace place;
    private final Switch overviews;
    private final Session session;
    private Theme theme;
    private Texts texts;
    private Dialogs dialogs;
    private DesignFiles files;
    private Rescue rescue;
    private Workbench workbench;
    private WindowPanels panels;
    private List<Part> parts = List.of();

    /** @param browse opens a web page or folder outside the program */
    EditorWindow(Stage stage, Services services, Tasks tasks, Pulse pulse, Consumer<String> browse) {
        this.stage = stage;
        this.shelf = new Shelf(services.library());
        this.services = services.withAnalyst(shelf.with(services.analyst()));
        this.tasks = tasks;
        this.pulse = pulse;
        this.browse = browse;
        this.guardian = new Guardian(
                services.recovery(),
                services.settings(),
                tasks,
                () -> workbench.openDesigns(),
                (design, finding) -> rescue.changedOutside(design, finding));
        this.motion = new Motion(services.settings(), tasks);
        this.runDefaults = new RunDefaults(services.settings());
        this.runs = new RunControl(
                services.training(), this.services.analyst(), services.runs(), runDefaults::options, tasks, pulse);
        this.profiles =
                new ProfileControl(services.profiling(), this.services.analyst(), services.profiles(), tasks, pulse);
        this.leaving = new Leaving(runs, services.settings(), () -> stage);
        this.look = new Look(services.settings(), tasks);
        this.place = new WindowPlace(services.settings());
        this.overviews = new Switch(services.settings(), "view.overview", true);
        this.session = new Session(services.settings());
        this.theme = look.theme();
        this.texts = new Texts(look.locale());
    }

    /** Shows the window, on a file where one is given, else on the start page. */
    void show(Optional<Path> file) {
        stage.setTitle("Convas");
        stage.setScene(new Scene(new javafx.scene.layout.Pane()));
        place.restore(stage, WIDTH, HEIGHT);
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        stage.setOnHidden(event -> end());
        build(List.of());
        LostFocus.watch(stage.getScene(), pulse, () -> workbench.home());
        stage.show();
        workbench.root().requestFocus();
        panels.showStart();
        tasks.start(
                shelf::refresh,
                contents -> {
                    tell(contents.broken());
                    begin(file);
                },
                failure -> begin(file));
    }

    private void begin(Optional<Path> file) {
        file.ifPresentOrElse(files::open, () -> files.reopen(session.take()));
        look.ask(this::applyLook);
        stage.focusedProperty().addListener((property, before, focused) -> {
            if (focused) {
                guardian.look();
                look.ask(this::applyLook);
            }
        });
        rescue.begin();
        leaving.find(texts);
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

    /** What is on the shelf now can be used in every design that is open, or was a moment ago. */
    private void useShelf() {
        Catalog types = shelf.with(services.catalog());
        workbench.openDesigns().forEach(design -> design.useLibrary(types));
        closed.forEach(document -> document.useLibrary(types));
    }

    /** Makes everything in the window anew, with these documents open. */
    private void build(List<Document> documents) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        dialogs = new Dialogs(texts, () -> stage);
        Panels loader = new Panels(texts);
        workbench = new Workbench(loader, theme, icons, services, tasks, browse);
        workbench.setOnCloseRequest(design -> files.close(design));
        files = new DesignFiles(
                stage,
                services,
                shelf,
                tasks,
                texts,
                workbench,
                guardian.files(),
                dialogs,
                closed,
                this::add,
                sentence -> panels.hint(sentence));
        panels = new WindowPanels(workbench, loader, theme, icons, services, tasks, pulse, runs, this);
        rescue = new Rescue(stage, services.recovery(), tasks, texts, guardian, files, this::add, panels::hint);
        ModuleActions modules =
                new ModuleActions(loader, () -> stage, tasks, shelf, this::useShelf, panels::hint, dialogs::problems);
        parts = Parts.of(kit(loader));
        parts.forEach(panels::add);
        workbench.surroundings().restore(services.settings());
        List<List<Command>> groups = new EditorCommands(this, workbench, panels, modules).groups(parts);
        Map<String, Menu> menus = Menus.fill(workbench.menuBar(), groups, texts);
        menus.get("file").getItems().add(2, recent());
        scene().setOnKeyTyped(event -> {
            if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
                keys(groups);
            }
        });
        panels.useCommands(groups.stream().flatMap(List::stream).toList());
        workbench.latestProperty().addListener((property, before, now) -> retitle());
        workbench.frontProperty().addListener((property, before, now) -> retitle());
        Scene scene = stage.getScene();
        scene.getStylesheets().setAll(sheet("editor.css"), sheet("panels.css"));
        workbench.root().getStyleClass().add(theme.styleClass());
        scene.setRoot(workbench.root());
        new Drops(files::open, parts, panels::hint, texts).attach(scene);
        documents.forEach(this::add);
        retitle();
    }

    private Kit kit(Panels loader) {
        return new Kit(
                loader,
                theme,
                services,
                tasks,
                pulse,
                new FrontCommands(this, workbench),
                new WindowDesk(workbench, files),
                profiles,
                runs,
                workbench.dataLooks(),
                panels::hint,
                browse,
                stage);
    }

    private Scene scene() {
        return stage.getScene();
    }

    /** Whether sheets are shown in small where not all of them is visible. */
    Switch overviews() {
        return overviews;
    }

    /** Shows all commands with their keys. */
    void keys(List<List<Command>> groups) {
        new ShortcutSheet(texts, KeyRow.of(groups, texts)).show(stage);
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
                item.setOnAction(event -> files.open(path));
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

    /** What there is to say of the design in front; follows every change. */
    StringBinding saying(Function<DocumentState, Optional<Label>> label) {
        Workbench bench = workbench;
        return Bindings.createStringBinding(
                () -> bench.front()
                        .flatMap(design -> label.apply(design.document().state()))
                        .map(found -> found.in(texts))
                        .orElse(""),
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

    /** Lets cards glide to new places where they did not, and the other way round. */
    void toggleMotion() {
        motion.toggle();
        panels.hint(texts.get(motion.isWanted() ? "editorlayout.motion.on" : "editorlayout.motion.off"));
    }

    /** Shows a folder or web page outside the program. */
    void browse(String address) {
        browse.accept(address);
    }

    Dialogs dialogs() {
        return dialogs;
    }

    DesignFiles files() {
        return files;
    }

    private void add(Document document) {
        OpenDesign design =
                new OpenDesign(document, theme, texts, tasks, services, overviews.onProperty(), panels::hint);
        design.canvas().setSnapping(ArrangeCommands.isSnapping(services.settings()));
        design.canvas().tidier().setMotion(motion::isWanted);
        panels.attend(design.canvas());
        new TabMenu(texts, workbench, files).attach(design);
        workbench.open(design);
    }

    /** Closes everything and ends, unless somebody wants to keep unsaved work. */
    void quit() {
        files.settle(workbench.openDesigns(), () -> leaving.settle(texts, this::close));
    }

    private void close() {
        place.keep(stage);
        session.keep(files.session());
        guardian.close();
        stage.hide();
        tasks.close();
    }

    /** The window goes, however that came: nothing of it works on, and nothing keeps it in memory. */
    private void end() {
        guardian.rest();
        workbench.openDesigns().forEach(OpenDesign::close);
        leave();
        profiles.stop();
    }

    void switchTheme() {
        look.chooseTheme(theme == Theme.LIGHT ? "dark" : "light");
        applyLook();
    }

    void switchLanguage(Locale locale) {
        look.chooseLanguage(locale.toLanguageTag());
        applyLook();
    }

    /** Asks for the preferences and does what they say. */
    void prefer() {
        List<Preference> rows = new ArrayList<>(List.of(
                Preferences.theme(texts, look),
                Preferences.language(texts, look),
                Preference.yesNo(
                        "preference-snapping",
                        texts.get("editorcomfort.snapping"),
                        ArrangeCommands.isSnapping(services.settings()),
                        wanted -> {
                            ArrangeCommands.setSnapping(services.settings(), wanted);
                            applySnapping();
                        }),
                Preference.yesNo(
                        "preference-motion",
                        texts.get("editorcomfort.motion"),
                        motion.isWanted(),
                        wanted -> toggleMotion()),
                Preferences.reopening(texts, session)));
        rows.add(guardian.preference(texts));
        rows.addAll(runDefaults.preferences(texts));
        parts.forEach(part -> rows.addAll(part.preferences()));
        if (new PreferencesDialog(texts).ask(stage, rows)) {
            look.ask(this::applyLook);
            applyLook();
        }
    }

    /** Makes the window anew where theme or language are no longer those that are shown. */
    private void applyLook() {
        if (look.theme() != theme || !look.locale().equals(texts.locale())) {
            theme = look.theme();
            texts = new Texts(look.locale());
            rebuild();
        }
    }

    /** Ends what is in the window; the documents stay. */
    private void leave() {
        workbench.surroundings().keep(services.settings());
        workbench.pages().forEach(Page::close);
        parts.forEach(Part::close);
        panels.close();
    }

    private void rebuild() {
        List<Document> documents = new ArrayList<>();
        Map<Document, Optional<HeatSource>> measures = new HashMap<>();
        workbench.openDesigns().forEach(design -> {
            documents.add(design.document());
            measures.put(design.document(), design.measure());
            design.close();
        });
        List<Page> pages = workbench.pages();
        leave();
        build(documents);
        pages.forEach(page -> workbench.open(page.again(kit(new Panels(texts)))));
        workbench.openDesigns().forEach(design -> design.setMeasure(measures.get(design.document())));
    }
}
