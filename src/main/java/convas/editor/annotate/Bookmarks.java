package convas.editor.annotate;

import convas.editor.canvas.CanvasView;
import convas.editor.canvas.picture.Bounds;
import convas.editor.document.Document;
import convas.editor.document.OpenSheet;
import convas.graph.Bookmark;
import convas.graph.Point;
import java.util.List;
import java.util.Optional;

/** Remembers where one looks, and leads back there. */
final class Bookmarks {
    private final CanvasView view;

    Bookmarks(CanvasView view) {
        this.view = view;
    }

    /** Remembers the sheet, the middle of the view, and the zoom. */
    void set(String name) {
        Bounds visible = view.visible();
        Point middle = new Point(Math.round(visible.centerX()), Math.round(visible.centerY()));
        Document document = view.document();
        document.apply(document.annotations()
                .bookmark(name, middle, view.zoomProperty().get()));
    }

    /** Shows a place; false where there is no such bookmark, or the sheet that it was on is gone. */
    boolean go(String name) {
        Document document = view.document();
        Bookmark bookmark = document.design().bookmarks().get(name);
        if (bookmark == null) {
            return false;
        }
        List<String> way = bookmark.sheet().isEmpty()
                ? List.of()
                : List.of(bookmark.sheet().split("/"));
        Optional<OpenSheet> sheet = OpenSheet.along(document.design(), document.catalog(), way);
        sheet.ifPresent(found -> {
            document.show(found.place());
            view.zoomTo(bookmark.zoom());
            view.centerOn(bookmark.center().x(), bookmark.center().y());
        });
        return sheet.isPresent();
    }
}
