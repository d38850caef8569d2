package convas.cli;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.analysis.Program;
import convas.analysis.figures.NodeFigures;
import convas.analysis.figures.PeakMemory;
import convas.analysis.figures.ReceptiveField;
import convas.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** More than counts, for people: receptive field, memory and traffic of every node, and what sets the peak of memory. */
final class DetailTable {
    private final Texts texts;
    private final Locale locale;

    DetailTable(Texts texts) {
        this.texts = texts;
        this.locale = texts.locale();
    }

    void print(Analysis analysis, PrintWriter out) {
        Program program = analysis.program().orElseThrow();
        Map<String, NodeFigures> figures = NodeFigures.byPath(program);
        TextTable table = new TextTable(
                List.of(
                        texts.get("cli.count.node"),
                        texts.get("cli.count.type"),
                        texts.get("cli.count.field"),
                        texts.get("cli.count.activations"),
                        texts.get("cli.count.moved"),
                        texts.get("cli.count.intensity"),
                        texts.get("cli.count.paramShare"),
                        texts.get("cli.count.share")),
                2);
        for (NodeReport node : analysis.nodes().values()) {
            NodeFigures known = figures.get(node.path());
            if (known != null) {
                table.add(List.of(
                        node.path(),
                        node.type(),
                        field(known.field()),
                        node.cost().map(cost -> number(cost.activationBytes())).orElse("?"),
                        number(known.bytesMoved()),
                        String.format(locale, "%.2f", known.intensity()),
                        String.format(locale, "%.1f %%", 100 * known.paramShare()),
                        String.format(locale, "%.1f %%", 100 * known.macShare())));
            }
        }
        table.print(out);
        out.println();
        peak(PeakMemory.of(program), out);
        out.flush();
    }

    private void peak(PeakMemory peak, PrintWriter out) {
        out.println(texts.get("cli.count.peak", number(peak.bytes()), peak.path()));
        PeakLines.of(peak, 1, texts).forEach(line -> out.println("  " + line));
    }

    private String field(ReceptiveField field) {
        return field.whole()
                ? texts.get("cli.count.field.whole")
                : field.size().height() + " × " + field.size().width();
    }

    private String number(long value) {
        return String.format(locale, "%,d", value);
    }
}
