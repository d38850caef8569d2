package convas.editor.canvas.layout;

import convas.graph.Endpoint;

/** A wire between two nodes that are laid out, by their numbers. */
record Wire(int from, Endpoint start, int to, Endpoint end) {}
