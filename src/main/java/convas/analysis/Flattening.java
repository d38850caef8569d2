package convas.analysis;

import convas.analysis.Element.Body;
import convas.analysis.Element.Chain;
import convas.analysis.Element.Failed;
import convas.analysis.Element.Leaf;
import convas.analysis.Element.Placed;
import convas.analysis.Element.Share;
import convas.analysis.Element.Source;
import convas.graph.Diagnostic;
import convas.operator.Arguments;
import convas.operator.Cost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every element its path: reports and diagnostics for all of them, and steps where all is known. */
final class Flattening {
    private static final Set<String> TOLD_ONCE = Set.of(Uses.TOO_MANY, Uses.TOO_MUCH);

    /** Stands for a tensor that is not known; no step ever reads it. */
    private static final TensorRef UNKNOWN = new TensorRef(-1, -1);

    private final Uses uses;
    private final boolean sound;
    private final Map<String, NodeReport> reports = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Diagnostic> told = new HashSet<>();

    /** @param sound whether all is known, so that steps can be made */
    Flattening(Uses uses, boolean sound) {
        this.uses = uses;
        this.sound = sound;
    }

    /** Where an element stands and whose weights it uses. */
    private record Place(String path, String weights, boolean shared) {
        Place child(String id, Optional<Share> share) {
            String prefix = path.isEmpty() ? "" : path + "/";
            String weightsPrefix = weights.isEmpty() ? "" : weights + "/";
            return new Place(
                    prefix + id, weightsPrefix + share.map(Share::sibling).orElse(id), shared || share.isPresent());
        }

        Place copy(int index, boolean ownWeights) {
            return new Place(path + "." + index, ownWeights ? weights + "." + index : weights, shared);
        }
    }

    void sheet(Body body) {
        children(body, new Place("", "", false), List.of());
    }

    private List<TensorRef> children(Body body, Place place, List<TensorRef> inputs) {
        body.problems().forEach(problem -> tell(problem, place.path()));
        List<List<TensorRef>> made = new ArrayList<>();
        for (Placed child : body.children()) {
            List<TensorRef> read = new ArrayList<>();
            for (Optional<Source> source : child.inputs()) {
                read.add(source.map(from -> tensor(from, inputs, made)).orElse(UNKNOWN));
            }
            boolean each = child.share().map(Share::eachCopy).orElse(true);
            made.add(element(child.element(), child.values(), place.child(child.id(), child.share()), each, read));
        }
        List<TensorRef> results = new ArrayList<>();
        for (Optional<Source> source : body.results()) {
            results.add(source.map(from -> tensor(from, inputs, made)).orElse(UNKNOWN));
        }
        return results;
    }

    private static TensorRef tensor(Source from, List<TensorRef> inputs, List<List<TensorRef>> made) {
        List<TensorRef> tensors = from.child() == Source.OUTSIDE ? inputs : made.get(from.child());
        return from.port() < tensors.size() ? tensors.get(from.port()) : UNKNOWN;
    }

    private List<TensorRef> element(
            Element element, Arguments values, Place place, boolean eachCopy, List<TensorRef> inputs) {
        uses.checkWanted();
        Optional<Cost> cost = place.shared() ? element.cost().map(Share::without) : element.cost();
        reports.put(
                place.path(),
                new NodeReport(place.path(), element.type(), element.inputs(), element.outputs(), cost, values));
        if (element instanceof Body body) {
            return children(body, place, inputs);
        } else if (element instanceof Chain chain) {
            List<TensorRef> flow = inputs;
            for (int copy = 0; copy < chain.copies().size(); copy++) {
                flow = element(chain.copies().get(copy), values, place.copy(copy, eachCopy), true, flow);
            }
            return flow;
        } else if (element instanceof Leaf leaf) {
            return leaf(leaf, place, inputs, cost.orElse(Cost.ZERO));
        }
        ((Failed) element).problems().forEach(problem -> tell(problem, place.path()));
        return List.of();
    }

    private List<TensorRef> leaf(Leaf leaf, Place place, List<TensorRef> inputs, Cost cost) {
        if (!sound) {
            return List.of();
        }
        List<TensorRef> made = new ArrayList<>();
        for (int port = 0; port < leaf.outputShapes().size(); port++) {
            made.add(new TensorRef(steps.size(), port));
        }
        steps.add(new Step(
                place.path(),
                leaf.primitive(),
                leaf.arguments(),
                inputs,
                leaf.inputShapes(),
                leaf.outputShapes(),
                leaf.weights().isEmpty() ? place.path() : place.weights(),
                leaf.weights(),
                cost));
        return made;
    }

    private void tell(Diagnostic problem, String path) {
        String place = path.isEmpty() ? problem.path() : problem.path().isEmpty() ? path : path + "/" + problem.path();
        Diagnostic placed =
                new Diagnostic(problem.severity(), place, problem.parameter(), problem.key(), problem.arguments());
        // A body that is too large may be used thousands of times; that it is too large is said once.
        if (told.add(TOLD_ONCE.contains(placed.key()) ? Diagnostic.error("", "", placed.key()) : placed)) {
            diagnostics.add(placed);
        }
    }

    Map<String, NodeReport> reports() {
        return reports;
    }

    List<Step> steps() {
        return steps;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
