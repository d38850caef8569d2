package convas.graph;

/**
 * One end of an edge: port {@code port} (from 0) of node {@code node}. In a module's body {@code node} may also be the
 * name of an input.
 */
public record Endpoint(String node, int port) {
    /** No id ends so: an output may be called like one of the body's nodes. */
    private static final String OUTPUT = " >";

    public static Endpoint of(String node) {
        return new Endpoint(node, 0);
    }

    /** Where a wire ends that gives an output of a module's body; see {@link ModuleBody#wired}. */
    public static Endpoint output(String name) {
        return of(name + OUTPUT);
    }

    /** Whether this is an output of a body. */
    public boolean isOutput() {
        return node.endsWith(OUTPUT);
    }

    /** What people call it: the node's id, or the output's name. */
    public String name() {
        return isOutput() ? node.substring(0, node.length() - OUTPUT.length()) : node;
    }

    /** {@code "node"} or {@code "node:2"}; throws {@link NumberFormatException} where the port is no number. */
    public static Endpoint parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? of(text)
                : new Endpoint(text.substring(0, colon), Integer.parseUnsignedInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return node + ":" + port;
    }
}
