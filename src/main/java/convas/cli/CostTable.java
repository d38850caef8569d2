package convas.cli;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.analysis.Program;
import convas.analysis.figures.Counting;
import convas.operator.Convention;
import convas.operator.Cost;
import convas.operator.TensorShape;
import convas.text.Texts;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A design's costs for people: modules with what is in them indented below, the totals last. */
final class CostTable {
    private final Texts texts;
    private final Locale locale;
    private final Optional<Convention> convention;

    /** @param convention another tool's way to count, which gets a column */
    CostTable(Texts texts, Optional<Convention> convention) {
        this.texts = texts;
        this.convention = convention;
        this.locale = texts.locale();
    }

    void print(Analysis analysis, PrintWriter out) {
        Cost total = analysis.total().orElseThrow();
        List<String> head = new ArrayList<>();
        for (String column : List.of("node", "type", "output", "params", "macs", "share", "flops")) {
            head.add(texts.get("cli.count." + column));
        }
        convention.ifPresent(tool -> head.add(tool.key()));
        TextTable table = new TextTable(head, 3);
        Map<String, Long> counts = counts(analysis.program().orElseThrow());
        Deque<String> above = new ArrayDeque<>();
        for (NodeReport node : analysis.nodes().values()) {
            while (!above.isEmpty() && !isWithin(node.path(), above.peek())) {
                above.pop();
            }
            String name = above.isEmpty() ? node.path() : rest(node.path(), above.peek());
            List<String> row = new ArrayList<>(List.of("  ".repeat(above.size()) + name, node.type(), shapes(node)));
            row.addAll(node.cost().map(cost -> numbers(cost, total)).orElse(List.of("?", "?", "?", "?")));
            convention.ifPresent(tool -> row.add(number(counts.get(node.path()))));
            table.add(row);
            above.push(node.path());
        }
        List<String> last = new ArrayList<>(List.of(texts.get("cli.count.total"), "", ""));
        last.addAll(numbers(total, total));
        convention.ifPresent(tool ->
                last.add(number(new Counting(tool).total(analysis.program().orElseThrow()))));
        table.rule();
        table.add(last);
        table.print(out);
        out.println();
        out.println(texts.get("cli.count.memory", number(total.buffers()), number(total.activationBytes())));
        out.println(texts.get("cli.count.convention"));
        convention
                .filter(way -> !way.tool().isEmpty())
                .ifPresent(way -> out.println(texts.get("cli.count.tool", way.key(), way.tool())));
        out.flush();
    }

    private Map<String, Long> counts(Program program) {
        return convention.map(tool -> new Counting(tool).byPath(program)).orElse(Map.of());
    }

    /** A chain {@code stage} has its copies {@code stage.0} in it, a module {@code stem} its nodes {@code stem/conv}. */
    private static boolean isWithin(String path, String above) {
        return path.startsWith(above + "/") || path.startsWith(above + ".");
    }

    private static String rest(String path, String above) {
        return path.charAt(above.length()) == '/'
                ? path.substring(above.length() + 1)
                : path.substring(above.lastIndexOf('/') + 1);
    }

    private static String shapes(NodeReport node) {
        return node.outputs().stream()
                .map(shape -> shape.map(TensorShape::display).orElse("?"))
                .collect(Collectors.joining(", "));
    }

    private List<String> numbers(Cost cost, Cost total) {
        Optional<String> share = total.macs() == 0
                ? Optional.empty()
                : Optional.of(String.format(locale, "%.1f %%", 100.0 * cost.macs() / total.macs()));
        return List.of(number(cost.params()), number(cost.macs()), share.orElse("-"), number(cost.flops()));
    }

    private String number(long value) {
        return String.format(locale, "%,d", value);
    }
}
