package convas.cli.profile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.cli.TextTable;
import convas.graph.json.FiniteJson;
import convas.profiling.Comparison;
import convas.profiling.Profile;
import convas.profiling.Spread;
import convas.text.Texts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Two profiles side by side, for people and for programs. */
final class ComparisonOutput {
    private final Texts texts;
    private final Quantities quantities;

    ComparisonOutput(Texts texts) {
        this.texts = texts;
        this.quantities = new Quantities(texts);
    }

    void print(Comparison comparison, Profile first, Profile second, PrintWriter out) {
        out.println();
        TextTable table = new TextTable(
                List.of(
                        texts.get("cliprofile.node"),
                        title(first),
                        title(second),
                        texts.get("cliprofile.ratio"),
                        texts.get("cliprofile.verdict")),
                1);
        List<Comparison.Row> rows = new ArrayList<>(comparison.rows().values());
        rows.forEach(row -> table.add(cells(row.path(), row)));
        table.rule();
        table.add(cells(texts.get("cliprofile.whole-row"), comparison.whole()));
        table.print(out);
        out.println(texts.get("cliprofile.not-ranked"));
    }

    private String title(Profile profile) {
        return texts.get(
                "cliprofile.title",
                profile.design(),
                profile.setting().batch(),
                profile.setting().device());
    }

    private List<String> cells(String name, Comparison.Row row) {
        return List.of(
                name,
                time(row.first()),
                time(row.second()),
                row.ratio().isPresent() ? quantities.number(row.ratio().getAsDouble()) : "",
                texts.get("cliprofile.verdict." + row.verdict()));
    }

    private String time(Optional<Spread> spread) {
        return spread.map(quantities::range).orElse("");
    }

    static ObjectNode json(Comparison comparison) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("whole", json(comparison.whole()));
        comparison.rows().values().forEach(row -> json.withArray("rows").add(json(row)));
        return json;
    }

    private static ObjectNode json(Comparison.Row row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("path", row.path());
        row.first().ifPresent(time -> json.<ObjectNode>set("first_ms", FiniteJson.number(time.middle())));
        row.second().ifPresent(time -> json.<ObjectNode>set("second_ms", FiniteJson.number(time.middle())));
        row.ratio().ifPresent(ratio -> json.<ObjectNode>set("ratio", FiniteJson.number(ratio)));
        json.put("verdict", row.verdict().name().toLowerCase(Locale.ROOT));
        return json;
    }
}
