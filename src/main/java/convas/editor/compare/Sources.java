package convas.editor.compare;

import convas.editor.part.Desk;
import convas.editor.part.Kit;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;

/** The designs that can be compared: what is open, what of that is saved, files used before, and what comes with the program. */
final class Sources {
    private final Kit kit;
    /** Kept, so that the same choice is the same object each time. */
    private final List<Source> known = new ArrayList<>();

    Sources(Kit kit) {
        this.kit = kit;
    }

    List<Source> all() {
        List<Source> all = new ArrayList<>();
        List<Desk.Sheet> open = kit.desk().designs();
        open.forEach(sheet -> all.add(live(sheet)));
        open.forEach(sheet -> saved(sheet).ifPresent(all::add));
        recent(open).forEach(all::add);
        kit.services()
                .presets()
                .forEach(preset -> all.add(kept(new Source(
                        kit.texts().get("editorcompare.preset", preset.name()),
                        Optional.empty(),
                        () -> kit.services().format().read(preset.read())))));
        return all;
    }

    /** Files that were used before and are not open. */
    private List<Source> recent(List<Desk.Sheet> open) {
        return kit.services().settings().recent().stream()
                .filter(path -> open.stream()
                        .noneMatch(sheet -> sheet.document()
                                .file()
                                .filter(path.toAbsolutePath().normalize()::equals)
                                .isPresent()))
                .map(path -> kept(file(kit.texts().get("editorcompare.recent", path.getFileName()), path)))
                .toList();
    }

    Source live(Desk.Sheet sheet) {
        return kept(Source.live(sheet.name(), sheet.document()));
    }

    /** What the design's file holds; absent where it has none. */
    Optional<Source> saved(Desk.Sheet sheet) {
        return sheet.document()
                .file()
                .map(file -> kept(file(kit.texts().get("editorcompare.saved", sheet.name()), file)));
    }

    /** The one that is known already under this name, of the same document. */
    private Source kept(Source source) {
        return known.stream()
                .filter(each -> each.name().equals(source.name()) && each.live().equals(source.live()))
                .findFirst()
                .orElseGet(() -> {
                    known.add(source);
                    return source;
                });
    }

    private Source file(String name, Path file) {
        return new Source(name, Optional.empty(), () -> kit.services().format().read(file));
    }

    /** Asks for a file. */
    Optional<Source> choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(kit.texts().get("editorcompare.file"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kit.texts().get("editor.files.designs"), "*.json"));
        return Optional.ofNullable(chooser.showOpenDialog(kit.owner()))
                .map(File::toPath)
                .map(path -> file(path.getFileName().toString(), path));
    }
}
