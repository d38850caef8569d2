package convas.graph;

/** What one canvas shows: a graph and where its nodes stand. The design has one, and so has each module's body. */
public record Sheet(Graph graph, Layout layout) {
    public static final Sheet EMPTY = new Sheet(Graph.EMPTY, Layout.EMPTY);

    public Sheet withGraph(Graph changed) {
        return new Sheet(changed, layout);
    }

    public Sheet withLayout(Layout changed) {
        return new Sheet(graph, changed);
    }
}
