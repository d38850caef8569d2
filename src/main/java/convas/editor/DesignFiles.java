package convas.editor;

import convas.editor.canvas.picture.Bounds;
import convas.editor.comfort.Session;
import convas.editor.document.Document;
import convas.editor.grouping.Shelf;
import convas.editor.safety.FileGuard;
import convas.editor.safety.FileStamp;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Window;

/** Brings designs from files into tabs and back, and asks wherever work could be lost. */
final class DesignFiles {
    private static final int REMEMBERED = 10;

    private final Window owner;
    private final Services services;
    private final Shelf shelf;
    private final Tasks tasks;
    private final Texts texts;
    private final Workbench workbench;
    private final FileGuard guard;
    private final Dialogs dialogs;
    private final FileActions actions;
    private final Deque<Document> closed;
    private final Consumer<Document> show;
    private final Consumer<String> hint;

    /**
     * @param closed documents whose tabs were closed, the latest first; outlasts the window's making anew
     * @param show puts a document into a tab
     * @param hint gets brief sentences for the status bar
     */
    DesignFiles(
            Window owner,
            Services services,
            Shelf shelf,
            Tasks tasks,
            Texts texts,
            Workbench workbench,
            FileGuard guard,
            Dialogs dialogs,
            Deque<Document> closed,
            Consumer<Document> show,
            Consumer<String> hint) {
        this.owner = owner;
        this.services = services;
        this.shelf = shelf;
        this.tasks = tasks;
        this.texts = texts;
        this.workbench = workbench;
        this.guard = guard;
        this.dialogs = dialogs;
        this.actions = new FileActions(services.format(), tasks, texts, services.settings(), dialogs);
        this.closed = closed;
        this.show = show;
        this.hint = hint;
    }

    /** Opens a file in a tab, or brings that tab to the front where the file is open. */
    void open(Path file) {
        find(file).ifPresentOrElse(workbench::select, () -> actions.open(file, this::opened));
    }

    private Optional<OpenDesign> find(Path file) {
        return workbench.openDesigns().stream()
                .filter(design -> design.document()
                        .file()
                        .map(path -> path.toAbsolutePath().normalize())
                        .filter(file.toAbsolutePath().normalize()::equals)
                        .isPresent())
                .findFirst();
    }

    /** Opens what was open when the window was closed, each looked at as then; what is gone since is left out. */
    void reopen(List<Session.Entry> entries) {
        tasks.start(
                () -> entries.stream()
                        .filter(entry -> Files.isRegularFile(entry.file()))
                        .toList(),
                there -> reopenNext(there, there),
                failure -> hint.accept(String.valueOf(failure.getMessage())));
    }

    /** One after the other, so that the tabs keep their order. */
    private void reopenNext(List<Session.Entry> left, List<Session.Entry> all) {
        if (left.isEmpty()) {
            all.stream().filter(Session.Entry::front).forEach(entry -> open(entry.file()));
            return;
        }
        Session.Entry entry = left.get(0);
        actions.open(entry.file(), (read, origin, stamp) -> {
            opened(read, origin, stamp);
            workbench.front().ifPresent(design -> design.lookAt(entry.zoom(), entry.x(), entry.y()));
            reopenNext(left.subList(1, left.size()), all);
        });
    }

    /** What is open in files, and how it is looked at. */
    List<Session.Entry> session() {
        Optional<OpenDesign> front = workbench.front();
        List<Session.Entry> entries = new ArrayList<>();
        for (OpenDesign design : workbench.openDesigns()) {
            design.document().file().ifPresent(file -> {
                Bounds seen = design.canvas().visible();
                entries.add(new Session.Entry(
                        file.toAbsolutePath().normalize(),
                        front.filter(design::equals).isPresent(),
                        design.canvas().zoomProperty().get(),
                        seen.centerX(),
                        seen.centerY()));
            });
        }
        return entries;
    }

    void openPreset(String name) {
        services.presets().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .ifPresent(preset -> actions.open(preset, this::open));
    }

    /** Asks for a file and opens it. */
    void choose() {
        actions.chooseOpen(owner).ifPresent(this::open);
    }

    void startNew() {
        open(Starters.blank(texts.get("editor.untitledName")));
    }

    /** Opens a design that no file has yet. */
    void open(Design design) {
        opened(design, Optional.empty(), FileStamp.NONE);
    }

    private void opened(Design design, Optional<Path> file, FileStamp stamp) {
        Document document = document(design, file);
        file.ifPresent(path -> guard.know(document, stamp));
        show.accept(document);
    }

    /** A document that knows the user's own modules too. */
    Document document(Design design, Optional<Path> file) {
        return new Document(shelf.with(services.catalog()), design, file);
    }

    /** What the file holds now becomes the design, as an edit that can be undone. */
    void reload(OpenDesign design, Path file) {
        actions.open(file, (read, origin, stamp) -> {
            Document document = design.document();
            document.apply("editorsafety.edit.reload", before -> read);
            document.markSaved(file, document.design());
            guard.know(document, stamp);
            design.hideNotice();
        });
    }

    /** Saves in the file that the design has, or asks for one. */
    void save(OpenDesign design, Runnable then) {
        design.document().file().ifPresentOrElse(file -> rewrite(design, file, then), () -> saveAs(design, then));
    }

    /** Saves in the file that the design has, unless somebody else changed that and a person decides otherwise. */
    private void rewrite(OpenDesign design, Path file, Runnable then) {
        tasks.start(
                () -> guard.look(design.document(), file),
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
        actions.chooseSave(owner, design.name()).ifPresent(file -> write(design, file, then));
    }

    private void write(OpenDesign design, Path file, Runnable then) {
        Document document = design.document();
        Design before = document.design();
        Design named = document.namedAfter(file);
        actions.save(
                named,
                file,
                (written, stamp) -> {
                    guard.know(document, stamp);
                    document.apply("editor.edit.name", now -> written == before ? now : now.withName(written.name()));
                    Design now = document.design();
                    document.markSaved(file, now.equals(written) ? now : written);
                    design.hideNotice();
                    hint.accept(texts.get("editor.saved", file.getFileName()));
                    then.run();
                },
                () -> saveAs(design, then));
    }

    /** Closes a tab; asks where there is unsaved work. */
    void close(OpenDesign design) {
        ask(design, () -> closeNow(design));
    }

    /** Closes several tabs, once all is saved or given up. */
    void closeAll(List<OpenDesign> designs) {
        settle(designs, () -> designs.forEach(this::closeNow));
    }

    private void closeNow(OpenDesign design) {
        workbench.close(design);
        closed.push(design.document());
        while (closed.size() > REMEMBERED) {
            closed.removeLast();
        }
    }

    /** Opens the tab again that was closed last, with its history; what was not saved then is not saved now. */
    void reopenClosed() {
        if (closed.isEmpty()) {
            hint.accept(texts.get("editorkeys.nothingClosed"));
            return;
        }
        Document document = closed.pop();
        Optional<OpenDesign> open = document.file().flatMap(this::find);
        open.ifPresentOrElse(workbench::select, () -> show.accept(document));
    }

    /**
     * Asks about each of these that has unsaved work, the last first. Nothing closes meanwhile, so that one who changes
     * their mind still has everything.
     *
     * @param then runs once all is saved or given up; not where somebody cancels
     */
    void settle(List<OpenDesign> designs, Runnable then) {
        if (designs.isEmpty()) {
            then.run();
            return;
        }
        int last = designs.size() - 1;
        ask(designs.get(last), () -> settle(designs.subList(0, last), then));
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
}
