package convas.analysis;

import convas.analysis.Element.Body;
import convas.analysis.expression.Formulas;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Node;
import convas.operator.Catalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Finds out all that can be known of a design without running it. Never throws for a user's mistake; what is wrong with
 * one part leaves the rest known. Remembers blocks that it worked out, so that the next analysis of nearly the same
 * design is quick. Safe for several threads.
 */
public final class Analyzer {
    /** The type whose steps are a program's inputs. */
    static final String INPUT = "Input";

    /** The type whose steps are a program's outputs. */
    static final String OUTPUT = "Output";

    private final Catalog catalog;
    private final Formulas formulas = new Formulas();
    private final AtomicReference<Library> library = new AtomicReference<>();

    /** @param catalog the types that come with the program; a design's own modules win over them */
    public Analyzer(Catalog catalog) {
        this.catalog = catalog;
    }

    /** All that can be known of this design. */
    public Analysis analyze(Design design) {
        return analyze(design, () -> false);
    }

    /**
     * All that can be known of this design.
     *
     * @param cancelled asked often; once it is true the analysis ends with a
     *     {@link java.util.concurrent.CancellationException}
     */
    public Analysis analyze(Design design, BooleanSupplier cancelled) {
        Uses uses = new Uses(libraryFor(design), cancelled);
        Body sheet = new GraphExpansion(uses).design(design);
        List<Diagnostic> general = new ArrayList<>(uses.library().problems());
        missingEnds(design, sheet, general);
        boolean sound = sheet.isSound() && general.stream().noneMatch(Diagnostic::isError);
        Flattening flat = new Flattening(uses, sound);
        flat.sheet(sheet);
        general.addAll(flat.diagnostics());
        Optional<Program> program = sound ? Optional.of(program(design, flat.steps())) : Optional.empty();
        return new Analysis(program, flat.reports(), sheet.cost(), general);
    }

    private Library libraryFor(Design design) {
        Library known = library.get();
        if (known != null && known.serves(design.modules())) {
            return known;
        }
        Library made = new Library(catalog, design.modules(), formulas);
        library.set(made);
        return made;
    }

    private static void missingEnds(Design design, Body sheet, List<Diagnostic> problems) {
        for (String type : List.of(INPUT, OUTPUT)) {
            if (design.graph().nodes().stream().noneMatch(node -> node.type().equals(type))) {
                problems.add(Diagnostic.error("", "", "analysis.no" + type));
            } else if (sheet.isSound()
                    && sheet.children().stream()
                            .noneMatch(child -> child.element().type().equals(type))) {
                problems.add(Diagnostic.error("", "", "analysis.leftOut" + type));
            }
        }
    }

    private static Program program(Design design, List<Step> steps) {
        Map<String, Integer> byPath = new HashMap<>();
        for (int step = 0; step < steps.size(); step++) {
            byPath.put(steps.get(step).path(), step);
        }
        return new Program(design.name(), steps, ends(design, INPUT, byPath), ends(design, OUTPUT, byPath));
    }

    /** In file order; one that is left out by its condition has no step. */
    private static List<Integer> ends(Design design, String type, Map<String, Integer> byPath) {
        return design.graph().nodes().stream()
                .filter(node -> node.type().equals(type))
                .map(Node::id)
                .filter(byPath::containsKey)
                .map(byPath::get)
                .toList();
    }
}
