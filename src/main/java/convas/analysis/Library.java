package convas.analysis;

import convas.analysis.expression.CloseMatches;
import convas.analysis.expression.Formulas;
import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.operator.Arguments;
import convas.operator.Catalog;
import convas.operator.Module;
import convas.operator.NodeType;
import convas.operator.TensorShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The node types that a design may use, its own modules among them, and what is remembered of their uses. One library
 * serves every analysis whose designs have the same modules; it is safe for several threads.
 */
final class Library {
    private static final int REMEMBERED = 40_000;

    /** A use of a type that comes to the same element wherever it stands. */
    private record Use(NodeType type, Arguments arguments, List<TensorShape> inputs) {}

    private final Catalog catalog;
    private final Formulas formulas;
    private final Map<String, ModuleBody> own;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<Use, Element> known = new ConcurrentHashMap<>();
    private final Map<String, Long> least = new ConcurrentHashMap<>();

    Library(Catalog builtin, Map<String, ModuleBody> own, Formulas formulas) {
        this.formulas = formulas;
        this.own = own;
        this.catalog = builtin.with(
                own.values().stream().map(body -> Module.of(body, problems)).toList());
        Map<String, Integer> heights = new HashMap<>();
        catalog.all().forEach(type -> height(type.type(), new LinkedHashSet<>(), heights));
    }

    Formulas formulas() {
        return formulas;
    }

    Optional<NodeType> find(String type) {
        return catalog.find(type);
    }

    String namesLike(String type) {
        return CloseMatches.of(type, catalog.all().stream().map(NodeType::type).toList());
    }

    /** Whether these are the modules that this library was made with. */
    boolean serves(Map<String, ModuleBody> modules) {
        return own == modules || own.equals(modules);
    }

    /** What is wrong with the design's modules as such, used or not. */
    List<Diagnostic> problems() {
        return problems;
    }

    /** Whether a module may not be expanded, since it contains itself or too many within each other. */
    boolean refuses(Module module) {
        return refused.contains(module.type());
    }

    /**
     * How many nodes a module comes to at the least, whatever its parameters: those that no condition leaves out. Counted no
     * further than one more than a design may have.
     */
    long least(Module module) {
        Long before = least.get(module.type());
        if (before != null) {
            return before;
        }
        long nodes = 0;
        if (!refuses(module)) {
            for (Node node : module.body().sheet().graph().nodes()) {
                if (!node.muted() && node.when().isEmpty() && node.repeat().isEmpty()) {
                    nodes += find(node.type())
                            .filter(Module.class::isInstance)
                            .map(type -> least((Module) type))
                            .orElse(1L);
                    nodes = Math.min(nodes, Uses.MOST_NODES + 1);
                }
            }
        }
        least.put(module.type(), nodes);
        return nodes;
    }

    /** @param worth whether what was worked out is to be remembered, asked afterwards */
    Element remember(
            NodeType type,
            Arguments arguments,
            List<TensorShape> inputs,
            BooleanSupplier worth,
            Supplier<Element> work) {
        Use use = new Use(type, arguments, inputs);
        Element element = known.get(use);
        if (element == null) {
            element = work.get();
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            if (worth.getAsBoolean()) {
                known.put(use, element);
            }
        }
        return element;
    }

    /** Modules within each other below this type; a cycle or too many are reported where they are found. */
    private int height(String type, Set<String> within, Map<String, Integer> heights) {
        Optional<NodeType> found = catalog.find(type);
        if (found.isEmpty() || !(found.get() instanceof Module module)) {
            return 0;
        }
        Integer before = heights.get(type);
        if (before != null) {
            return before;
        }
        if (!within.add(type)) {
            List<String> cycle = new ArrayList<>(within);
            cycle = cycle.subList(cycle.indexOf(type), cycle.size());
            boolean told = cycle.stream().anyMatch(refused::contains);
            if (!told) {
                List<String> shown = new ArrayList<>(cycle);
                shown.add(type);
                refuse(
                        type,
                        Diagnostic.error("modules/" + type, "", "analysis.module.cycle", String.join(" → ", shown)));
            }
            refused.addAll(cycle);
            return 0;
        }
        int height = 1;
        if (within.size() <= 4 * Module.DEEPEST) {
            for (Node node : module.body().sheet().graph().nodes()) {
                height = Math.max(height, 1 + height(node.type(), within, heights));
            }
        }
        within.remove(type);
        heights.put(type, height);
        if (height > Module.DEEPEST || within.size() > 4 * Module.DEEPEST) {
            refuse(type, Diagnostic.error("modules/" + type, "", "analysis.module.depth", type, Module.DEEPEST));
        }
        return height;
    }

    private void refuse(String type, Diagnostic why) {
        if (refused.add(type)) {
            problems.add(why);
        }
    }
}
