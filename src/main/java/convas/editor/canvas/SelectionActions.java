package convas.editor.canvas;

import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.graph.Endpoint;
import java.util.List;
import java.util.Set;

/** What can be done with the nodes that are selected on a canvas; each is one step of the history. */
public final class SelectionActions {
    private final CanvasView view;
    private final Board board;
    private final Document document;

    SelectionActions(CanvasView view, Board board) {
        this.view = view;
        this.board = board;
        this.document = board.document();
    }

    /** Leaves the nodes out, or brings them back where all of them are. */
    public void mute() {
        if (!ids().isEmpty()) {
            board.apply(document.intents().mute(ids()));
        }
    }

    /** Asks for another type for the nodes: wires and parameters stay where the new type has them too. */
    public void replaceType() {
        Set<String> ids = ids();
        ids.stream().findFirst().flatMap(board.picture()::node).ifPresent(first -> {
            view.ensureVisible(first.id());
            board.types()
                    .choose(
                            board.viewport().surfaceX(first.bounds().minX()),
                            board.viewport().surfaceY(first.bounds().maxY()),
                            type -> ids.size() > 1
                                    || !type.type().equals(first.node().type()),
                            type -> board.apply(document.intents().replaceType(ids, type)));
        });
    }

    /** Connects the first selected node's first output with the first free input of the one selected after it. */
    public void connect() {
        List<String> ids = List.copyOf(ids());
        if (ids.size() == 2 && board.isEditable()) {
            board.picture().node(ids.get(1)).ifPresent(target -> {
                int port = target.inputs().stream()
                        .filter(each -> !each.used())
                        .map(each -> each.end().port())
                        .findFirst()
                        .orElse(0);
                board.apply(document.intents().connect(Endpoint.of(ids.get(0)), new Endpoint(ids.get(1), port)));
            });
        }
    }

    private Set<String> ids() {
        Selection selection = document.selection();
        return selection.nodes();
    }
}
