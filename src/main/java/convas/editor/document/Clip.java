package convas.editor.document;

import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Note;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.grouping.Belongings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A cut-out of a sheet, for the clipboard: some nodes, the edges among them, and where they stand; notes too.
 *
 * @param entering edges that come to these nodes from others, which are not in the cut-out
 * @param belongings what the expressions of the nodes name
 */
public record Clip(Sheet sheet, List<Edge> entering, Belongings belongings) {
    public static final Clip NOTHING = new Clip(Sheet.EMPTY, List.of());

    public Clip {
        entering = List.copyOf(entering);
    }

    /** One whose nodes name nothing. */
    public Clip(Sheet sheet, List<Edge> entering) {
        this(sheet, entering, Belongings.NONE);
    }

    public boolean isEmpty() {
        return sheet.graph().nodes().isEmpty() && sheet.layout().notes().isEmpty();
    }

    /** Cuts out nodes; {@code shown} tells the places of nodes that the sheet itself gives none. */
    public static Clip of(Sheet sheet, Collection<String> ids, Layout shown) {
        Set<String> wanted = Set.copyOf(ids);
        List<Node> nodes = sheet.graph().nodes().stream()
                .filter(node -> wanted.contains(node.id()))
                .toList();
        List<Edge> within = new ArrayList<>();
        List<Edge> entering = new ArrayList<>();
        for (Edge edge : sheet.graph().edges()) {
            if (wanted.contains(edge.to().node())) {
                (wanted.contains(edge.from().node()) ? within : entering).add(edge);
            }
        }
        Layout layout = shown.part(wanted).plus(sheet.layout().part(wanted));
        return new Clip(new Sheet(new Graph(nodes, within), layout), entering);
    }

    /** The same with notes. */
    public Clip with(Collection<Note> notes) {
        return new Clip(sheet.withLayout(sheet.layout().withNotes(List.copyOf(notes))), entering, belongings);
    }

    /** The same with what its nodes name. */
    public Clip with(Belongings named) {
        return new Clip(sheet, entering, named);
    }

    /** Top left corner of all that is in it. */
    public Point corner() {
        double x = Double.POSITIVE_INFINITY;
        double y = Double.POSITIVE_INFINITY;
        List<Point> corners = new ArrayList<>(sheet.layout().positions().values());
        sheet.layout().notes().forEach(note -> corners.add(note.position()));
        for (Point place : corners) {
            x = Math.min(x, place.x());
            y = Math.min(y, place.y());
        }
        return x == Double.POSITIVE_INFINITY ? new Point(0, 0) : new Point(x, y);
    }
}
