package convas.editor.canvas.layout;

import convas.graph.Flow;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Spreads nodes over a sheet: what hangs together in rows, and between two rows as much room as their wires need. Parts
 * that hang together by no wire stand beside and below each other.
 */
final class Spread {
    /** Of a screen: how wide beside its height. */
    private static final double SHAPE = 1.8;
    /** Between two rows with one wire. */
    private static final double BETWEEN_ROWS = 44;

    private static final double BETWEEN_LANES = 10;
    /** More nodes in a row than this are put one below the other, layer by layer, without looking for crossings. */
    private static final int MOST_IN_ROW = 1500;

    private final Point[] sizes;
    private final List<Wire> wires;
    private final Flow flow;
    private final BooleanSupplier cancelled;
    private final Point[] places;

    Spread(List<Point> sizes, List<Wire> wires, Flow flow, BooleanSupplier cancelled) {
        this.sizes = sizes.toArray(new Point[0]);
        this.wires = wires;
        this.flow = flow;
        this.cancelled = cancelled;
        this.places = new Point[sizes.size()];
    }

    /** The places of all nodes by number, the leftmost and the uppermost at 0. */
    Point[] places() {
        List<Part> parts = parts();
        double area = 0;
        double widest = 0;
        for (Part part : parts) {
            part.size = inRows(part);
            area += (part.size.x() + betweenParts(true)) * (part.size.y() + betweenParts(false));
            widest = Math.max(widest, part.size.x());
        }
        double width = Math.max(widest, Math.sqrt(SHAPE * area));
        double x = 0;
        double y = 0;
        double shelf = 0;
        for (Part part : parts) {
            if (x > 0 && x + part.size.x() > width) {
                y += shelf + betweenParts(false);
                x = 0;
                shelf = 0;
            }
            for (int node : part.nodes) {
                places[node] = places[node].plus(x, y);
            }
            x += part.size.x() + betweenParts(true);
            shelf = Math.max(shelf, part.size.y());
        }
        return places;
    }

    private static double betweenParts(boolean beside) {
        return beside ? 60 : BETWEEN_ROWS;
    }

    private double along(Point point) {
        return flow == Flow.DOWN ? point.y() : point.x();
    }

    private double across(Point point) {
        return flow == Flow.DOWN ? point.x() : point.y();
    }

    private Point point(double along, double across) {
        return flow == Flow.DOWN ? new Point(across, along) : new Point(along, across);
    }

    /** What hangs together by wires. */
    private static final class Part {
        private final List<Integer> nodes = new ArrayList<>();
        private final List<Wire> wires = new ArrayList<>();
        private Point size = new Point(0, 0);
    }

    private List<Part> parts() {
        int[] root = new int[sizes.length];
        Arrays.setAll(root, node -> node);
        for (Wire wire : wires) {
            root[find(root, wire.to())] = find(root, wire.from());
        }
        Map<Integer, Part> parts = new HashMap<>();
        List<Part> inOrder = new ArrayList<>();
        for (int node = 0; node < sizes.length; node++) {
            parts.computeIfAbsent(find(root, node), key -> {
                        inOrder.add(new Part());
                        return inOrder.get(inOrder.size() - 1);
                    })
                    .nodes
                    .add(node);
        }
        wires.forEach(wire -> parts.get(find(root, wire.from())).wires.add(wire));
        return inOrder;
    }

    private static int find(int[] root, int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    private Point inRows(Part part) {
        Map<Integer, Integer> local = new HashMap<>();
        part.nodes.forEach(node -> local.put(node, local.size()));
        Layers layers = Layers.of(
                part.nodes.size(),
                part.wires.stream()
                        .map(wire -> new int[] {local.get(wire.from()), local.get(wire.to())})
                        .toList());
        int[] layer = new int[sizes.length];
        part.nodes.forEach(node -> layer[node] = layers.of()[local.get(node)]);
        Rows rows = rows(part, layers.count(), layer);
        List<List<Integer>> nodes = new ArrayList<>();
        List<List<Wire>> inner = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            nodes.add(new ArrayList<>());
            inner.add(new ArrayList<>());
        }
        part.nodes.forEach(node -> nodes.get(rows.of(layer[node])).add(node));
        int[] lanes = new int[rows.count()];
        for (Wire wire : part.wires) {
            int from = rows.of(layer[wire.from()]);
            int to = rows.of(layer[wire.to()]);
            if (from == to) {
                inner.get(from).add(wire);
            } else {
                lanes[from]++;
                lanes[Math.max(0, to - 1)] += to - 1 == from ? 0 : 1;
            }
        }
        double longest = 0;
        double at = 0;
        for (int row = 0; row < rows.count(); row++) {
            Point size = place(nodes.get(row), inner.get(row), layer);
            for (int node : nodes.get(row)) {
                places[node] = places[node].plus(point(0, at).x(), point(0, at).y());
            }
            longest = Math.max(longest, along(size));
            at += across(size);
            if (row + 1 < rows.count()) {
                int count = lanes[row] + nested(inner.get(row), layer);
                at += BETWEEN_ROWS + BETWEEN_LANES * Math.max(0, count - 1);
            }
        }
        return point(longest, at);
    }

