package convas.analysis;

import convas.analysis.Element.Chain;
import convas.analysis.Element.Failed;
import convas.analysis.Element.Placed;
import convas.analysis.Element.Share;
import convas.graph.Diagnostic;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Value;
import convas.operator.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Siblings that use one set of weights: who uses whose, and whether they fit. */
final class Sharing {
    private final Graph graph;
    private final List<Diagnostic> problems;
    private final Map<String, Node> owners = new HashMap<>();
    private final Map<String, Fault> faults = new HashMap<>();

    /** Why a node has no owner of its weights. */
    private record Fault(String key, List<String> arguments) {}

    Sharing(Graph graph, List<Diagnostic> problems) {
        this.graph = graph;
        this.problems = problems;
        for (Node node : graph.nodes()) {
            if (node.shares().isPresent()) {
                follow(node);
            }
        }
    }

    /**
     * Whose weights they are in the end, through any number of siblings, for this node and all on its way: what is known
     * of one of them holds for those before it, so each is walked past once.
     */
    private void follow(Node node) {
        Map<String, Node> way = new LinkedHashMap<>();
        Node at = node;
        while (at.shares().isPresent() && !owners.containsKey(at.id()) && !faults.containsKey(at.id())) {
            way.put(at.id(), at);
            String sibling = at.shares().get();
            Optional<Node> next = graph.node(sibling);
            if (next.isEmpty()) {
                faults.put(at.id(), new Fault("analysis.shares.absent", List.of(sibling)));
            } else if (way.containsKey(sibling)) {
                circle(sibling, way);
            } else if (!next.get().type().equals(node.type())) {
                faults.put(
                        at.id(),
                        new Fault(
                                "analysis.shares.type",
                                List.of(sibling, next.get().type(), node.type())));
            } else {
                at = next.get();
            }
        }
        Fault fault = faults.get(at.id());
        Node owner = owners.getOrDefault(at.id(), at);
        for (String id : way.keySet()) {
            Fault own = fault == null ? null : faults.computeIfAbsent(id, later -> fault);
            if (own == null) {
                owners.put(id, owner);
            } else {
                complain(way.get(id), own.key(), own.arguments().toArray());
            }
        }
    }

    /** Each node of a circle is one that shares with itself; those that lead into it meet its entrance twice. */
    private void circle(String entrance, Map<String, Node> way) {
        boolean within = false;
        for (String id : way.keySet()) {
            within |= id.equals(entrance);
            faults.put(id, new Fault("analysis.shares.cycle", List.of(within ? id : entrance)));
        }
    }

    private void complain(Node node, String key, Object... arguments) {
        problems.add(Diagnostic.error(node.id(), "shares", key, arguments));
    }

    /** A node's parameters: its owner's, where it shares, and its own, which win. */
    Map<String, Value> params(Node node) {
        Node owner = owners.get(node.id());
        if (owner == null) {
            return node.params();
        }
        Map<String, Value> params = new LinkedHashMap<>(owner.params());
        params.putAll(node.params());
        return params;
    }

    Optional<Share> share(Node node) {
        return Optional.ofNullable(owners.get(node.id()))
                .map(owner -> new Share(
                        owner.id(), owner.repeat().isPresent() && node.repeat().isPresent()));
    }

    /** Reports every use of weights that are not there or have other shapes. */
    void check(List<Placed> children) {
        Map<String, Element> byId = new LinkedHashMap<>();
        children.forEach(child -> byId.put(child.id(), child.element()));
        for (Placed child : children) {
            child.share().ifPresent(share -> {
                Node user = graph.node(child.id()).orElseThrow();
                Element owner = byId.get(share.sibling());
                if (owner == null) {
                    complain(user, "analysis.shares.leftOut", share.sibling());
                } else {
                    compare(user, child.element(), share, owner);
                }
            });
        }
    }

    private void compare(Node user, Element element, Share share, Element owner) {
        if (element instanceof Failed || owner instanceof Failed) {
            return;
        }
        List<Element> users = element instanceof Chain chain ? chain.copies() : List.of(element);
        List<Element> owned = owner instanceof Chain chain ? chain.copies() : List.of(owner);
        if (owner instanceof Chain && (!share.eachCopy() || users.size() != owned.size())) {
            complain(user, "analysis.shares.repeat", share.sibling(), owned.size());
            return;
        }
        for (int copy = 0; copy < users.size(); copy++) {
            List<String> found = shapes(users.get(copy));
            List<String> expected = shapes(owned.get(share.eachCopy() ? copy : 0));
            if (!found.equals(expected)) {
                List<String> ours = new ArrayList<>(found);
                List<String> theirs = new ArrayList<>(expected);
                ours.removeAll(expected);
                theirs.removeAll(found);
                complain(user, "analysis.shares.weights", share.sibling(), first(theirs), first(ours));
                return;
            }
        }
    }

    private static List<String> shapes(Element element) {
        return element.weights().stream().map(Sharing::shown).toList();
    }

    private static String shown(Weight weight) {
        return weight.name() + " " + weight.shape().display();
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? "–" : names.get(0);
    }
}
