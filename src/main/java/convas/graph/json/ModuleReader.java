package convas.graph.json;

import convas.graph.Diagnostic;
import convas.graph.Endpoint;
import convas.graph.GraphCheck;
import convas.graph.ModuleBody;
import convas.graph.ParameterDeclaration;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.text.LocalText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the JSON object of a module's body, in a file of its own or within a design, to the body. */
final class ModuleReader {
    private final List<Diagnostic> problems;

    ModuleReader(List<Diagnostic> problems) {
        this.problems = problems;
    }

    /**
     * The body, as far as it could be understood.
     *
     * @param key the name under which a design has it; the body may say it again, but nothing else
     */
    Optional<ModuleBody> read(Fields fields, Optional<String> key) {
        Optional<String> written = fields.text("type");
        if (key.isEmpty()) {
            fields.required("type", written);
        }
        String type = key.or(() -> written).orElse("");
        if (!type.isEmpty() && !GraphCheck.isId(type)) {
            problems.add(Diagnostic.error(fields.place(), "", "graph.id", type));
        }
        if (written.isPresent() && !written.get().equals(type)) {
            problems.add(Diagnostic.error(fields.place("type"), "", "graph.module.type", type, written.get()));
        }
        String category = fields.text("category").orElse("");
        LocalText doc = fields.localText("doc");
        String paper = fields.text("paper").orElse("");
        String url = fields.text("url").orElse("");
        List<String> aliases = fields.texts("aliases");
        List<String> inputs =
                fields.required("inputs", Optional.of(fields.texts("inputs"))).orElseThrow();
        Map<String, ParameterDeclaration> params = params(fields);
        var requirements = new DesignReader(problems).requirements(fields);
        Map<String, Value> let = fields.object("let");
        SheetReader sheets = new SheetReader(problems);
        Sheet sheet = sheets.read(fields);
        Map<String, Endpoint> outputs = outputs(fields, sheets);
        ModuleBody body = new ModuleBody(
                type,
                category,
                doc,
                paper,
                url,
                aliases,
                inputs,
                params,
                requirements,
                let,
                sheet,
                outputs,
                fields.rest());
        report(GraphCheck.check(body, key.map(name -> "modules/" + name + "/").orElse("")), sheets, problems);
        return Optional.of(body);
    }

    /** Adds what a check found, but not what only follows from a node that could not be read. */
    static void report(List<Diagnostic> found, SheetReader sheets, List<Diagnostic> problems) {
        found.stream()
                .filter(each -> !(sheets.isIncomplete()
                        && (each.key().equals("graph.edge.unknown")
                                || each.key().equals("graph.shares.unknown"))))
                .forEach(problems::add);
    }

    private Map<String, ParameterDeclaration> params(Fields fields) {
        Map<String, ParameterDeclaration> params = new LinkedHashMap<>();
        fields.object("params").forEach((name, value) -> {
            String place = Fields.place(fields.place("params"), name);
            if (!GraphCheck.isId(name)) {
                problems.add(Diagnostic.error(place, "", "graph.id", name));
            }
            Fields.of(value, place, problems)
                    .flatMap(this::declaration)
                    .ifPresent(declaration -> params.put(name, declaration));
        });
        return params;
    }

    private Optional<ParameterDeclaration> declaration(Fields fields) {
        Optional<String> type = fields.required("type", fields.text("type"));
        Optional<Value> fallback = fields.any("default");
        Optional<Double> min = fields.number("min");
        Optional<Double> max = fields.number("max");
        List<String> choices = fields.texts("choices");
        String unit = fields.text("unit").orElse("");
        LocalText doc = fields.localText("doc");
        return type.map(
                known -> new ParameterDeclaration(known, fallback, min, max, choices, unit, doc, fields.rest()));
    }

    private Map<String, Endpoint> outputs(Fields fields, SheetReader sheets) {
        Map<String, Endpoint> outputs = new LinkedHashMap<>();
        Map<String, Value> written = fields.required("outputs", Optional.of(fields.object("outputs")))
                .orElseThrow();
        written.forEach((name, value) -> {
            String place = Fields.place(fields.place("outputs"), name);
            fields.text(value, place)
                    .flatMap(text -> sheets.endpoint(text, place))
                    .ifPresent(source -> outputs.put(name, source));
        });
        return outputs;
    }
}
