package convas.graph;

/** What one canvas shows: a graph and where its nodes stand. The design has one, and so has each module's body. */
public record Sheet(Graph graph, Layout layout) {
    public static final Sheet EMPTY = new Sheet(Graph.EMPTY, Layout.EMPTY);

    /** This sheet with other nodes and wires; the bends of a wire that is gone go with it. */
    public Sheet withGraph(Graph changed) {
        return new Sheet(changed, layout.forWiresOf(changed));
    }

    public Sheet withLayout(Layout changed) {
        return new Sheet(graph, changed);
    }
}
