package convas.editor.document;

import convas.graph.Design;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An edit that a person means: what it is called, what it does to the design, and what is selected afterwards.
 *
 * @param selection what is selected afterwards; absent leaves the selection, as far as it still exists
 */
public record Edit(Label label, UnaryOperator<Design> change, Optional<Selection> selection) {
    /** An edit that leaves the selection alone. */
    public static Edit of(Label label, UnaryOperator<Design> change) {
        return new Edit(label, change, Optional.empty());
    }

    /** Nothing: what an intent returns that does not apply. */
    public static Edit none() {
        return of(new Label("", List.of()), UnaryOperator.identity());
    }

    /** This edit, after which something else is selected. */
    public Edit selecting(Selection after) {
        return new Edit(label, change, Optional.of(after));
    }

    /** This edit and then another change, under this edit's name. */
    public Edit and(UnaryOperator<Design> more) {
        return new Edit(label, design -> more.apply(change.apply(design)), selection);
    }
}
