package convas.editor.document;

import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Sheet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A cut-out of a sheet, for the clipboard: some nodes, the edges among them, and where they stand. */
public record Clip(Sheet sheet) {
    public static final Clip NOTHING = new Clip(Sheet.EMPTY);

    public boolean isEmpty() {
        return sheet.graph().nodes().isEmpty();
    }

    /** Cuts out nodes; {@code shown} tells the places of nodes that the sheet itself gives none. */
    public static Clip of(Sheet sheet, Collection<String> ids, Layout shown) {
        Set<String> wanted = Set.copyOf(ids);
        List<Node> nodes = sheet.graph().nodes().stream()
                .filter(node -> wanted.contains(node.id()))
                .toList();
        List<Edge> edges = sheet.graph().edges().stream()
                .filter(edge -> wanted.contains(edge.from().node())
                        && wanted.contains(edge.to().node()))
                .toList();
        Layout layout = shown.part(wanted).plus(sheet.layout().part(wanted));
        return new Clip(new Sheet(new Graph(nodes, edges), layout));
    }

    /** Top left corner of all its nodes. */
    public Point corner() {
        double x = Double.POSITIVE_INFINITY;
        double y = Double.POSITIVE_INFINITY;
        for (Point place : sheet.layout().positions().values()) {
            x = Math.min(x, place.x());
            y = Math.min(y, place.y());
        }
        return x == Double.POSITIVE_INFINITY ? new Point(0, 0) : new Point(x, y);
    }
}
