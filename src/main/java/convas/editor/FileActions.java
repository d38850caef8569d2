package convas.editor;

import convas.editor.safety.FileStamp;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.text.Texts;
import java.io.File;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Reads and writes design files in the background and says what went wrong. */
final class FileActions {
    private final DesignFormat format;
    private final Tasks tasks;
    private final Texts texts;
    private final Settings settings;
    private final Dialogs dialogs;

    /** A design that was read, the file where it may be saved again, and what that held. */
    @FunctionalInterface
    interface Opened {
        void accept(Design design, Optional<Path> file, FileStamp stamp);
    }

    /** The stamp is taken first: a change in between is noticed later. */
    private record Read(FileStamp stamp, Reading<Design> reading) {}

    FileActions(DesignFormat format, Tasks tasks, Texts texts, Settings settings, Dialogs dialogs) {
        this.format = format;
        this.tasks = tasks;
        this.texts = texts;
        this.settings = settings;
        this.dialogs = dialogs;
    }

    /**
     * Reads a file; what is wrong with it is shown, and what could be read is handed on all the same, but then without
     * the file, so that saving asks for a name.
     */
    void open(Path file, Opened opened) {
        tasks.start(
                () -> new Read(FileStamp.of(file), format.read(file)),
                read -> {
                    Reading<Design> reading = read.reading();
                    settings.remember(file);
                    // Saving over a file that was not wholly understood could lose what was not.
                    Optional<Path> origin = reading.isClean() ? Optional.of(file) : Optional.empty();
                    take(file.getFileName().toString(), reading, design -> opened.accept(design, origin, read.stamp()));
                },
                failure -> cannotRead(file.toString(), failure));
    }

    /** Reads a preset, as a design that no file has yet. */
    void open(Preset preset, Consumer<Design> opened) {
        tasks.start(
                () -> format.read(preset.read()),
                reading -> take(preset.name(), reading, opened),
                failure -> cannotRead(preset.name(), failure));
    }

    private void take(String name, Reading<Design> reading, Consumer<Design> opened) {
        List<String> problems = reading.problems().stream()
                .filter(Diagnostic::isError)
                .map(problem -> problem.line(texts))
                .toList();
        if (!problems.isEmpty()) {
            String key = reading.value().isPresent() ? "editor.open.partly" : "editor.open.failed";
            dialogs.problems(texts.get(key, name), problems);
        }
        reading.value().ifPresent(opened);
    }

    private void cannotRead(String name, Exception failure) {
        dialogs.problems(texts.get("editor.open.failed", name), List.of(failure.toString()));
    }

    /**
     * Writes the design as it is now; the work stays in the window whatever happens.
     *
     * @param saved called with the design that was written and what its file holds now
     * @param elsewhere called where it could not be written and a person wants to try another place
     */
    void save(Design design, Path file, BiConsumer<Design, FileStamp> saved, Runnable elsewhere) {
        tasks.start(
                () -> {
                    format.save(design, file);
                    return FileStamp.of(format.write(design));
                },
                stamp -> {
                    settings.remember(file);
                    saved.accept(design, stamp);
                },
                failure -> {
                    if (dialogs.cannotWrite(file.toString(), reason(failure))) {
                        elsewhere.run();
                    }
                });
    }

    /** What kept a file from being written, also where the system's message is only the file's name. */
    private String reason(Exception failure) {
        if (failure instanceof AccessDeniedException) {
            return texts.get("editor.save.denied");
        } else if (failure instanceof NoSuchFileException) {
            return texts.get("editor.save.noFolder");
        }
        return failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(failure.getMessage());
    }

    /** Asks for a file to open. */
    Optional<Path> chooseOpen(Window owner) {
        return Optional.ofNullable(chooser("editor.open.title").showOpenDialog(owner))
                .map(File::toPath);
    }

    /** Asks where to save. */
    Optional<Path> chooseSave(Window owner, String name) {
        FileChooser chooser = chooser("editor.save.title");
        chooser.setInitialFileName(name.endsWith(".json") ? name : name + ".json");
        return Optional.ofNullable(chooser.showSaveDialog(owner))
                .map(File::toPath)
                .map(path -> path.getFileName().toString().contains(".")
                        ? path
                        : path.resolveSibling(path.getFileName() + ".json"));
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.get("editor.files.designs"), "*.json"),
                        new FileChooser.ExtensionFilter(texts.get("editor.files.all"), "*"));
        settings.recent().stream()
                .findFirst()
                .map(recent -> recent.getParent().toFile())
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }
}
