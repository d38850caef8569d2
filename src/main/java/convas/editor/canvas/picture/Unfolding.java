package convas.editor.canvas.picture;

import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.graph.Design;
import convas.graph.Flow;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.View;
import convas.operator.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows the bodies of modules in place, those that the design's view says, within each other to any depth. */
final class Unfolding {
    /** Makes a node's card, or a frame where it is to be larger than one. */
    interface Cards {
        NodeShape card(OpenSheet open, Node node, Bounds frame);
    }

    /** A body that is laid out, from its own corner. */
    record Body(Inside inside, Bounds bounds, Rim rim) {}

    private final Design design;
    private final Catalog catalog;
    private final Findings findings;
    private final TextRuler ruler;
    private final Function<OpenSheet, Layout> places;

    /** @param places where the nodes of a body stand that it gives no place; some may be missing for a while */
    Unfolding(Design design, Catalog catalog, Findings findings, TextRuler ruler, Function<OpenSheet, Layout> places) {
        this.design = design;
        this.catalog = catalog;
        this.findings = findings;
        this.ruler = ruler;
        this.places = places;
    }

    /** The body of a node; absent where it is not to be shown in place, or is still being laid out. */
    Optional<Body> body(OpenSheet open, String id, Cards cards) {
        View view = design.view();
        if (view.expanded().isEmpty() || !view.expanded().contains(open.place().path(id))) {
            return Optional.empty();
        }
        return open.into(id, design, catalog).flatMap(inner -> laidOut(inner, cards));
    }

    private Optional<Body> laidOut(OpenSheet inner, Cards cards) {
        Layout automatic = places.apply(inner);
        List<Node> nodes = inner.sheet().graph().nodes();
        Map<String, Point> standing = new LinkedHashMap<>();
        for (Node node : nodes) {
            inner.sheet()
                    .layout()
                    .of(node.id())
                    .or(() -> automatic.of(node.id()))
                    .ifPresent(place -> standing.put(node.id(), place));
        }
        if (nodes.isEmpty() || standing.size() < nodes.size()) {
            return Optional.empty();
        }
        Map<String, Body> deeper = new LinkedHashMap<>();
        nodes.forEach(node -> body(inner, node.id(), cards).ifPresent(body -> deeper.put(node.id(), body)));
        Layout layout = roomy(inner.sheet().layout().with(standing), deeper);
        List<NodeShape> own = new ArrayList<>();
        for (Node node : nodes) {
            Body body = deeper.get(node.id());
            NodeShape card = cards.card(inner, node, frame(layout.of(node.id()).orElseThrow(), body));
            own.add(body == null ? card : aligned(card, body));
        }
        Flow flow = design.view().flow();
        Rim rim = new Rim(own, inner.body().orElseThrow(), inner.sheet().graph().edges(), flow);
        List<EdgeShape> wires = new ArrayList<>(
                new Wiring(own, Optional.of(rim.shape()), rim.room(), findings, inner.place(), ruler, flow, layout)
                        .wires(rim.edges(), Picture.EMPTY));
        Bounds bounds = rim.bounds(wires);
        List<NodeShape> all = new ArrayList<>(own);
        Map<String, String> colors = new LinkedHashMap<>(layout.colors());
        for (NodeShape card : own) {
            Body body = deeper.get(card.id());
            if (body != null) {
                Inside inside = in(card, body);
                all.addAll(inside.cards());
                wires.addAll(inside.wires());
                colors.putAll(inside.colors());
            }
        }
        return Optional.of(new Body(new Inside(all, wires, colors), bounds, rim));
    }

    /** A layout of cards, with room for those that are frames. */
    Layout roomy(Layout cards, Map<String, Body> bodies) {
        Map<Bounds, Bounds> grown = new LinkedHashMap<>();
        for (Map.Entry<String, Body> body : bodies.entrySet()) {
            Optional<Point> place = cards.of(body.getKey());
            if (place.isPresent()) {
                Bounds card = Bounds.at(place.get().x(), place.get().y(), NodeShape.WIDTH, NodeShape.HEIGHT);
                grown.put(card, frame(place.get(), body.getValue()));
            }
        }
        return grown.isEmpty() ? cards : Room.made(cards, grown);
    }

    /** Where a node is: a card's size, or a frame's. */
    Bounds frame(Point place, Body body) {
        return body == null
                ? Bounds.at(place.x(), place.y(), NodeShape.WIDTH, NodeShape.HEIGHT)
                : Inside.frame(
                        place.x(), place.y(), body.bounds(), design.view().flow());
    }

    /** A frame with its ports where its body takes and gives its tensors. */
    NodeShape aligned(NodeShape frame, Body body) {
        return body.rim()
                .aligned(frame, Inside.shift(frame, body.bounds(), design.view().flow()));
    }

    /** A body in its frame. */
    Inside in(NodeShape frame, Body body) {
        return body.inside().in(frame, body.bounds(), design.view().flow());
    }
}
