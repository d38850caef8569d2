package convas.export.report;

import static convas.export.report.Markdown.code;
import static convas.export.report.Markdown.codes;
import static convas.export.report.Markdown.link;

import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Value;
import convas.operator.Module;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a module's page has beyond a primitive's: what it requires, and its body as a picture and as tables. */
final class BodySections {
    private final ModuleBody body;
    private final Markdown page;

    BodySections(Module module, Markdown page) {
        this.body = module.body();
        this.page = page;
    }

    /** The conditions and the sentences where they do not hold, in one language. */
    void requirements(Texts texts) {
        List<List<String>> rows = new ArrayList<>();
        body.requirements()
                .forEach(each -> rows.add(
                        List.of(expression(each.that()), each.otherwise().in(texts.locale()))));
        if (!rows.isEmpty()) {
            page.heading(texts.locale().getLanguage().equals("en") ? 2 : 3, texts.get("operatordocs.requires"));
            page.table(OperatorPage.words(texts, "condition", "message"), rows);
        }
    }

    /** The picture, the named values, the nodes with their expressions, the outputs. */
    void body(Texts texts) {
        page.heading(2, texts.get("operatordocs.body"));
        page.paragraph("!" + link(texts.get("operatordocs.picture", body.type()), "images/" + body.type() + ".svg"));
        page.paragraph(texts.get("operatordocs.body.legend"));
        if (!body.let().isEmpty()) {
            page.heading(3, texts.get("operatordocs.let"));
            List<List<String>> rows = new ArrayList<>();
            body.let().forEach((name, value) -> rows.add(List.of(code(name), expression(value))));
            page.table(OperatorPage.words(texts, "name", "value"), rows);
        }
        page.heading(3, texts.get("operatordocs.nodes"));
        List<List<String>> rows = new ArrayList<>();
        for (Node node : body.sheet().graph().nodes()) {
            rows.add(List.of(
                    code(node.id()),
                    link(node.type(), node.type() + ".md"),
                    given(node, texts),
                    node.when().map(BodySections::expression).orElse("")));
        }
        page.table(OperatorPage.words(texts, "node", "type", "given", "when"), rows);
        List<List<String>> outputs = new ArrayList<>();
        body.outputs().forEach((name, from) -> outputs.add(List.of(code(name), code(from.node()))));
        page.table(OperatorPage.words(texts, "output", "node"), outputs);
    }

    private static String given(Node node, Texts texts) {
        List<String> params = new ArrayList<>();
        for (Map.Entry<String, Value> param : node.params().entrySet()) {
            Value value = param.getValue();
            // An expression keeps its sign of equality only once: out_channels=ceil(...).
            String shown = value instanceof Value.Expression formula ? formula.source() : value.display();
            params.add(param.getKey() + "=" + shown);
        }
        List<String> all = new ArrayList<>();
        if (!params.isEmpty()) {
            all.add(codes(params));
        }
        node.repeat().ifPresent(count -> all.add(texts.get("operatordocs.repeat", expression(count))));
        node.shares().ifPresent(other -> all.add(texts.get("operatordocs.shares", code(other))));
        return String.join("; ", all);
    }

    private static String expression(Value value) {
        return code(value instanceof Value.Expression formula ? formula.source() : value.display());
    }
}
