package convas.graph.json;

import convas.graph.Bookmark;
import convas.graph.Design;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.ModuleBody;
import convas.graph.ParameterDeclaration;
import convas.graph.Point;
import convas.graph.Requirement;
import convas.graph.Value;
import convas.graph.Variable;
import convas.graph.View;
import convas.text.LocalText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one form in which designs and modules are written: fields in a fixed order, one line for each node, edge,
 * parameter and note, fields that say nothing left out, unknown fields last.
 */
final class DesignWriter {
    private final int version;

    DesignWriter(int version) {
        this.version = version;
    }

    String design(Design design) {
        JsonLayout out = new JsonLayout();
        out.open();
        Map<String, String> head = new LinkedHashMap<>();
        head.put("format", JsonLines.quote(DesignFormat.NAME));
        head.put("version", Integer.toString(version));
        head.put("name", JsonLines.quote(design.name()));
        out.row(head);
        Map<String, String> description = new LinkedHashMap<>();
        text(description, "description", design.description());
        out.row(description);
        Map<String, String> variables = new LinkedHashMap<>();
        design.variables().forEach((name, variable) -> variables.put(name, variable(variable)));
        out.fields("variables", variables);
        requirements(out, design.requirements());
        out.values("let", design.let());
        SheetWriter sheet = new SheetWriter(design.sheet(), List.of());
        out.elements("nodes", sheet.nodes(), true);
        out.elements("edges", sheet.edges(), true);
        if (!design.modules().isEmpty()) {
            out.open("modules");
            design.modules().forEach((type, body) -> {
                out.open(type);
                body(out, body);
                out.close();
            });
            out.close();
        }
        out.values("training", design.training());
        out.elements("notes", sheet.notes(), false);
        Map<String, String> bookmarks = new LinkedHashMap<>();
        design.bookmarks().forEach((name, bookmark) -> bookmarks.put(name, bookmark(bookmark)));
        out.fields("bookmarks", bookmarks);
        view(out, design.view());
        extras(out, design.extras());
        out.close();
        return out.text();
    }

    String module(ModuleBody body) {
        JsonLayout out = new JsonLayout();
        out.open();
        body(out, body);
        out.close();
        return out.text();
    }

    private static void body(JsonLayout out, ModuleBody body) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("type", JsonLines.quote(body.type()));
        text(head, "category", body.category());
        out.row(head);
        if (!body.doc().isEmpty()) {
            out.texts("doc", body.doc());
        }
        Map<String, String> source = new LinkedHashMap<>();
        text(source, "paper", body.paper());
        text(source, "url", body.url());
        out.row(source);
        if (!body.aliases().isEmpty()) {
            out.row("aliases", texts(body.aliases()));
        }
        out.row("inputs", texts(body.inputs()));
        Map<String, String> params = new LinkedHashMap<>();
        body.params().forEach((name, declaration) -> params.put(name, declaration(declaration)));
        out.fields("params", params);
        requirements(out, body.requirements());
        out.values("let", body.let());
        SheetWriter sheet =
                new SheetWriter(body.sheet(), List.copyOf(body.outputs().values()));
        out.elements("nodes", sheet.nodes(), true);
        out.elements("edges", sheet.edges(), true);
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, Endpoint> output : body.outputs().entrySet()) {
            outputs.put(output.getKey(), JsonLines.quote(sheet.source(output.getValue())));
        }
        out.row("outputs", JsonLines.object(outputs));
        out.elements("notes", sheet.notes(), false);
        extras(out, body.extras());
    }

    private static void text(Map<String, String> fields, String field, String text) {
        if (!text.isEmpty()) {
            fields.put(field, JsonLines.quote(text));
        }
    }

    private static void requirements(JsonLayout out, List<Requirement> requirements) {
        List<String> lines = requirements.stream()
                .map(requirement -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    fields.put("that", JsonLines.inline(requirement.that()));
                    fields.put("else", local(requirement.otherwise()));
                    return finish(fields, requirement.extras());
                })
                .toList();
        out.elements("requires", lines, false);
    }

    private static void extras(JsonLayout out, Map<String, Value> extras) {
        extras.forEach((name, value) -> out.row(name, JsonLines.inline(value)));
    }

    private static String variable(Variable variable) {
        if (variable.isPlain()) {
            return JsonLines.inline(variable.value());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("value", JsonLines.inline(variable.value()));
        range(fields, variable.min(), variable.max());
        if (!variable.choices().isEmpty()) {
            fields.put("choices", JsonLines.inline(new Value.Sequence(variable.choices())));
        }
        doc(fields, variable.doc());
        return finish(fields, variable.extras());
    }

    private static String declaration(ParameterDeclaration declaration) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", JsonLines.quote(declaration.type()));
        declaration.fallback().ifPresent(value -> fields.put("default", JsonLines.inline(value)));
        range(fields, declaration.min(), declaration.max());
        if (!declaration.choices().isEmpty()) {
            fields.put("choices", texts(declaration.choices()));
        }
        if (!declaration.unit().isEmpty()) {
            fields.put("unit", JsonLines.quote(declaration.unit()));
        }
        doc(fields, declaration.doc());
        return finish(fields, declaration.extras());
    }

    private static String bookmark(Bookmark bookmark) {
        Map<String, String> fields = new LinkedHashMap<>();
        text(fields, "sheet", bookmark.sheet());
        fields.put("center", point(bookmark.center()));
        fields.put("zoom", JsonLines.number(bookmark.zoom()));
        return finish(fields, bookmark.extras());
    }

    private static void view(JsonLayout out, View view) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (view.flow() != Flow.RIGHT) {
            fields.put("flow", JsonLines.quote(view.flow().word()));
        }
        if (!view.expanded().isEmpty()) {
            fields.put("expanded", texts(List.copyOf(view.expanded())));
        }
        if (!fields.isEmpty() || !view.extras().isEmpty()) {
            out.row("view", finish(fields, view.extras()));
        }
    }

    private static void range(Map<String, String> fields, Optional<Double> min, Optional<Double> max) {
        min.ifPresent(value -> fields.put("min", JsonLines.number(value)));
        max.ifPresent(value -> fields.put("max", JsonLines.number(value)));
    }

    private static void doc(Map<String, String> fields, LocalText doc) {
        if (!doc.isEmpty()) {
            fields.put("doc", local(doc));
        }
    }

    private static String local(LocalText text) {
        return JsonLayout.plain(text).map(JsonLines::quote).orElseGet(() -> {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            text.byLanguage().forEach((language, words) -> byLanguage.put(language, JsonLines.quote(words)));
            return JsonLines.object(byLanguage);
        });
    }

    private static String texts(List<String> texts) {
        return JsonLines.inline(new Value.Sequence(texts.stream().map(Value::of).toList()));
    }

    private static String finish(Map<String, String> fields, Map<String, Value> extras) {
        extras.forEach((name, value) -> fields.put(name, JsonLines.inline(value)));
        return JsonLines.object(fields);
    }

    static String point(Point point) {
        return "[" + JsonLines.number(point.x()) + ", " + JsonLines.number(point.y()) + "]";
    }
}
