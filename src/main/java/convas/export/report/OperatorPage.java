package convas.export.report;

import static convas.export.report.Markdown.code;
import static convas.export.report.Markdown.codes;
import static convas.export.report.Markdown.link;

import convas.operator.Arguments;
import convas.operator.Module;
import convas.operator.NodeType;
import convas.operator.Parameter;
import convas.operator.Ports;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The reference page of one node type: all of it in English, then what it says of itself in Chinese. */
final class OperatorPage {
    private final NodeType type;
    private final List<WorkedExample> examples;
    private final List<String> users;
    private final Texts english;
    private final Texts chinese;
    private final Markdown page = new Markdown();

    /** @param users the modules in whose bodies it stands */
    OperatorPage(NodeType type, List<WorkedExample> examples, List<String> users, Texts english, Texts chinese) {
        this.type = type;
        this.examples = examples;
        this.users = users;
        this.english = english;
        this.chinese = chinese;
    }

    /** The page's Markdown. */
    String text() {
        page.heading(1, type.type());
        identity();
        page.paragraph(type.doc(english.locale()));
        heading("ports");
        ports();
        parameters(english);
        rules(english);
        Optional<BodySections> body =
                type instanceof Module module ? Optional.of(new BodySections(module, page)) : Optional.empty();
        body.ifPresent(sections -> sections.requirements(english));
        examples();
        weights();
        body.ifPresent(sections -> sections.body(english));
        source();
        chinese();
        body.ifPresent(sections -> sections.requirements(chinese));
        return page.toString();
    }

    private void identity() {
        String kind = say("operatordocs." + (type instanceof Module ? "module" : "primitive"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(say("operatordocs.category"), type.category().replace('-', ' ')));
        if (!type.aliases().isEmpty()) {
            rows.add(List.of(say("operatordocs.aliases"), String.join(", ", type.aliases())));
        }
        if (!users.isEmpty()) {
            List<String> links =
                    users.stream().map(user -> link(user, user + ".md")).toList();
            rows.add(List.of(say("operatordocs.usedBy"), String.join(", ", links)));
        }
        page.table(List.of(say("operatordocs.kind"), kind), rows);
    }

    private void ports() {
        Ports outputs = type.outputs(Arguments.NONE);
        String given = outputs.count() > 1 && !(type instanceof Module) ? "operatordocs.byParameters" : "";
        page.table(
                List.of(say("operatordocs.inputs"), say("operatordocs.outputs")),
                List.of(List.of(
                        ports(type.inputs(), type.inputs().more() ? "operatordocs.more" : ""), ports(outputs, given))));
    }

    private String ports(Ports ports, String remark) {
        String names = ports.count() == 0 ? say("operatordocs.none") : codes(ports.names());
        return remark.isEmpty() ? names : names + ", " + say(remark);
    }

    private void parameters(Texts texts) {
        page.heading(texts == english ? 2 : 3, texts.get("operatordocs.parameters"));
        if (type.parameters().isEmpty()) {
            page.paragraph(texts.get("operatordocs.noParameters"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Parameter<?> parameter : type.parameters()) {
            rows.add(List.of(
                    code(parameter.name()),
                    texts.get("operatordocs.kind." + parameter.kind()),
                    fallback(parameter, texts),
                    range(parameter),
                    parameter.unit(),
                    type.parameterDoc(parameter.name(), texts.locale())));
        }
        page.table(words(texts, "name", "kind", "default", "range", "unit", "meaning"), rows);
    }

    private static String fallback(Parameter<?> parameter, Texts texts) {
        return parameter
                .fallback()
                .map(value -> code(String.valueOf(value)))
                .orElseGet(() -> texts.get(parameter.isRequired() ? "operatordocs.required" : "operatordocs.optional"));
    }

    private static String range(Parameter<?> parameter) {
        if (!parameter.choices().isEmpty()) {
            return codes(parameter.choices());
        }
        String least = bound("≥ ", parameter.min());
        String greatest = bound("≤ ", parameter.max());
        return least.isEmpty() || greatest.isEmpty() ? least + greatest : least + ", " + greatest;
    }

    private static String bound(String sign, OptionalDouble bound) {
        if (bound.isEmpty()) {
            return "";
        }
        double value = bound.getAsDouble();
        return sign + (value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
    }

    private void rules(Texts texts) {
        for (String rule : List.of("shapeRule", "costRule")) {
            page.heading(texts == english ? 2 : 3, texts.get("operatordocs." + rule));
            String key = type instanceof Module ? "operatordocs.body." + rule : "primitive." + type.type() + "." + rule;
            page.paragraph(texts.get(key));
        }
    }

    private void examples() {
        heading("examples");
        page.paragraph(say("operatordocs.examples.intro"));
        List<List<String>> rows = new ArrayList<>();
        for (WorkedExample each : examples) {
            List<String> given = new ArrayList<>();
            each.params().forEach((name, value) -> given.add(name + "=" + value));
            rows.add(List.of(
                    each.purpose(),
                    codes(given),
                    shapes(each.inputs()),
                    shapes(each.outputs()),
                    number(each.cost().params()),
                    number(each.cost().buffers()),
                    number(each.cost().macs()),
                    number(each.operations())));
        }
        page.table(
                words(english, "example", "given", "input", "output", "params", "buffers", "macs", "operations"), rows);
    }

    private void weights() {
        heading("weights");
        // Of the uses with most tensors the first: one with a bias shows it.
        WorkedExample shown = examples.get(0);
        for (WorkedExample each : examples) {
            shown = each.weights().size() > shown.weights().size() ? each : shown;
        }
        Map<String, Weight> weights = shown.weights();
        page.paragraph(
                weights.isEmpty()
                        ? say("operatordocs.weights.none")
                        : say("operatordocs.weights.intro", shown.purpose()));
        List<List<String>> rows = new ArrayList<>();
        weights.forEach((name, weight) -> rows.add(List.of(
                code(name),
                weight.shape().display(),
                say("operatordocs.role." + (weight.trained() ? "trained" : "buffer")),
                start(weight.initial()))));
        page.table(words(english, "name", "shape", "role", "start"), rows);
    }

    private String start(Weight.Initial initial) {
        String key = "operatordocs.start." + initial.scheme();
        return initial.scheme() == Weight.Scheme.CONSTANT ? say(key, initial.value()) : say(key, initial.fanIn());
    }

    private void source() {
        heading("source");
        if (type.paper().isEmpty()) {
            page.paragraph(say("operatordocs.noSource"));
        } else {
            page.paragraph(type.url().isEmpty() ? type.paper() : link(type.paper(), type.url()));
        }
    }

    private void chinese() {
        page.heading(2, chinese.get("operatordocs.language"));
        page.paragraph(type.doc(chinese.locale()));
        parameters(chinese);
        rules(chinese);
    }

    private void heading(String word) {
        page.heading(2, say("operatordocs." + word));
    }

    private String say(String key, Object... arguments) {
        return english.get(key, arguments);
    }

    static List<String> words(Texts texts, String... names) {
        return List.of(names).stream()
                .map(name -> texts.get("operatordocs." + name))
                .toList();
    }

    private static String shapes(List<TensorShape> shapes) {
        return String.join("; ", shapes.stream().map(TensorShape::display).toList());
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
