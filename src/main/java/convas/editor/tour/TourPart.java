package convas.editor.tour;

import convas.editor.Command;
import convas.editor.Settings;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import java.util.List;
import javafx.event.EventHandler;
import javafx.stage.WindowEvent;

/** The tour: by itself when the program is started the first time, and whenever somebody asks for it. */
public final class TourPart implements Part {
    private static final String SEEN = "tour.seen";

    private final Kit kit;
    private final Settings settings;
    private final EventHandler<WindowEvent> whenShown = event -> first();

    public TourPart(Kit kit) {
        this.kit = kit;
        this.settings = kit.services().settings();
        if (!isSeen()) {
            kit.owner().addEventHandler(WindowEvent.WINDOW_SHOWN, whenShown);
        }
    }

    private boolean isSeen() {
        return settings.get(SEEN).map(Boolean::parseBoolean).orElse(false);
    }

    private void first() {
        kit.owner().removeEventHandler(WindowEvent.WINDOW_SHOWN, whenShown);
        if (!isSeen()) {
            // The page is laid out after the window has come.
            kit.pulse().once(() -> kit.pulse().once(this::start));
        }
    }

    private void start() {
        new Tour(kit.texts(), kit.owner(), kit.pulse(), () -> settings.set(SEEN, "true")).show();
    }

    @Override
    public List<List<Command>> commands() {
        return List.of(List.of(Command.of("help.tour", "", this::start).named("editortour")));
    }

    @Override
    public void close() {
        kit.owner().removeEventHandler(WindowEvent.WINDOW_SHOWN, whenShown);
    }
}
