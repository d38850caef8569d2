package convas.export.report;

import convas.graph.Node;
import convas.operator.Catalog;
import convas.operator.Module;
import convas.operator.NodeType;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reference pages of all node types, generated from their declarations: {@code README.md} as an index by category,
 * a page {@code TYPE.md} for each type, and for each module a picture {@code images/TYPE.svg} of its body. The same
 * catalog gives the same bytes on every machine.
 */
public final class OperatorDocs {
    /** What renews the pages, as one would type it. */
    public static final String COMMAND = "./convas docs docs/operators";

    private final Catalog catalog;
    private final Texts english = new Texts(Locale.ENGLISH);
    private final Texts chinese = new Texts(Locale.SIMPLIFIED_CHINESE);

    public OperatorDocs(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Text by file name relative to the folder of the pages, with {@code /} between folders. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        ExampleBook examples = new ExampleBook(catalog);
        files.put("README.md", index());
        for (NodeType type : catalog.all()) {
            OperatorPage page = new OperatorPage(type, examples.of(type), users(type), english, chinese);
            files.put(type.type() + ".md", page.text());
            if (type instanceof Module module) {
                files.put("images/" + type.type() + ".svg", new BodyPicture(module, catalog).svg());
            }
        }
        return files;
    }

    private List<String> users(NodeType type) {
        List<String> users = new ArrayList<>();
        for (NodeType other : catalog.all()) {
            if (other instanceof Module module
                    && module.body().sheet().graph().nodes().stream()
                            .map(Node::type)
                            .anyMatch(type.type()::equals)) {
                users.add(other.type());
            }
        }
        return users;
    }

    private String index() {
        Map<String, List<List<String>>> byCategory = new LinkedHashMap<>();
        long modules = 0;
        for (NodeType type : catalog.all()) {
            boolean module = type instanceof Module;
            modules += module ? 1 : 0;
            byCategory
                    .computeIfAbsent(type.category(), category -> new ArrayList<>())
                    .add(List.of(
                            Markdown.link(type.type(), type.type() + ".md"),
                            english.get("operatordocs." + (module ? "module" : "primitive")),
                            type.doc(Locale.ENGLISH) + "<br>" + type.doc(Locale.SIMPLIFIED_CHINESE)));
        }
        Markdown page = new Markdown()
                .heading(1, english.get("operatordocs.index.title") + " / " + chinese.get("operatordocs.index.title"));
        for (Texts texts : List.of(english, chinese)) {
            page.paragraph(texts.get("operatordocs.index.intro", catalog.all().size() - modules, modules)
                    .replace("counting.md", "[counting.md](../counting.md)"));
            page.paragraph(texts.get("operatordocs.generated", COMMAND));
        }
        byCategory.forEach((category, rows) -> page.heading(2, category.replace('-', ' '))
                .table(
                        List.of(
                                english.get("operatordocs.type"),
                                english.get("operatordocs.kind"),
                                english.get("operatordocs.whatItIs")),
                        rows));
        return page.toString();
    }
}
