package convas.editor.guide;

import convas.editor.Command;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import java.util.List;
import java.util.Optional;

/** The tutorial in the menu: one window of it beside that of the designs. */
public final class GuidePart implements Part {
    private final Kit kit;
    private Optional<GuideWindow> shown = Optional.empty();

    public GuidePart(Kit kit) {
        this.kit = kit;
    }

    private void show() {
        GuideWindow window = shown.orElseGet(() -> new GuideWindow(kit.texts(), kit.theme(), kit.owner()));
        shown = Optional.of(window);
        window.show();
    }

    @Override
    public List<List<Command>> commands() {
        return List.of(List.of(Command.of("help.tutorial", "", this::show).named("editorguide")));
    }

    @Override
    public void close() {
        shown.ifPresent(GuideWindow::close);
    }
}
