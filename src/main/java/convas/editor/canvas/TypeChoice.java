package convas.editor.canvas;

import convas.operator.NodeType;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lets a person choose a node type from a list that opens at a place of the canvas. */
@FunctionalInterface
public interface TypeChoice {
    /** Where nobody can choose. */
    TypeChoice NONE = (x, y, fits, chosen) -> {};

    /**
     * Opens the list.
     *
     * @param x on the canvas, as {@code y}
     * @param fits which types to offer
     * @param chosen gets the type's name; not called where the list is closed without a choice
     */
    void choose(double x, double y, Predicate<NodeType> fits, Consumer<String> chosen);
}
