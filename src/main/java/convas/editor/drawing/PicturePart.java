package convas.editor.drawing;

import convas.editor.Command;
import convas.editor.canvas.CanvasView;
import convas.editor.document.Document;
import convas.editor.document.OpenSheet;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import convas.file.AtomicFile;
import convas.graph.Layout;
import java.nio.file.Path;
import java.util.List;

/** The command that draws the open sheet into a file. */
public final class PicturePart implements Part {
    private static final String HOUSE = "editorpicture";

    private final Kit kit;

    public PicturePart(Kit kit) {
        this.kit = kit;
    }

    @Override
    public List<List<Command>> commands() {
        return List.of(List.of(kit.front()
                .canvas(
                        "file.picture",
                        "Shortcut+Shift+P",
                        state -> !state.sheet().sheet().graph().nodes().isEmpty(),
                        this::ask)
                .named(HOUSE)));
    }

    private void ask(CanvasView canvas) {
        Document document = canvas.document();
        OpenSheet sheet = document.sheet();
        Layout shown = canvas.picture().layout();
        SheetDrawing drawing =
                new SheetDrawing(document.design(), document.catalog(), document.analysis(), kit.texts());
        PictureDialog[] dialog = new PictureDialog[1];
        dialog[0] = new PictureDialog(
                kit.loader(),
                kit.owner(),
                suggested(document),
                canvas.theme().dark(),
                document.selection().nodes(),
                canvas.overlay(),
                (options, file) -> kit.tasks()
                        .start(
                                () -> {
                                    byte[] content = drawing.of(sheet, shown, options);
                                    new AtomicFile().write(file, content);
                                    return file;
                                },
                                written -> {
                                    dialog[0].close();
                                    kit.hint().accept(kit.texts().get("editorpicture.written", written));
                                },
                                failure -> dialog[0].failed(reason(failure, file))));
        dialog[0].show();
    }

    private String reason(Exception failure, Path file) {
        return failure instanceof PictureTooLarge tooLarge
                ? tooLarge.sentence(kit.texts())
                : kit.texts().get("editorpicture.unwritable", file, failure.toString());
    }

    /** Beside the design's file, under its name and that of the module that is open. */
    private static Path suggested(Document document) {
        String type = document.sheet().body().map(body -> "-" + body.type()).orElse("");
        String name = document.file()
                .map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))
                .orElse(
                        document.design().name().isBlank()
                                ? "design"
                                : document.design().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-"));
        Path folder = document.file()
                .map(file -> file.toAbsolutePath().getParent())
                .orElse(Path.of(System.getProperty("user.home", ".")));
        return folder.resolve(name + type + ".svg");
    }
}