    private Rows rows(Part part, int count, int[] layer) {
        double[] lengths = new double[count];
        double[] heights = new double[count];
        for (int node : part.nodes) {
            int at = layer[node];
            lengths[at] = Math.max(lengths[at], along(sizes[node]) + AutoLayout.betweenLayers(flow));
            heights[at] += across(sizes[node]) + AutoLayout.BETWEEN_NODES;
        }
        double[] broken = new double[count];
        Map<String, int[]> last = new HashMap<>();
        double[] passing = new double[count + 1];
        for (Wire wire : part.wires) {
            int from = Math.min(layer[wire.from()], layer[wire.to()]);
            int to = Math.max(layer[wire.from()], layer[wire.to()]);
            add(broken, from, to, 1);
            add(passing, Math.min(from + 1, to), to, BETWEEN_LANES);
            int[] reach = last.computeIfAbsent(wire.from() + " " + wire.start().port(), key -> new int[] {from, from});
            reach[0] = Math.min(reach[0], from);
            reach[1] = Math.max(reach[1], to);
        }
        last.values().forEach(reach -> add(broken, reach[0], reach[1], 1000));
        for (int at = 0; at < count; at++) {
            broken[at] += at == 0 ? 0 : broken[at - 1];
            passing[at] += at == 0 ? 0 : passing[at - 1];
            heights[at] += passing[at];
        }
        return Rows.of(lengths, heights, broken, flow == Flow.DOWN ? 1 / SHAPE : SHAPE);
    }

    /** Differences from layer to layer: added up, what leads over each layer's end. */
    private static void add(double[] broken, int from, int to, double much) {
        broken[from] += much;
        if (to < broken.length) {
            broken[to] -= much;
        }
    }

    /** How many wires run beside each other past the cards of a row. */
    private static int nested(List<Wire> inner, int[] layer) {
        Map<Integer, Integer> change = new TreeMap<>();
        for (Wire wire : inner) {
            if (layer[wire.to()] - layer[wire.from()] > 1) {
                change.merge(layer[wire.from()], 1, Integer::sum);
                change.merge(layer[wire.to()], -1, Integer::sum);
            }
        }
        int now = 0;
        int most = 0;
        for (int step : change.values()) {
            now += step;
            most = Math.max(most, now);
        }
        return most;
    }

    /** Places a row at its own corner, and tells its size. */
    private Point place(List<Integer> row, List<Wire> inner, int[] layer) {
        if (row.size() <= MOST_IN_ROW) {
            LayeredRow.place(row, sizes, inner, layer, flow, cancelled, places);
            new Spine(sizes, places, flow).straighten(row, inner, layer);
        } else {
            stack(row, layer);
        }
        double width = 0;
        double height = 0;
        for (int node : row) {
            width = Math.max(width, places[node].x() + sizes[node].x());
            height = Math.max(height, places[node].y() + sizes[node].y());
        }
        return new Point(width, height);
    }

    private void stack(List<Integer> row, int[] layer) {
        Map<Integer, Double> lengths = new TreeMap<>();
        row.forEach(node -> lengths.merge(layer[node], along(sizes[node]), Math::max));
        Map<Integer, Double> starts = new HashMap<>();
        double at = 0;
        for (Map.Entry<Integer, Double> length : lengths.entrySet()) {
            starts.put(length.getKey(), at);
            at += length.getValue() + AutoLayout.betweenLayers(flow);
        }
        Map<Integer, Double> used = new HashMap<>();
        for (int node : row) {
            double across = used.getOrDefault(layer[node], 0.0);
            places[node] = point(starts.get(layer[node]), across);
            used.put(layer[node], across + across(sizes[node]) + AutoLayout.BETWEEN_NODES);
        }
    }
}
