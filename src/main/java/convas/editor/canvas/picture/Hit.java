package convas.editor.canvas.picture;

/** What is under the pointer. */
public sealed interface Hit {
    record OnPort(PortShape port) implements Hit {}

    record OnNode(NodeShape node) implements Hit {}

    record OnEdge(EdgeShape edge) implements Hit {}

    /** Empty ground. */
    record Ground() implements Hit {}
}
