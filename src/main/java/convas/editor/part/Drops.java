package convas.editor.part;

import convas.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files and folders that are dropped on the window: designs open, the rest is offered to the parts. */
public final class Drops {
    private static final String DESIGN = ".json";

    private final Consumer<Path> open;
    private final List<Part> parts;
    private final Consumer<String> hint;
    private final Texts texts;

    /**
     * @param open opens a design's file
     * @param hint gets brief sentences for the status bar
     */
    public Drops(Consumer<Path> open, List<Part> parts, Consumer<String> hint, Texts texts) {
        this.open = open;
        this.parts = parts;
        this.hint = hint;
        this.texts = texts;
    }

    public void attach(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(this::drop);
    }

    private void drop(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        files.stream().map(File::toPath).forEach(this::take);
    }

    private void take(Path dropped) {
        if (dropped.toString().toLowerCase(Locale.ROOT).endsWith(DESIGN)) {
            open.accept(dropped);
        } else if (parts.stream().noneMatch(part -> part.drop(dropped))) {
            hint.accept(texts.get("editorkeys.drop.nothing", dropped.getFileName()));
        }
    }
}
