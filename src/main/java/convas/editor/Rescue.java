package convas.editor;

import convas.editor.document.Document;
import convas.editor.safety.FileGuard;
import convas.editor.safety.FileStamp;
import convas.editor.safety.Recovery;
import convas.editor.safety.RecoveryDialog;
import convas.editor.task.Tasks;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.stage.Window;

/** Offers what a program that ended suddenly left, and says so where a file was changed elsewhere. */
final class Rescue {
    private final Window owner;
    private final Path folder;
    private final Tasks tasks;
    private final Texts texts;
    private final Guardian guardian;
    private final DesignFiles files;
    private final Consumer<Document> show;
    private final Consumer<String> hint;

    /**
     * @param folder in which unsaved work is kept
     * @param show puts a document into a tab
     * @param hint gets brief sentences for the status bar
     */
    Rescue(
            Window owner,
            Path folder,
            Tasks tasks,
            Texts texts,
            Guardian guardian,
            DesignFiles files,
            Consumer<Document> show,
            Consumer<String> hint) {
        this.owner = owner;
        this.folder = folder;
        this.tasks = tasks;
        this.texts = texts;
        this.guardian = guardian;
        this.files = files;
        this.show = show;
        this.hint = hint;
    }

    /** Offers what was left, and begins to keep what is open now. */
    void begin() {
        tasks.start(
                () -> Recovery.lost(folder),
                lost -> {
                    if (!lost.isEmpty()) {
                        RecoveryDialog.Answer answer = new RecoveryDialog(texts).ask(owner, lost);
                        answer.open().forEach(this::reopen);
                        settle(answer.discard());
                    }
                    guardian.start();
                },
                unreadable -> guardian.start());
    }

    private void reopen(Recovery.Lost lost) {
        Document document = files.document(lost.work().design(), lost.work().file());
        document.markUnsaved();
        guardian.files().know(document, lost.work().stamp());
        show.accept(document);
        hint.accept(texts.get("editorsafety.recovered"));
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
                refused -> hint.accept(String.valueOf(refused.getMessage())));
    }

    /** Another program changed or removed the file of a design that is open. */
    void changedOutside(OpenDesign design, FileGuard.Finding finding) {
        Optional<Path> known = design.document().file();
        if (known.isEmpty()) {
            return;
        }
        Path file = known.get();
        Button keep = notice("editorsafety.keep", () -> keepMine(design, file));
        if (finding == FileGuard.Finding.DELETED) {
            Button again = notice("editorsafety.saveAgain", () -> files.save(design, () -> {}));
            design.showNotice(texts.get("editorsafety.deleted", file.getFileName()), List.of(again, keep));
        } else {
            Button reload = notice("editorsafety.reload", () -> files.reload(design, file));
            design.showNotice(texts.get("editorsafety.changed", file.getFileName()), List.of(reload, keep));
        }
    }

    private Button notice(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId("notice-" + key.substring(key.indexOf('.') + 1));
        button.setOnAction(event -> action.run());
        return button;
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
                failure -> hint.accept(String.valueOf(failure.getMessage())));
    }
}
