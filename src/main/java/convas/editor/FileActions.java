package convas.editor;

import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.text.Texts;
import java.io.File;
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
    void open(Path file, BiConsumer<Design, Optional<Path>> opened) {
        tasks.start(
                () -> format.read(file),
                reading -> {
                    settings.remember(file);
                    // Saving over a file that was not wholly understood could lose what was not.
                    Optional<Path> origin = reading.isClean() ? Optional.of(file) : Optional.empty();
                    take(file.getFileName().toString(), reading, design -> opened.accept(design, origin));
                },
                failure -> cannotRead(file.toString(), failure));
    }

    /** Reads a preset, as a design that no file has yet. */
    void open(Preset preset, BiConsumer<Design, Optional<Path>> opened) {
        tasks.start(
                () -> format.read(preset.read()),
                reading -> take(preset.name(), reading, design -> opened.accept(design, Optional.empty())),
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
     * @param saved called with the design that was written
     */
    void save(Design design, Path file, Consumer<Design> saved) {
        tasks.start(
                () -> {
                    format.save(design, file);
                    return file;
                },
                written -> {
                    settings.remember(written);
                    saved.accept(design);
                },
                failure -> dialogs.problems(
                        texts.get("editor.save.failed", file),
                        List.of(texts.get("editor.save.why", failure.getMessage()))));
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
