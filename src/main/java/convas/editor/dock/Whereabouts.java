package convas.editor.dock;

import convas.editor.document.Document;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.editor.document.Selection;
import convas.graph.Design;
import convas.operator.Catalog;
import java.util.List;
import java.util.Optional;

/**
 * Finds the nodes that paths of an analysis mean.
 *
 * @param place the sheet that has the node; the body of the first copy stands for those of all
 * @param id the node on that sheet
 */
public record Whereabouts(Place place, String id) {
    /** Where a path leads; absent where it leads nowhere, for instance because it is a place in a file. */
    public static Optional<Whereabouts> of(Document document, String path) {
        return of(document.design(), document.catalog(), path);
    }

    /** Where a path of a design leads, by a catalog with its own modules. */
    public static Optional<Whereabouts> of(Design design, Catalog catalog, String path) {
        List<String> segments = List.of(path.split("/"));
        String id = id(segments.get(segments.size() - 1));
        return OpenSheet.along(design, catalog, segments.subList(0, segments.size() - 1))
                .filter(sheet -> sheet.sheet().graph().node(id).isPresent())
                .map(sheet -> new Whereabouts(sheet.place(), id));
    }

    /** Shows and selects the node; false where the path leads nowhere. */
    public static boolean goTo(Document document, String path) {
        Optional<Whereabouts> found = of(document, path);
        found.ifPresent(there -> {
            if (!document.sheet().place().equals(there.place())) {
                document.show(there.place());
            }
            document.select(Selection.ofNode(there.id()));
        });
        return found.isPresent();
    }

    /**
     * The node of the sheet that is open which a path means or lies within; absent where it lies elsewhere.
     */
    public static Optional<String> onSheet(Document document, String path) {
        String prefix = document.sheet().place().prefix();
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        String id = id(path.substring(prefix.length()).split("/")[0]);
        return document.sheet().sheet().graph().node(id).map(node -> node.id());
    }

    /** A segment without the index of a copy. */
    private static String id(String segment) {
        int dot = segment.indexOf('.');
        return dot < 0 ? segment : segment.substring(0, dot);
    }
}
