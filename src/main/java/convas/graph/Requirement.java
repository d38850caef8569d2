package convas.graph;

import convas.text.LocalText;

/**
 * What must hold for a module or design to make sense.
 *
 * @param that a condition, an expression
 * @param otherwise the message where it is false; {@code {name}} shows a value, {@code {in.channels}} too
 */
public record Requirement(Value that, LocalText otherwise) {}
