package convas.editor.document;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.graph.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An analysis by path: what is known of a node, and what is wrong with it or with anything inside it. */
public final class Findings {
    public static final Findings NONE = new Findings(Map.of(), Map.of());

    private final Map<String, NodeReport> reports;
    private final Map<String, List<Diagnostic>> problems;

    private Findings(Map<String, NodeReport> reports, Map<String, List<Diagnostic>> problems) {
        this.reports = reports;
        this.problems = problems;
    }

    public static Findings of(Analysis analysis) {
        Map<String, List<Diagnostic>> problems = new HashMap<>();
        for (Diagnostic diagnostic : analysis.diagnostics()) {
            String path = diagnostic.path();
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                note(problems, path.substring(0, end), diagnostic);
            }
            note(problems, path, diagnostic);
        }
        return new Findings(new LinkedHashMap<>(analysis.nodes()), problems);
    }

    /** Under the path itself, and for a copy of a repeated node under the whole chain's too. */
    private static void note(Map<String, List<Diagnostic>> problems, String path, Diagnostic diagnostic) {
        problems.computeIfAbsent(path, key -> new ArrayList<>(1)).add(diagnostic);
        int dot = path.lastIndexOf('.');
        if (dot > path.lastIndexOf('/')) {
            problems.computeIfAbsent(path.substring(0, dot), key -> new ArrayList<>(1))
                    .add(diagnostic);
        }
    }

    public Optional<NodeReport> report(String path) {
        return Optional.ofNullable(reports.get(path));
    }

    /** What is wrong at this path or below it, in the order found. */
    public List<Diagnostic> problems(String path) {
        return problems.getOrDefault(path, List.of());
    }
}
