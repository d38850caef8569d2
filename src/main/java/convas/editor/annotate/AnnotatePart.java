package convas.editor.annotate;

import convas.editor.Command;
import convas.editor.canvas.CanvasView;
import convas.editor.canvas.paint.TagColors;
import convas.editor.document.DocumentState;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The commands that annotate a sheet. */
public final class AnnotatePart implements Part {
    private static final String HOUSE = "editordraw";

    private final Kit kit;

    public AnnotatePart(Kit kit) {
        this.kit = kit;
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
                colors(),
                List.of(
                        command(
                                "arrange.bend",
                                "",
                                AnnotatePart::wire,
                                view -> view.selected().bend()),
                        command(
                                "arrange.unbend",
                                "",
                                AnnotatePart::wires,
                                view -> view.selected().straighten())),
                bookmarks(
                        "go",
                        "Alt+",
                        (state, name) -> state.design().bookmarks().containsKey(name),
                        (view, name) -> {
                            if (!new Bookmarks(view).go(name)) {
                                kit.hint().accept(kit.texts().get("editordraw.bookmarkGone", name));
                            }
                        }),
                bookmarks("set", "Shortcut+Shift+", (state, name) -> true, (view, name) -> {
                    new Bookmarks(view).set(name);
                    kit.hint().accept(kit.texts().get("editordraw.bookmarkSet", name));
                }));
    }

    private List<Command> bookmarks(
            String what, String keys, BiPredicate<DocumentState, String> when, BiConsumer<CanvasView, String> action) {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(Integer::toString)
                .map(name -> command(
                        "view.bookmark." + what + name,
                        keys + name,
                        state -> when.test(state, name),
                        view -> action.accept(view, name)))
                .toList();
    }

    private static boolean wire(DocumentState state) {
        return editable(state) && !state.selection().edges().isEmpty();
    }

    /** Whether a wire with points, or a node that one leads to, is selected. */
    private static boolean wires(DocumentState state) {
        return editable(state)
                && state.sheet().sheet().layout().bends().keySet().stream()
                        .anyMatch(ends ->
                                state.selection().nodes().contains(ends.to().node())
                                        || state.selection().edges().stream()
                                                .anyMatch(edge -> edge.ends().equals(ends)));
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
        return kit.front().canvas(id, shortcut, when, action).named(HOUSE);
    }
}
