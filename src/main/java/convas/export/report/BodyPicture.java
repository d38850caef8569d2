package convas.export.report;

import convas.export.report.LayeredPlacement.Link;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.operator.Catalog;
import convas.operator.Module;
import convas.operator.NodeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A module's body, or a design, as an SVG: its inputs above, its nodes in rows below each other, its outputs at the foot.
 * Boxes show id and type in the category's colour, and where it is known the node's share of something; nodes and wires that stand under a condition are dashed, and a wire that ends at one
 * of several ports bears the port's number.
 */
final class BodyPicture {
    private static final int PITCH = 76;
    private static final int HEIGHT = 42;
    private static final int MARGIN = 16;
    private static final int PORT_GAP = 22;

    private final String title;
    private final Catalog catalog;
    private final ToDoubleFunction<String> shares;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private LayeredPlacement places;

    /**
     * @param subtitle the type; empty for an end of the body
     * @param share 0 to 1; not a number where there is none to show
     */
    private record Box(String title, String subtitle, String colour, boolean dashed, double share) {
        static Box end(String title) {
            return new Box(title, "", CategoryInk.END, false, Double.NaN);
        }

        boolean isEnd() {
            return subtitle.isEmpty();
        }

        double width() {
            double letters = Math.max(title.length() * 7.9, subtitle.length() * 6.5);
            return Math.max(isEnd() ? 64 : 112, 2 * Math.rint(letters / 2 + 12));
        }
    }

    private record Wire(int from, int to, int fromPort, int toPort, boolean dashed) {}

    BodyPicture(Module module, Catalog catalog) {
        this(module.body().type(), catalog, id -> Double.NaN);
        ModuleBody body = module.body();
        Map<String, Integer> byId = new LinkedHashMap<>();
        body.inputs().forEach(input -> byId.put(input, add(Box.end(input))));
        describe(body.sheet().graph(), byId);
        body.outputs().forEach((name, from) -> connect(from, add(Box.end(name)), 0, false, byId));
        place();
    }

    /** @param shares by node id, 0 to 1; not a number where there is none to show */
    BodyPicture(Design design, Catalog catalog, ToDoubleFunction<String> shares) {
        this(design.name(), catalog, shares);
        describe(design.graph(), new LinkedHashMap<>());
        place();
    }

    private BodyPicture(String title, Catalog catalog, ToDoubleFunction<String> shares) {
        this.title = title;
        this.catalog = catalog;
        this.shares = shares;
    }

    private void place() {
        places = new LayeredPlacement(
                boxes.stream().map(Box::width).toList(),
                wires.stream().map(wire -> new Link(wire.from, wire.to)).toList());
    }

    private void describe(Graph graph, Map<String, Integer> byId) {
        for (Node node : graph.nodes()) {
            String colour = CategoryInk.of(
                    catalog.find(node.type()).map(NodeType::category).orElse(""));
            String times = node.repeat().map(count -> " × " + count.display()).orElse("");
            double share = shares.applyAsDouble(node.id());
            String part = Double.isNaN(share) ? "" : String.format(Locale.ROOT, ": %.1f %%", 100 * share);
            Box box = new Box(
                    node.id(), node.type() + times + part, colour, node.when().isPresent(), share);
            byId.put(node.id(), add(box));
        }
        for (Edge edge : graph.edges()) {
            boolean conditional = edge.extras().containsKey("when");
            connect(edge.from(), byId.get(edge.to().node()), edge.to().port(), conditional, byId);
        }
    }

    private int add(Box box) {
        boxes.add(box);
        return boxes.size() - 1;
    }

    private void connect(Endpoint from, int to, int port, boolean conditional, Map<String, Integer> byId) {
        int source = byId.get(from.node());
        boolean dashed = conditional || boxes.get(source).dashed || boxes.get(to).dashed;
        wires.add(new Wire(source, to, from.port(), port, dashed));
    }

