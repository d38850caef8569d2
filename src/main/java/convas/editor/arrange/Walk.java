package convas.editor.arrange;

import convas.editor.canvas.picture.Bounds;
import convas.graph.Edge;
import convas.graph.Flow;
import convas.graph.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which card comes next when one walks from card to card. Along the flow a wire leads there, where there is one; else
 * the nearest card in that direction.
 *
 * @param cards where cards stand, by id
 */
public record Walk(Graph graph, Flow flow, Map<String, Bounds> cards) {
    /** Which way one walks. */
    public enum Way {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int x;
        private final int y;

        Way(int x, int y) {
            this.x = x;
            this.y = y;
        }
    }

    /** How much farther a card beside the way counts than one on it. */
    private static final double ASIDE = 3;

    /** The next card; absent where there is none that way. */
    public Optional<String> next(String from, Way way) {
        Bounds here = cards.get(from);
        if (here == null) {
            return Optional.empty();
        }
        Way forward = flow == Flow.DOWN ? Way.DOWN : Way.RIGHT;
        Way back = flow == Flow.DOWN ? Way.UP : Way.LEFT;
        List<String> wired = new ArrayList<>();
        if (way == forward) {
            graph.outgoing(from).stream().map(edge -> edge.to().node()).forEach(wired::add);
        } else if (way == back) {
            graph.incoming(from).stream().map(edge -> edge.from().node()).forEach(wired::add);
        }
        wired.retainAll(cards.keySet());
        return wired.isEmpty() ? nearest(here, from, way) : wired.stream().min(byDistance(here));
    }

    /** The card nearest to a place. */
    public Optional<String> nearest(double x, double y) {
        return cards.keySet().stream().min(byDistance(new Bounds(x, y, x, y)));
    }

    /** The wires of a node, those that leave it first. */
    public List<Edge> wires(String id) {
        List<Edge> wires = new ArrayList<>(graph.outgoing(id));
        wires.addAll(graph.incoming(id));
        return wires;
    }

    private Optional<String> nearest(Bounds here, String from, Way way) {
        String best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, Bounds> card : cards.entrySet()) {
            double dx = card.getValue().centerX() - here.centerX();
            double dy = card.getValue().centerY() - here.centerY();
            double along = dx * way.x + dy * way.y;
            double aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
            if (along > 1 && along + ASIDE * aside < least && !card.getKey().equals(from)) {
                least = along + ASIDE * aside;
                best = card.getKey();
            }
        }
        return Optional.ofNullable(best);
    }

    private Comparator<String> byDistance(Bounds here) {
        return Comparator.comparingDouble(id -> Math.hypot(
                cards.get(id).centerX() - here.centerX(), cards.get(id).centerY() - here.centerY()));
    }
}
