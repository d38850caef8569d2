package convas.editor.canvas.layout;

import convas.graph.Flow;
import convas.graph.Point;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the nodes that everything of a row runs through in one line, as the sums of residual blocks. Otherwise each block
 * would stand a little lower than the one before, since its last node is level with one of several inputs.
 */
final class Spine {
    private final Point[] sizes;
    private final Point[] places;
    private final Flow flow;

    Spine(Point[] sizes, Point[] places, Flow flow) {
        this.sizes = sizes;
        this.places = places;
        this.flow = flow;
    }

    private double across(Point point) {
        return flow == Flow.DOWN ? point.x() : point.y();
    }

    /** Moves the nodes of a row across the flow; the least place is 0 again afterwards. */
    void straighten(List<Integer> row, List<Wire> inner, int[] layer) {
        TreeMap<Integer, Integer> spine = spine(row, inner, layer);
        if (spine.size() < 2) {
            return;
        }
        double line = middle(spine.firstEntry().getValue());
        Map<Integer, Double> shifts = new HashMap<>();
        for (int node : row) {
            Map.Entry<Integer, Integer> before = spine.floorEntry(layer[node]);
            shifts.put(node, line - middle(before == null ? spine.firstEntry().getValue() : before.getValue()));
        }
        Map<Integer, Point> moved = new HashMap<>();
        double least = Double.POSITIVE_INFINITY;
        for (int node : row) {
            Point place = places[node];
            double shift = Math.round(shifts.get(node));
            moved.put(node, flow == Flow.DOWN ? place.plus(shift, 0) : place.plus(0, shift));
            least = Math.min(least, across(moved.get(node)));
        }
        if (overlap(row, moved)) {
            return;
        }
        for (int node : row) {
            Point place = moved.get(node);
            places[node] = flow == Flow.DOWN ? place.plus(-least, 0) : place.plus(0, -least);
        }
    }

    private double middle(int node) {
        return across(places[node]) + across(sizes[node]) / 2;
    }

    /** By layer: nodes that are alone in it and that no wire passes. */
    private static TreeMap<Integer, Integer> spine(List<Integer> row, List<Wire> inner, int[] layer) {
        TreeMap<Integer, Integer> alone = new TreeMap<>();
        Set<Integer> crowded = new HashSet<>();
        for (int node : row) {
            if (alone.putIfAbsent(layer[node], node) != null) {
                crowded.add(layer[node]);
            }
        }
        crowded.forEach(alone::remove);
        TreeMap<Integer, Integer> change = new TreeMap<>();
        for (Wire wire : inner) {
            change.merge(Math.min(layer[wire.from()], layer[wire.to()]) + 1, 1, Integer::sum);
            change.merge(Math.max(layer[wire.from()], layer[wire.to()]), -1, Integer::sum);
        }
        TreeMap<Integer, Integer> passing = new TreeMap<>();
        int now = 0;
        for (Map.Entry<Integer, Integer> step : change.entrySet()) {
            now += step.getValue();
            passing.put(step.getKey(), now);
        }
        alone.keySet().removeIf(at -> {
            Map.Entry<Integer, Integer> before = passing.floorEntry(at);
            return before != null && before.getValue() > 0;
        });
        return alone;
    }

    private boolean overlap(List<Integer> row, Map<Integer, Point> moved) {
        List<Integer> sorted = row.stream()
                .sorted(Comparator.comparingDouble(node -> moved.get(node).x()))
                .toList();
        for (int at = 0; at < sorted.size(); at++) {
            Point one = moved.get(sorted.get(at));
            Point size = sizes[sorted.get(at)];
            for (int next = at + 1; next < sorted.size(); next++) {
                Point other = moved.get(sorted.get(next));
                if (other.x() >= one.x() + size.x()) {
                    break;
                }
                if (one.y() < other.y() + sizes[sorted.get(next)].y() && other.y() < one.y() + size.y()) {
                    return true;
                }
            }
        }
        return false;
    }
}
