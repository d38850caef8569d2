package convas.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What of a sheet is there only to be looked at. Apart from the structure, so that moving a node re-analyses nothing. A
 * node without a place is laid out when shown.
 *
 * @param positions node id to the place of its top left corner
 * @param colors node id to the name of the colour that somebody gave it
 * @param bends the points that a wire runs through, by {@link Edge#ends}; wires that run straight are left out
 * @param notes texts and frames, those behind first
 */
public record Layout(
        Map<String, Point> positions, Map<String, String> colors, Map<Edge, List<Point>> bends, List<Note> notes) {
    public static final Layout EMPTY = new Layout(Map.of());

    public Layout {
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
        colors = colors.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(colors));
        bends = bends.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(bends));
        notes = List.copyOf(notes);
    }

    public Layout(Map<String, Point> positions) {
        this(positions, Map.of(), Map.of(), List.of());
    }

    public Optional<Point> of(String id) {
        return Optional.ofNullable(positions.get(id));
    }

    public Optional<String> color(String id) {
        return Optional.ofNullable(colors.get(id));
    }

    /** The points that a wire runs through, from its start to its end. */
    public List<Point> bends(Edge edge) {
        return bends.isEmpty() ? List.of() : bends.getOrDefault(edge.ends(), List.of());
    }

    public Layout with(Map<String, Point> moved) {
        Map<String, Point> changed = new LinkedHashMap<>(positions);
        changed.putAll(moved);
        return new Layout(changed, colors, bends, notes);
    }

    /** The same with a node's colour; without one where that is absent. */
    public Layout withColor(String id, Optional<String> color) {
        Map<String, String> changed = new LinkedHashMap<>(colors);
        color.ifPresentOrElse(name -> changed.put(id, name), () -> changed.remove(id));
        return new Layout(positions, changed, bends, notes);
    }

    /** The same with a wire that runs through these points. */
    public Layout withBends(Edge edge, List<Point> points) {
        Map<Edge, List<Point>> changed = new LinkedHashMap<>(bends);
        if (points.isEmpty()) {
            changed.remove(edge.ends());
        } else {
            changed.put(edge.ends(), List.copyOf(points));
        }
        return new Layout(positions, colors, changed, notes);
    }

    public Layout withNotes(List<Note> changed) {
        return new Layout(positions, colors, bends, changed);
    }

    /** What is about these nodes, and about wires between two of them; no notes. */
    public Layout part(Set<String> ids) {
        Map<String, Point> places = new LinkedHashMap<>(positions);
        places.keySet().retainAll(ids);
        Map<String, String> tags = new LinkedHashMap<>(colors);
        tags.keySet().retainAll(ids);
        Map<Edge, List<Point>> wires = new LinkedHashMap<>(bends);
        wires.keySet()
                .removeIf(edge -> !ids.contains(edge.from().node())
                        || !ids.contains(edge.to().node()));
        return new Layout(places, tags, wires, List.of());
    }

    /** All but what is about these nodes. */
    public Layout without(Set<String> ids) {
        Map<String, Point> places = new LinkedHashMap<>(positions);
        places.keySet().removeAll(ids);
        Map<String, String> tags = new LinkedHashMap<>(colors);
        tags.keySet().removeAll(ids);
        Map<Edge, List<Point>> wires = new LinkedHashMap<>(bends);
        wires.keySet()
                .removeIf(edge -> ids.contains(edge.from().node())
                        || ids.contains(edge.to().node()));
        return new Layout(places, tags, wires, notes);
    }

    /** Everything of both; where both say something, the other. */
    public Layout plus(Layout other) {
        Map<String, String> tags = new LinkedHashMap<>(colors);
        tags.putAll(other.colors);
        Map<Edge, List<Point>> wires = new LinkedHashMap<>(bends);
        wires.putAll(other.bends);
        List<Note> both = new ArrayList<>(notes);
        both.addAll(other.notes);
        return new Layout(with(other.positions).positions, tags, wires, both);
    }

    public Layout moved(double dx, double dy) {
        Map<String, Point> places = new LinkedHashMap<>();
        positions.forEach((id, place) -> places.put(id, place.plus(dx, dy)));
        Map<Edge, List<Point>> wires = new LinkedHashMap<>();
        bends.forEach((edge, points) ->
                wires.put(edge, points.stream().map(point -> point.plus(dx, dy)).toList()));
        return new Layout(
                places,
                colors,
                wires,
                notes.stream().map(note -> note.movedBy(dx, dy)).toList());
    }

    /** The same where nodes have other ids; ids that the function leaves alone stay. */
    public Layout renamed(UnaryOperator<String> names) {
        Map<String, Point> places = new LinkedHashMap<>();
        positions.forEach((id, place) -> places.put(names.apply(id), place));
        Map<String, String> tags = new LinkedHashMap<>();
        colors.forEach((id, color) -> tags.put(names.apply(id), color));
        Map<Edge, List<Point>> wires = new LinkedHashMap<>();
        bends.forEach((edge, points) -> wires.put(
                new Edge(
                        new Endpoint(
                                names.apply(edge.from().node()), edge.from().port()),
                        new Endpoint(names.apply(edge.to().node()), edge.to().port())),
                points));
        return new Layout(places, tags, wires, notes);
    }

    /** The same where the wires of these nodes run straight. */
    public Layout unbent(Set<String> ids) {
        Map<Edge, List<Point>> wires = new LinkedHashMap<>(bends);
        wires.keySet()
                .removeIf(ends -> ids.contains(ends.from().node())
                        || ids.contains(ends.to().node()));
        return new Layout(positions, colors, wires, notes);
    }

    /** The same where no node has a place: all are laid out when shown. */
    public Layout unplaced() {
        return new Layout(Map.of(), colors, Map.of(), notes);
    }

    /** The same without the bends of wires that a graph does not have. */
    Layout forWiresOf(Graph graph) {
        if (bends.isEmpty()) {
            return this;
        }
        Map<Edge, List<Point>> wires = new LinkedHashMap<>(bends);
        wires.keySet()
                .removeIf(ends -> graph.incoming(ends.to().node()).stream()
                        .noneMatch(edge -> edge.ends().equals(ends)));
        return wires.size() == bends.size() ? this : new Layout(positions, colors, wires, notes);
    }
}
