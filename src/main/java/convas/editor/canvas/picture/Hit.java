package convas.editor.canvas.picture;

import convas.graph.Note;

/** What is under the pointer. */
public sealed interface Hit {
    record OnPort(PortShape port) implements Hit {}

    record OnNode(NodeShape node) implements Hit {}

    record OnEdge(EdgeShape edge) implements Hit {}

    /** @param corner whether at the corner by which its size is changed */
    record OnNote(Note note, boolean corner) implements Hit {}

    /** Empty ground. */
    record Ground() implements Hit {}
}
