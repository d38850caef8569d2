package convas.graph;

/**
 * One end of an edge: port {@code port} (from 0) of node {@code node}. In a module's body {@code node} may also be the
 * name of an input.
 */
public record Endpoint(String node, int port) {
    public static Endpoint of(String node) {
        return new Endpoint(node, 0);
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
