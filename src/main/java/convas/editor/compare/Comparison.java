package convas.editor.compare;

import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.graph.Design;
import convas.graph.DesignDiff;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.operator.Cost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What differs between two designs. Nodes are matched by path: a renamed node is one removed and one added. Where nodes
 * stand makes no difference. Looks into the modules that either design brings along itself, at each place where they are
 * used; what is in a library is the same for both.
 *
 * @param differences what is written for the whole design, then nodes in the order of the sheets, each before what is
 *     inside it
 */
public record Comparison(List<Difference> differences, Totals before, Totals after) {
    /** The length of a way into modules that use themselves, which is an error of the design, not of this. */
    private static final int DEEPEST = 32;

    public static final Comparison NONE =
            new Comparison(List.of(), Totals.of(Optional.empty()), Totals.of(Optional.empty()));

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Compares; takes a while for large designs. */
    public static Comparison of(Version before, Version after) {
        List<Difference> found = new ArrayList<>();
        List<Alteration> design = design(before.design(), after.design());
        if (!design.isEmpty()) {
            found.add(new Difference("", Kind.CHANGED, "", design, Optional.empty(), Optional.empty()));
        }
        new Search(before, after, found).sheets(before.sheet(Place.DESIGN), after.sheet(Place.DESIGN));
        return new Comparison(found, Totals.of(before.analysis()), Totals.of(after.analysis()));
    }

    /** Every node's kind on one sheet, by id. */
    public Map<String, Kind> on(Place place) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        String prefix = place.prefix();
        for (Difference difference : differences) {
            String path = difference.path();
            if (!path.isEmpty() && path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0) {
                kinds.put(path.substring(prefix.length()), difference.kind());
            }
        }
        return kinds;
    }

    private static List<Alteration> design(Design before, Design after) {
        List<Alteration> altered = new ArrayList<>();
        Alterations.value(altered, "name", before.name(), after.name());
        Alterations.map(
                altered,
                "variable ",
                before.variables(),
                after.variables(),
                it -> it.value().display());
        Alterations.map(altered, "let ", before.let(), after.let(), it -> it.display());
        Alterations.map(altered, "training ", before.training(), after.training(), it -> it.display());
        return altered;
    }

    /** Goes through both designs at once. */
    private record Search(Version before, Version after, List<Difference> found, Map<String, Boolean> sameBodies) {
        Search(Version before, Version after, List<Difference> found) {
            this(before, after, found, new HashMap<>());
        }

        void sheets(OpenSheet old, OpenSheet now) {
            DesignDiff diff = DesignDiff.between(old.sheet(), now.sheet());
            Set<String> rewired = new LinkedHashSet<>();
            diff.addedEdges().forEach(edge -> rewired.add(edge.to().node()));
            diff.removedEdges().forEach(edge -> rewired.add(edge.to().node()));
            for (String id : inOrder(old.sheet().graph(), now.sheet().graph())) {
                Optional<Node> was = old.sheet().graph().node(id);
                Optional<Node> is = now.sheet().graph().node(id);
                String path = now.place().path(id);
                if (was.isEmpty()) {
                    alone(path, Kind.ADDED, is.orElseThrow(), Optional.of(Cost.ZERO), after.cost(path));
                } else if (is.isEmpty()) {
                    alone(path, Kind.REMOVED, was.get(), before.cost(path), Optional.of(Cost.ZERO));
                } else {
                    boolean wires = rewired.contains(id);
                    both(old, now, was.get(), is.get(), wires ? wires(old, now, id) : List.of());
                }
            }
        }

        private void alone(String path, Kind kind, Node node, Optional<Cost> cost, Optional<Cost> other) {
            found.add(new Difference(path, kind, node.type(), List.of(), cost, other));
        }

        private void both(OpenSheet old, OpenSheet now, Node was, Node is, List<Alteration> wires) {
            String path = now.place().path(is.id());
            List<Alteration> altered = new ArrayList<>(Alterations.of(was, is));
            List<Difference> inside = inside(old, now, was, is, altered);
            boolean changed = !altered.isEmpty() || !inside.isEmpty();
            altered.addAll(wires);
            Optional<Cost> cost = before.cost(path);
            Optional<Cost> other = after.cost(path);
            Optional<String> shape = before.report(path).map(Alterations::shapes);
            Optional<String> otherShape = after.report(path).map(Alterations::shapes);
            boolean follows = shape.isPresent() && otherShape.isPresent() && !shape.equals(otherShape);
            if (follows) {
                altered.add(new Alteration("output", shape, otherShape));
            }
            follows |= cost.isPresent() && other.isPresent() && !cost.equals(other);
            if (changed || !wires.isEmpty() || follows) {
                Kind kind = changed ? Kind.CHANGED : wires.isEmpty() ? Kind.FOLLOWS : Kind.REWIRED;
                found.add(new Difference(path, kind, is.type(), altered, cost, other));
            }
            found.addAll(inside);
        }

        /** What differs in the body of a module that one of the designs brings along. */
        private List<Difference> inside(OpenSheet old, OpenSheet now, Node was, Node is, List<Alteration> altered) {
            String type = is.type();
            if (!was.type().equals(type) || sameBody(type) || now.place().depth() >= DEEPEST) {
                return List.of();
            }
            Optional<OpenSheet> oldBody = old.into(was.id(), before.design(), before.catalog());
            Optional<OpenSheet> newBody = now.into(is.id(), after.design(), after.catalog());
            if (oldBody.isEmpty()
                    || newBody.isEmpty()
                    || !oldBody.get().place().equals(newBody.get().place())) {
                return List.of();
            }
            oldBody.get()
                    .body()
                    .ifPresent(body -> altered.addAll(
                            Alterations.of(body, newBody.get().body().orElse(body))));
            List<Difference> inside = new ArrayList<>();
            new Search(before, after, inside, sameBodies).sheets(oldBody.get(), newBody.get());
            return inside;
        }

        private boolean sameBody(String type) {
            return sameBodies.computeIfAbsent(type, key -> {
                ModuleBody old = before.design().modules().get(key);
                ModuleBody now = after.design().modules().get(key);
                // Modules used inside may differ where this one does not.
                return old == null && now == null;
            });
        }

        private static List<Alteration> wires(OpenSheet old, OpenSheet now, String id) {
            Map<String, String> before = sources(old.sheet().graph(), id);
            Map<String, String> after = sources(now.sheet().graph(), id);
            List<Alteration> altered = new ArrayList<>();
            Alterations.map(altered, "input ", before, after, Function.identity());
            return altered;
        }

        private static Map<String, String> sources(Graph graph, String id) {
            Map<String, String> sources = new LinkedHashMap<>();
            for (Edge edge : graph.incoming(id)) {
                sources.merge(
                        Integer.toString(edge.to().port()), edge.from().toString(), (one, more) -> one + ", " + more);
            }
            return sources;
        }

        /** The ids of both: those of the second in their order, and each that only the first has where it stood there. */
        private static List<String> inOrder(Graph old, Graph now) {
            Set<String> ids = new LinkedHashSet<>();
            List<String> gone = new ArrayList<>();
            Map<String, List<String>> goneBefore = new HashMap<>();
            for (String id : old.ids()) {
                if (now.node(id).isEmpty()) {
                    gone.add(id);
                } else {
                    goneBefore.put(id, List.copyOf(gone));
                    gone.clear();
                }
            }
            for (String id : now.ids()) {
                ids.addAll(goneBefore.getOrDefault(id, List.of()));
                ids.add(id);
            }
            ids.addAll(gone);
            return List.copyOf(ids);
        }
    }
}
