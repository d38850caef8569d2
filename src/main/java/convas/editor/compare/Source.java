package convas.editor.compare;

import convas.editor.document.Document;
import convas.graph.Design;
import convas.graph.json.Reading;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Where one of the two designs comes from.
 *
 * @param name what a person calls it
 * @param live the open document, which is followed while it is edited; absent where {@code read} gives it once
 * @param read takes a while
 */
public record Source(String name, Optional<Document> live, Callable<Reading<Design>> read) {
    /** An open design as it is now and becomes. */
    public static Source live(String name, Document document) {
        return new Source(name, Optional.of(document), () -> new Reading<>(Optional.of(document.design()), List.of()));
    }

    /** A design as it is. */
    public static Source of(String name, Design design) {
        return new Source(name, Optional.empty(), () -> new Reading<>(Optional.of(design), List.of()));
    }

    @Override
    public String toString() {
        return name;
    }
}
