package convas.editor.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Point;
import convas.graph.Value;
import convas.graph.grouping.Belongings;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.operator.TensorShape;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the expressions of pasted nodes name comes along, so that they say the same where they come to. */
class PastedVariablesTest {
    private static final String SOURCE = """
            {"format": "convas-design", "version": 1, "name": "source",
             "variables": {"width": {"value": 1.5, "min": 0.5, "max": 2}, "other": 3},
             "let": {"base": "=16 * width", "unused": "=other"},
             "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [3, 8, 8]}},
              {"id": "conv", "type": "Conv2d", "params": {"out_channels": "=base + 2", "kernel_size": 1}},
              {"id": "scores", "type": "Output"}],
             "edges": [{"from": "image", "to": "conv"}, {"from": "conv", "to": "scores"}]}
            """;

    private static final String TARGET = """
            {"format": "convas-design", "version": 1, "name": "target", %s
             "nodes": [{"id": "image", "type": "Input", "params": {"shape": [3, 8, 8]}}, {"id": "scores", "type": "Output"}],
             "edges": [{"from": "image", "to": "scores"}],
             "modules": {"Box": {"type": "Box", "category": "mine", "inputs": ["in"], "params": {%s},
              "nodes": [{"id": "relu", "type": "ReLU"}], "edges": [{"from": "in", "to": "relu"}],
              "outputs": {"out": "relu"}}}}
            """;

    private final Catalog catalog = BuiltinCatalog.create();

    private static Design read(String text) {
        return new DesignFormat()
                .read(text.getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
    }

    /** Copied from the one design as text, and pasted into the wire of the other. */
    private Document pasted(String variables) {
        Document document = new Document(catalog, read(TARGET.formatted(variables, "")), Optional.empty());
        Clip clip = clip();
        document.apply(document.pasting()
                .pasteInto(
                        clip,
                        new Point(0, 0),
                        document.design().graph().edges().get(0),
                        document.design().layout(),
                        convas.graph.Flow.RIGHT,
                        216));
        return document;
    }

    private Clip clip() {
        Design source = read(SOURCE);
        Clip cut = Clip.of(source.sheet(), Set.of("conv"), source.layout());
        Clip clip = cut.with(Belongings.of(source, Optional.empty(), cut.sheet().graph()));
        return new ClipText().read(new ClipText().write(clip, source)).orElseThrow();
    }

    private void assertSaysTheSame(Document document) {
        // 16 * 1.5 + 2
        assertEquals(
                Optional.of(TensorShape.of(26, 8, 8)),
                new Analyzer(catalog)
                        .analyze(document.design())
                        .node("conv")
                        .orElseThrow()
                        .outputs()
                        .get(0));
    }

    @Test
    void whatIsNamedComesAlongWithItsRangeAndNothingElse() {
        Document document = pasted("");
        assertSaysTheSame(document);
        assertEquals(
                read(SOURCE).variables().get("width"),
                document.design().variables().get("width"));
        assertEquals(Set.of("width"), document.design().variables().keySet());
        assertEquals(Set.of("base"), document.design().let().keySet());
        document.undo();
        assertEquals(Map.of(), document.design().variables());
    }

    @Test
    void whatIsThereWithTheSameValueIsUsed() {
        Document document = pasted("\"variables\": {\"width\": 1.5}, \"let\": {\"base\": \"=16 * width\"},");
        assertSaysTheSame(document);
        assertEquals(Set.of("width"), document.design().variables().keySet());
        assertEquals(Set.of("base"), document.design().let().keySet());
    }

    @Test
    void whatIsThereWithAnotherValueStaysAndTheOtherGetsAnotherName() {
        Document document = pasted("\"variables\": {\"width\": 1, \"width2\": 7},");
        assertSaysTheSame(document);
        assertEquals(Value.of(1), document.design().variables().get("width").value());
        assertEquals(Value.of(1.5), document.design().variables().get("width3").value());
        assertEquals(Value.of("=16 * width3"), document.design().let().get("base"));

        Document named = pasted("\"let\": {\"base\": 5},");
        assertSaysTheSame(named);
        assertEquals(Value.of(5), named.design().let().get("base"));
        assertEquals(
                Value.of("=base2 + 2"),
                named.design().graph().node("conv").orElseThrow().params().get("out_channels"));
    }

    @Test
    void inABodyTheyAreValuesNamedOnce() {
        String used = TARGET.formatted(
                        "\"variables\": {\"width\": 9},", "\"width\": {\"type\": \"float\", \"default\": 4}")
                .replace("{\"id\": \"scores\"", "{\"id\": \"box\", \"type\": \"Box\"}, {\"id\": \"scores\"");
        Document document = new Document(catalog, read(used), Optional.empty());
        document.open("box");
        document.apply(document.pasting().paste(clip(), new Point(0, 0)));
        assertEquals(
                Map.of("width2", Value.of(1.5), "base", Value.of("=16 * width2")),
                document.design().modules().get("Box").let());
        assertEquals(Value.of(9), document.design().variables().get("width").value());
    }
}
