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

    /**
     * Opens the list where nothing is asked for in particular: it may offer more than types and do that itself.
     *
     * @param typed what is searched for at first
     * @param chosen gets the type's name, where a type is chosen
     */
    default void anything(double x, double y, String typed, Consumer<String> chosen) {
        choose(x, y, type -> true, chosen);
    }
}
