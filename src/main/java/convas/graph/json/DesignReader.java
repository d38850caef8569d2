package convas.graph.json;

import convas.graph.Bookmark;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Flow;
import convas.graph.GraphCheck;
import convas.graph.ModuleBody;
import convas.graph.Point;
import convas.graph.Requirement;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.graph.Variable;
import convas.graph.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the JSON object of a design, of the current version, to the design. */
final class DesignReader {
    private final List<Diagnostic> problems;

    DesignReader(List<Diagnostic> problems) {
        this.problems = problems;
    }

    /** The design, as far as it could be understood. */
    Optional<Design> read(Value.Mapping root) {
        Fields fields = new Fields(root, "", problems);
        fields.any("format");
        fields.any("version");
        String name = fields.required("name", fields.text("name")).orElse("");
        String description = fields.text("description").orElse("");
        Map<String, Variable> variables = variables(fields);
        List<Requirement> requirements = requirements(fields);
        Map<String, Value> let = fields.object("let");
        SheetReader sheets = new SheetReader(problems);
        Sheet sheet = sheets.read(fields);
        ModuleReader.report(GraphCheck.check(sheet.graph(), List.of(), ""), sheets, problems);
        Map<String, ModuleBody> modules = modules(fields);
        Map<String, Value> training = fields.object("training");
        Map<String, Bookmark> bookmarks = bookmarks(fields);
        View view = view(fields);
        return Optional.of(new Design(
                name,
                description,
                variables,
                requirements,
                let,
                sheet,
                modules,
                training,
                bookmarks,
                view,
                fields.rest()));
    }

    private Map<String, Variable> variables(Fields fields) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        fields.object("variables").forEach((name, value) -> {
            String place = Fields.place(fields.place("variables"), name);
            if (!GraphCheck.isId(name)) {
                problems.add(Diagnostic.error(place, "", "graph.id", name));
            }
            variable(fields, value, place).ifPresent(variable -> variables.put(name, variable));
        });
        return variables;
    }

    private Optional<Variable> variable(Fields fields, Value value, String place) {
        if (!(value instanceof Value.Mapping object)) {
            return isPlain(value) ? Optional.of(Variable.of(value)) : fields.refuse(place, "variable", value);
        }
        Fields parts = new Fields(object, place, problems);
        Optional<Value> set = parts.required("value", parts.any("value"));
        if (set.isPresent() && !isPlain(set.get())) {
            set = fields.refuse(parts.place("value"), "variable", set.get());
        }
        Variable bare = Variable.of(set.orElse(Value.of(0L)));
        Variable full = new Variable(
                bare.value(),
                parts.number("min"),
                parts.number("max"),
                parts.list("choices"),
                parts.localText("doc"),
                parts.rest());
        return set.map(present -> full);
    }

    private static boolean isPlain(Value value) {
        return value instanceof Value.Whole
                || value instanceof Value.Real
                || value instanceof Value.Bool
                || value instanceof Value.Text;
    }

    /** The field {@code requires} of a design or of a module's body. */
    List<Requirement> requirements(Fields fields) {
        List<Requirement> requirements = new ArrayList<>();
        List<Value> written = fields.list("requires");
        for (int index = 0; index < written.size(); index++) {
            Fields.of(written.get(index), fields.place("requires") + "[" + index + "]", problems)
                    .ifPresent(each -> {
                        Optional<Value> that = each.required("that", each.condition("that"));
                        var otherwise = each.required("else", Optional.of(each.localText("else")));
                        that.ifPresent(condition ->
                                requirements.add(new Requirement(condition, otherwise.orElseThrow(), each.rest())));
                    });
        }
        return requirements;
    }

    private Map<String, Bookmark> bookmarks(Fields fields) {
        Map<String, Bookmark> bookmarks = new LinkedHashMap<>();
        fields.object("bookmarks")
                .forEach((name, value) -> Fields.of(value, Fields.place(fields.place("bookmarks"), name), problems)
                        .ifPresent(each -> bookmarks.put(
                                name,
                                new Bookmark(
                                        each.text("sheet").orElse(""),
                                        each.required("center", each.point("center"))
                                                .orElse(new Point(0, 0)),
                                        each.number("zoom")
                                                .filter(zoom -> zoom > 0)
                                                .orElse(1.0),
                                        each.rest()))));
        return bookmarks;
    }

    private Map<String, ModuleBody> modules(Fields fields) {
        Map<String, ModuleBody> modules = new LinkedHashMap<>();
        fields.object("modules")
                .forEach((type, value) -> Fields.of(value, Fields.place(fields.place("modules"), type), problems)
                        .flatMap(body -> new ModuleReader(problems).read(body, Optional.of(type)))
                        .ifPresent(body -> modules.put(type, body)));
        return modules;
    }

    private View view(Fields fields) {
        Optional<Value> written = fields.any("view");
        Optional<Fields> object = written.flatMap(value -> Fields.of(value, fields.place("view"), problems));
        if (object.isEmpty()) {
            return View.PLAIN;
        }
        Fields parts = object.get();
        Optional<String> word = parts.text("flow");
        Flow flow = word.flatMap(Flow::of).orElse(Flow.RIGHT);
        if (word.isPresent() && Flow.of(word.get()).isEmpty()) {
            parts.refuse(parts.place("flow"), "flow", Value.of(word.get()));
        }
        return new View(flow, new LinkedHashSet<>(parts.texts("expanded")), parts.rest());
    }
}
