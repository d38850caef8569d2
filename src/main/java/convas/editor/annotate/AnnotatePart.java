package convas.editor.annotate;

import convas.editor.Command;
import convas.editor.FrontCommands;
import convas.editor.canvas.CanvasView;
import convas.editor.canvas.paint.TagColors;
import convas.editor.document.DocumentState;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The commands that annotate a sheet. */
public final class AnnotatePart implements Part {
    private static final String HOUSE = "editordraw";

    private final FrontCommands front;

    public AnnotatePart(Kit kit) {
        this.front = kit.front();
    }

    @Override
    public List<List<Command>> commands() {
        return List.of(
                List.of(
                        command(
                                "arrange.frame",
                                "Shortcut+Shift+F",
                                AnnotatePart::some,
                                view -> view.selected().frame()),
                        command(
                                "arrange.note",
                                "Shortcut+Shift+N",
                                AnnotatePart::editable,
                                view -> view.selected().note())),
                colors());
    }

    private List<Command> colors() {
        List<Command> colors = new ArrayList<>();
        Stream.concat(TagColors.NAMES.stream(), Stream.of("none"))
                .forEach(name -> colors.add(command(
                        "arrange.color." + name,
                        "",
                        AnnotatePart::some,
                        view -> view.selected().color(Optional.of(name).filter(TagColors.NAMES::contains)))));
        return colors;
    }

    private static boolean editable(DocumentState state) {
        return state.sheet().isEditable();
    }

    /** Whether a node or a note is selected that may be annotated. */
    private static boolean some(DocumentState state) {
        return editable(state)
                && !(state.selection().nodes().isEmpty()
                        && state.selection().notes().isEmpty());
    }

    private Command command(
            String id, String shortcut, Function<DocumentState, Boolean> when, Consumer<CanvasView> action) {
        return front.canvas(id, shortcut, when, action).named(HOUSE);
    }
}
