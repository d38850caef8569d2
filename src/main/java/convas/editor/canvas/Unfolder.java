package convas.editor.canvas;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Room;
import convas.editor.document.Document;
import convas.editor.document.DocumentState;
import convas.editor.document.Edit;
import convas.editor.document.Label;
import convas.editor.document.OpenSheet;
import convas.editor.document.Selection;
import convas.graph.Design;
import convas.graph.Layout;
import convas.graph.View;
import convas.operator.Module;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Shows bodies of modules in place, inside frames on the sheet, or no more: a step of the history, in which the
 * neighbours make room. The graph stays as it is, and the file is not behind for that.
 */
public final class Unfolder {
    private final Board board;
    private final Document document;

    Unfolder(Board board) {
        this.board = board;
        this.document = board.document();
    }

    /** Whether the one selected node, here or in a body that is shown in place, is a module. */
    public static boolean canToggle(DocumentState state) {
        Optional<String> one = state.selection().single();
        return state.selection().inner().isPresent()
                || one.flatMap(id -> state.sheet().sheet().graph().node(id))
                        .flatMap(node -> state.catalog().find(node.type()))
                        .filter(Module.class::isInstance)
                        .isPresent();
    }

    /** Shows the body of the selected module in place, or no more. */
    public void toggleSelected() {
        Selection selection = document.selection();
        selection.inner().or(selection::single).ifPresent(this::toggle);
    }

    /** Shows no body in place any more, of all that are on this sheet. */
    public void foldAll() {
        for (NodeShape node : board.picture().nodes()) {
            if (node.expanded()) {
                toggle(node.id());
            }
        }
    }

    /** @param shown a node of the sheet, or one inside a frame by its path */
    void toggle(String shown) {
        Optional<OpenSheet> sheet = document.sheetOf(shown);
        String id = shown.substring(shown.lastIndexOf('/') + 1);
        Optional<OpenSheet> body = sheet.flatMap(open -> open.into(id, document.design(), document.catalog()));
        if (body.isEmpty()) {
            return;
        }
        String path = sheet.get().place().path(id);
        boolean expands = !document.design().view().expanded().contains(path);
        if (expands && !isPlaced(body.get(), () -> toggle(shown))) {
            return;
        }
        View view = document.design().view();
        Set<String> expanded = new LinkedHashSet<>(view.expanded());
        if (expands) {
            expanded.add(path);
        } else {
            expanded.remove(path);
        }
        String top = shown.contains("/") ? shown.substring(0, shown.indexOf('/')) : shown;
        UnaryOperator<Design> unfold = design -> design.withView(design.view().withExpanded(expanded));
        Bounds before = board.picture().node(top).map(NodeShape::bounds).orElse(Bounds.NOTHING);
        Bounds after = board.pictureOf(unfold.apply(document.design()))
                .node(top)
                .map(NodeShape::bounds)
                .orElse(before);
        UnaryOperator<Design> room = document.sheet()
                .scope()
                .<UnaryOperator<Design>>map(scope -> scope.lift(open -> {
                    Layout layout = open.layout();
                    return before.isEmpty() ? open : open.withLayout(Room.made(layout, before, after));
                }))
                .orElse(UnaryOperator.identity());
        String label = expands ? "editorlayout.edit.expand" : "editorlayout.edit.collapse";
        board.look(Edit.of(Label.of(label, id), design -> room.apply(unfold.apply(design))));
    }

    private boolean isPlaced(OpenSheet body, Runnable placed) {
        Set<String> ids = body.sheet().graph().ids();
        if (ids.isEmpty()) {
            board.hint(board.texts().get("editorlayout.emptyBody"));
            return false;
        }
        Layout automatic = board.places(body, placed);
        return ids.stream()
                .allMatch(id -> body.sheet().layout().of(id).isPresent()
                        || automatic.of(id).isPresent());
    }
}