    /** The whole file. */
    String svg() {
        long width = Math.round(places.width()) + 2 * MARGIN;
        int height = (places.rows() - 1) * PITCH + HEIGHT + 2 * MARGIN;
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"",
                width,
                height,
                width,
                height));
        out.append(" font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\" text-anchor=\"middle\">\n");
        out.append("<title>").append(escape(title)).append("</title>\n");
        out.append("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
                + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#6e7781\"/></marker></defs>\n");
        out.append(String.format(
                Locale.ROOT, "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#ffffff\"/>\n", width, height));
        for (int wire = 0; wire < wires.size(); wire++) {
            wire(wire, out);
        }
        for (int box = 0; box < boxes.size(); box++) {
            box(box, out);
        }
        return out.append("</svg>\n").toString();
    }

    private void box(int index, StringBuilder out) {
        Box box = boxes.get(index);
        long width = Math.round(box.width());
        long left = x(index) - width / 2;
        int top = top(index);
        String dashes = box.dashed ? " stroke-dasharray=\"5 3\"" : "";
        if (box.isEnd()) {
            out.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"26\" rx=\"13\" fill=\"#eaeef2\" stroke=\"%s\"/>\n",
                    left,
                    top + 8,
                    width,
                    box.colour));
            text(x(index), top + 25, 13, "#24292f", box.title, out);
            return;
        }
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#f6f8fa\" stroke=\"%s\"%s/>\n",
                left,
                top,
                width,
                HEIGHT,
                box.colour,
                dashes));
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"5\" height=\"%d\" fill=\"%s\"/>\n",
                left,
                top + 6,
                HEIGHT - 12,
                box.colour));
        if (!Double.isNaN(box.share)) {
            out.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"4\" fill=\"#cf222e\"/>\n",
                    left,
                    top + HEIGHT,
                    Math.round(width * box.share)));
        }
        text(x(index), top + 18, 13, "#24292f", box.title, out);
        text(x(index), top + 34, 11, box.colour, box.subtitle, out);
    }

    private static void text(long x, int y, int size, String colour, String words, StringBuilder out) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\">%s</text>\n",
                x,
                y,
                size,
                colour,
                escape(words)));
    }

    private void wire(int index, StringBuilder out) {
        Wire wire = wires.get(index);
        List<Double> bends = places.bends(index);
        long x = x(wire.from) + shift(wire, false);
        int y = bottom(wire.from);
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%d %d", x, y));
        for (int bend = 0; bend < bends.size(); bend++) {
            long at = Math.round(bends.get(bend)) + MARGIN;
            int top = MARGIN + (places.row(wire.from) + 1 + bend) * PITCH;
            path.append(curve(x, y, at, top)).append(String.format(Locale.ROOT, "V%d", top + HEIGHT));
            x = at;
            y = top + HEIGHT;
        }
        long end = x(wire.to) + shift(wire, true);
        path.append(curve(x, y, end, inlet(wire.to)));
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"none\" stroke=\"#6e7781\" stroke-width=\"1.5\"%s marker-end=\"url(#tip)\"/>\n",
                path,
                wire.dashed ? " stroke-dasharray=\"5 3\"" : ""));
        if (siblings(wire, true).size() > 1) {
            text(
                    end + (end < x(wire.to) ? -9 : 9),
                    inlet(wire.to) - 3,
                    10,
                    "#57606a",
                    Integer.toString(wire.toPort),
                    out);
        }
        if (siblings(wire, false).stream().anyMatch(other -> wires.get(other).fromPort != wire.fromPort)) {
            text(
                    x(wire.from) + shift(wire, false) + 8,
                    bottom(wire.from) + 11,
                    10,
                    "#57606a",
                    Integer.toString(wire.fromPort),
                    out);
        }
    }

    private static String curve(long x, int y, long toX, int toY) {
        int middle = (y + toY) / 2;
        return x == toX
                ? String.format(Locale.ROOT, "V%d", toY)
                : String.format(Locale.ROOT, "C%d %d %d %d %d %d", x, middle, toX, middle, toX, toY);
    }

    /** The wires that share a wire's end, or its start. */
    private List<Integer> siblings(Wire wire, boolean end) {
        return IntStream.range(0, wires.size())
                .filter(other -> end ? wires.get(other).to == wire.to : wires.get(other).from == wire.from)
                .boxed()
                .toList();
    }

    /** How far from a box's middle a wire ends or starts: side by side in the order in which the wires come, or by port. */
    private long shift(Wire wire, boolean end) {
        List<Integer> siblings = siblings(wire, end);
        if (end) {
            List<Wire> ordered = siblings.stream()
                    .sorted(Comparator.comparingDouble(this::arrival))
                    .map(wires::get)
                    .toList();
            return Math.round((ordered.indexOf(wire) - (ordered.size() - 1) / 2.0) * PORT_GAP);
        }
        List<Integer> ports = siblings.stream()
                .map(other -> wires.get(other).fromPort)
                .distinct()
                .sorted()
                .toList();
        return Math.round((ports.indexOf(wire.fromPort) - (ports.size() - 1) / 2.0) * PORT_GAP);
    }

    /** Where a wire comes from in the row above its end. */
    private double arrival(int index) {
        List<Double> bends = places.bends(index);
        return bends.isEmpty() ? places.centre(wires.get(index).from) : bends.get(bends.size() - 1);
    }

    private long x(int box) {
        return Math.round(places.centre(box)) + MARGIN;
    }

    private int top(int box) {
        return MARGIN + places.row(box) * PITCH;
    }

    private int inlet(int box) {
        return boxes.get(box).isEnd() ? top(box) + 8 : top(box);
    }

    private int bottom(int box) {
        return boxes.get(box).isEnd() ? top(box) + 34 : top(box) + HEIGHT;
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
