package convas.editor.canvas.words;

import convas.analysis.NodeReport;
import convas.editor.canvas.picture.Hit;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.PortShape;
import convas.editor.document.Document;
import convas.editor.document.Findings;
import convas.graph.Diagnostic;
import convas.operator.NodeType;
import convas.operator.TensorShape;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words about a thing on the canvas. */
public final class HoverText {
    private static final int MOST_PROBLEMS = 8;

    private final Document document;
    private final Findings findings;
    private final Texts texts;

    public HoverText(Document document, Findings findings, Texts texts) {
        this.document = document;
        this.findings = findings;
        this.texts = texts;
    }

    /** Empty where there is nothing to say. */
    public String of(Hit hit) {
        if (hit instanceof Hit.OnPort on) {
            return port(on.port());
        } else if (hit instanceof Hit.OnNode on) {
            return node(on.node());
        } else if (hit instanceof Hit.OnEdge on) {
            return on.edge().label().replace("×", " × ");
        }
        return "";
    }

    private String port(PortShape port) {
        Optional<NodeReport> report =
                findings.report(document.sheet().place().path(port.end().node()));
        Optional<TensorShape> shape = report.map(known -> port.input() ? known.inputs() : known.outputs())
                .filter(shapes -> port.end().port() < shapes.size())
                .flatMap(shapes -> shapes.get(port.end().port()));
        String name = port.name().isEmpty() ? Integer.toString(port.end().port()) : port.name();
        return shape.map(known -> texts.get("editorcanvas.hover.port", name, known.display()))
                .orElseGet(() -> texts.get("editorcanvas.hover.portUnknown", name));
    }

    private String node(NodeShape shape) {
        if (shape.kind() != NodeShape.Kind.NODE) {
            String key = shape.kind() == NodeShape.Kind.INPUT_END ? "editorcanvas.hover.in" : "editorcanvas.hover.out";
            return texts.get(key, shape.id());
        }
        List<String> lines = new ArrayList<>();
        lines.add(shape.node().type() + "  " + shape.id());
        Optional<NodeType> type = document.catalog().find(shape.node().type());
        type.map(known -> known.doc(texts.locale()))
                .filter(doc -> !doc.isEmpty())
                .ifPresent(lines::add);
        report(shape).ifPresent(lines::add);
        List<Diagnostic> problems = findings.problems(document.sheet().place().path(shape.id()));
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> lines.add("• " + problem.line(texts)));
        if (problems.size() > MOST_PROBLEMS) {
            lines.add(texts.get("editorcanvas.hover.more", problems.size() - MOST_PROBLEMS));
        }
        if (shape.opens()) {
            lines.add(texts.get("editorcanvas.hover.opens"));
        }
        return String.join("\n", lines);
    }

    private Optional<String> report(NodeShape shape) {
        return shape.report()
                .flatMap(NodeReport::cost)
                .map(cost -> texts.get(
                        "editorcanvas.hover.cost",
                        shape.report()
                                .flatMap(known -> known.outputs().stream().findFirst())
                                .flatMap(out -> out)
                                .map(TensorShape::display)
                                .orElse("?"),
                        String.format(texts.locale(), "%,d", cost.params()),
                        String.format(texts.locale(), "%,d", cost.macs())));
    }
}
