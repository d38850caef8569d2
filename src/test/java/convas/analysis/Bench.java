package convas.analysis;

import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.Variable;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What every analysis test stands on: designs from short texts, analysed with the catalog that users have. */
public final class Bench {
    private final Analyzer analyzer = new Analyzer(BuiltinCatalog.create());

    /** A design from a JSON file's text without its first fields; single quotes stand for double ones. */
    public Design design(String fields) {
        String json = "{\"format\": \"convas-design\", \"version\": 1, \"name\": \"test\", " + fields.replace('\'', '"')
                + "}";
        var reading = new DesignFormat().read(json.getBytes(StandardCharsets.UTF_8));
        return reading.value()
                .orElseThrow(() -> new AssertionError(reading.problems().toString()));
    }

    /** A chain of nodes, each {@code id Type {params} more fields}, from an Input to an Output. */
    public Design chain(String shape, String... nodes) {
        StringBuilder listed =
                new StringBuilder("{'id': 'image', 'type': 'Input', 'params': {'shape': " + shape + "}}");
        StringBuilder edges = new StringBuilder();
        String before = "image";
        for (String node : nodes) {
            listed.append(", ").append(node);
            String id = node.replaceAll("(?s).*?'id': *'([^']*)'.*", "$1");
            edges.append("{'from': '%s', 'to': '%s'}, ".formatted(before, id));
            before = id;
        }
        listed.append(", {'id': 'scores', 'type': 'Output'}");
        edges.append("{'from': '%s', 'to': 'scores'}".formatted(before));
        return design("'nodes': [" + listed + "], 'edges': [" + edges + "]");
    }

    /** A preset with some of its variables set. */
    public Design preset(String name, Map<String, Value> set) {
        try (InputStream in = Bench.class.getResourceAsStream("/presets/" + name + ".json")) {
            Design design = new DesignFormat().read(in.readAllBytes()).value().orElseThrow();
            Map<String, Variable> variables = new LinkedHashMap<>(design.variables());
            set.forEach((variable, value) -> variables.put(
                    variable,
                    Optional.ofNullable(variables.get(variable))
                            .orElseThrow(() -> new AssertionError(name + " has no variable " + variable))
                            .withValue(value)));
            return design.withVariables(variables);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One node between an Input and an Output. */
    public Design one(String shape, String type, String params) {
        return chain(shape, "{'id': 'm', 'type': '" + type + "', 'params': " + params + "}");
    }

    public Analysis analyze(Design design) {
        return analyzer.analyze(design);
    }

    public Analysis analyze(String fields) {
        return analyze(design(fields));
    }

    /** The program of a design that must be right. */
    public Program program(Design design) {
        Analysis analysis = analyze(design);
        return analysis.program()
                .orElseThrow(() -> new AssertionError(lines(analysis).toString()));
    }

    public Program program(String fields) {
        return program(design(fields));
    }

    /** Place, parameter and key of every diagnostic. */
    public static List<String> keys(Analysis analysis) {
        return analysis.diagnostics().stream()
                .map(found -> (found.path() + " " + found.parameter()).trim() + " " + found.key())
                .map(String::trim)
                .toList();
    }

    /** Every diagnostic as a user reads it. */
    public static List<String> lines(Analysis analysis) {
        return analysis.diagnostics().stream().map(Bench::line).toList();
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.line(new Texts(Locale.ENGLISH));
    }
}
