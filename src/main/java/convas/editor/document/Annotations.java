package convas.editor.document;

import convas.graph.Bookmark;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Edits;
import convas.graph.Layout;
import convas.graph.Note;
import convas.graph.Point;
import convas.graph.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Edits of what is only looked at: notes and frames, colours, the way of wires, bookmarks. None of them changes a shape
 * or a cost. On a sheet that is only looked at, all but those of bookmarks are {@link Edit#none()}.
 */
public final class Annotations {
    private final OpenSheet open;

    Annotations(OpenSheet open) {
        this.open = open;
    }

    /** Adds a note in front of the others, or a frame behind them, and selects it. */
    public Edit add(Note note) {
        return edit(Label.of(note.frame() ? "editordraw.edit.frame" : "editordraw.edit.note"), layout -> {
                    List<Note> notes = new ArrayList<>(layout.notes());
                    notes.add(note.frame() ? 0 : notes.size(), note);
                    return layout.withNotes(notes);
                })
                .selecting(Selection.ofNote(note));
    }

    /** Puts one note in the place of another, and selects it. */
    public Edit change(Note before, Note after) {
        return edit(Label.of("editordraw.edit.changeNote"), layout -> replaced(layout, Map.of(before, after)))
                .selecting(Selection.ofNote(after));
    }

    /** What puts notes in the place of others, to be part of another edit. */
    public UnaryOperator<Design> changed(Map<Note, Note> notes) {
        return open.scope()
                .map(scope -> scope.lift(Edits.look(layout -> replaced(layout, notes))))
                .orElse(UnaryOperator.identity());
    }

    static UnaryOperator<Sheet> erase(Set<Note> notes) {
        return Edits.look(layout -> {
            List<Note> rest = new ArrayList<>(layout.notes());
            return rest.removeAll(notes) ? layout.withNotes(rest) : layout;
        });
    }

    /**
     * Moves nodes, notes, and the points of wires whose two ends are both moved.
     *
     * @param before what is selected: it stays so, notes as they are afterwards
     * @param places where the nodes are now: those that the sheet itself gives no place have one too
     */
    public Edit carry(Selection before, Map<String, Point> places, Set<Note> notes, double dx, double dy) {
        Map<Note, Note> moved = new LinkedHashMap<>();
        notes.forEach(note -> moved.put(note, note.movedBy(dx, dy)));
        Map<String, Point> there = new LinkedHashMap<>();
        places.forEach((id, place) -> there.put(id, place.plus(dx, dy)));
        Label label = places.size() == 1
                ? Label.of(
                        "editorcanvas.edit.moveOne", places.keySet().iterator().next())
                : places.isEmpty()
                        ? Label.of("editordraw.edit.moveNote")
                        : Label.of("editorcanvas.edit.move", places.size());
        Edit edit = edit(label, layout -> {
            Layout carried = replaced(layout, moved).with(there);
            for (Map.Entry<Edge, List<Point>> wire : layout.bends().entrySet()) {
                if (places.containsKey(wire.getKey().from().node())
                        && places.containsKey(wire.getKey().to().node())) {
                    carried = carried.withBends(wire.getKey(), moved(wire.getValue(), dx, dy));
                }
            }
            return carried;
        });
        Set<Note> selected = new LinkedHashSet<>();
        before.notes().forEach(note -> selected.add(moved.getOrDefault(note, note)));
        return notes.isEmpty() ? edit : edit.selecting(before.withNotes(selected));
    }

    /** Gives nodes and notes a colour, or takes it away where that is absent. */
    public Edit color(Selection what, Optional<String> color) {
        Map<Note, Note> notes = new LinkedHashMap<>();
        what.notes().forEach(note -> notes.put(note, note.withColor(color)));
        return edit(Label.of("editordraw.edit.color"), layout -> {
                    Layout colored = replaced(layout, notes);
                    for (String id : what.nodes()) {
                        colored = colored.withColor(id, color);
                    }
                    return colored;
                })
                .selecting(what.withNotes(new LinkedHashSet<>(notes.values())));
    }

    /** Lets a wire run through some points; through none it runs straight. */
    public Edit bend(Edge wire, List<Point> points) {
        return bend(Map.of(wire, points));
    }

    /** Lets wires run through some points. */
    public Edit bend(Map<Edge, List<Point>> wires) {
        return edit(Label.of("editordraw.edit.bend"), layout -> {
            Layout bent = layout;
            for (Map.Entry<Edge, List<Point>> wire : wires.entrySet()) {
                if (open.sheet().graph().edges().contains(wire.getKey())) {
                    bent = bent.withBends(wire.getKey(), wire.getValue());
                }
            }
            return bent;
        });
    }

    /** Moves all points of some wires. */
    public Edit shift(Collection<Edge> wires, double dx, double dy) {
        Map<Edge, List<Point>> shifted = new LinkedHashMap<>();
        wires.forEach(wire -> shifted.put(wire, moved(open.sheet().layout().bends(wire), dx, dy)));
        return bend(shifted);
    }

    /** Remembers where one looks at the moment, under a name. */
    public Edit bookmark(String name, Point center, double zoom) {
        String prefix = open.place().prefix();
        String sheet = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        return Edit.of(Label.of("editordraw.edit.bookmark", name), design -> {
            Map<String, Bookmark> bookmarks = new LinkedHashMap<>(design.bookmarks());
            bookmarks.put(name, new Bookmark(sheet, center, zoom, Map.of()));
            return design.withBookmarks(bookmarks);
        });
    }

    private static List<Point> moved(List<Point> points, double dx, double dy) {
        return points.stream().map(point -> point.plus(dx, dy)).toList();
    }

    private static Layout replaced(Layout layout, Map<Note, Note> notes) {
        return notes.isEmpty()
                ? layout
                : layout.withNotes(layout.notes().stream()
                        .map(note -> notes.getOrDefault(note, note))
                        .toList());
    }

    private Edit edit(Label label, UnaryOperator<Layout> change) {
        Optional<UnaryOperator<Design>> lifted = open.scope().map(scope -> scope.lift(Edits.look(change)));
        return lifted.map(design -> Edit.of(label, design)).orElseGet(Edit::none);
    }
}
