package convas.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.graph.Design;
import convas.graph.Edits;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Scope;
import convas.graph.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenFormTest {
    private static final String SMALL = """
            {
              "format": "convas-design", "version": 1, "name": "small",
              "description": "For a test.",
              "variables": {
                "width": 1.0,
                "groups": {"value": 3, "min": 1, "max": 8, "choices": [1, 2, 3, 4, 8], "doc": {"en": "groups", "zh": "分组"}}
              },
              "requires": [
                {"that": "=groups > 0", "else": "no groups"}
              ],
              "let": {"wide": "=16 * width"},
              "nodes": [
                {"id": "image", "type": "Input", "params": {"shape": [1, 32, 32]}, "position": [0, 0]},
                {"id": "split", "type": "Split", "params": {"sizes": [1, 1]}, "later": {"a": [1, 2.5, null]}, "position": [120, 40.5]},
                {"id": "stage", "type": "Block", "params": {"out_channels": "=wide", "eps": 0.00001}, "repeat": 3, "when": "=groups > 1"},
                {"id": "twin", "type": "Block", "shares": "stage"},
                {"id": "add", "type": "Add"},
                {"id": "scores", "type": "Output"}
              ],
              "edges": [
                {"from": "image", "to": "split"},
                {"from": "split:0", "to": "stage"},
                {"from": "split:1", "to": "twin", "colour": "red"},
                {"from": "stage", "to": "add:0"},
                {"from": "twin", "to": "add:1"},
                {"from": "add", "to": "scores"}
              ],
              "modules": {
                "Block": {
                  "type": "Block", "category": "mine",
                  "doc": {"en": "A block.",
                          "zh": "模块。"},
                  "paper": "A paper", "url": "https://example.org",
                  "aliases": ["brick"],
                  "inputs": ["in"],
                  "params": {
                    "out_channels": {"type": "int", "min": 1, "unit": "px", "doc": "output channels"},
                    "eps": {"type": "float", "default": 0.001}
                  },
                  "nodes": [
                    {"id": "conv", "type": "Conv2d", "params": {"out_channels": "=out_channels"}}
                  ],
                  "edges": [
                    {"from": "in", "to": "conv"}
                  ],
                  "outputs": {"out": "conv"}
                }
              },
              "training": {"dataset": "digits", "epochs": 10, "optimizer": {"type": "AdamW", "learning_rate": 0.001}},
              "notes": [
                {"text": "Look here.", "position": [0, -80], "size": [200, 80]}
              ],
              "future": {"kept": true}
            }
            """;

    private final DesignFormat format = new DesignFormat();
    private final Design small = read(SMALL);

    @Test
    void aDesignInTheWrittenFormStaysAsItIsToTheByte() {
        assertEquals(SMALL, write(small));
    }

    @Test
    void theOrderOfFieldsInAFileDoesNotMatter() {
        Design shuffled = read("""
                {"edges": [{"to": "b", "from": "a"}], "name": "n", "nodes": [
                  {"position": [1, 2], "type": "Input", "id": "a"}, {"type": "Output", "id": "b"}],
                 "version": 1, "format": "convas-design"}
                """);
        assertEquals("""
                {
                  "format": "convas-design", "version": 1, "name": "n",
                  "nodes": [
                    {"id": "a", "type": "Input", "position": [1, 2]},
                    {"id": "b", "type": "Output"}
                  ],
                  "edges": [
                    {"from": "a", "to": "b"}
                  ]
                }
                """, write(shuffled));
    }

    @Test
    void aParameterSetChangesOneLine() {
        Design edited = Scope.DESIGN
                .lift(Edits.setParam("image", "shape", Optional.of(Value.of(Value.of(3), Value.of(8), Value.of(8)))))
                .apply(small);
        assertEquals(
                List.of(
                        "    {\"id\": \"image\", \"type\": \"Input\", \"params\": {\"shape\": [3, 8, 8]}, \"position\": [0, 0]},"),
                changedLines(edited));
    }

    @Test
    void aNodeMovedChangesOneLine() {
        Design edited = Scope.DESIGN
                .lift(Edits.place(Map.of("add", new Point(30, 12.25))))
                .apply(small);
        assertEquals(
                List.of("    {\"id\": \"add\", \"type\": \"Add\", \"position\": [30, 12.25]},"), changedLines(edited));
    }

    @Test
    void aParameterSetInAModuleOfTheDesignChangesOneLine() {
        Design edited = Scope.module("Block")
                .lift(Edits.setParam("conv", "stride", Optional.of(Value.of(2))))
                .apply(small);
        assertEquals(
                List.of(
                        "        {\"id\": \"conv\", \"type\": \"Conv2d\", \"params\": {\"out_channels\": \"=out_channels\", \"stride\": 2}}"),
                changedLines(edited));
    }

    @Test
    void portZeroIsNamedOnlyWhereItsSideHasOtherPortsInUse() {
        Design edited = Scope.DESIGN
                .lift(Edits.disconnect(small.graph().incoming("add").subList(1, 2)))
                .apply(small);
        assertEquals(List.of("    {\"from\": \"stage\", \"to\": \"add\"},"), changedLines(edited));
    }

    @Test
    void aRealNumberStaysRealAndAWholeOneWhole() {
        Node node = new Node("a", "T", new java.util.TreeMap<>(Map.of("one", Value.of(1.0), "two", Value.of(2))));
        Design design = Scope.DESIGN.lift(Edits.add(node, new Point(-0.0, 1e6))).apply(Design.empty("n"));
        String line = write(design)
                .lines()
                .filter(each -> each.contains("\"T\""))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "    {\"id\": \"a\", \"type\": \"T\", \"params\": {\"one\": 1.0, \"two\": 2}, \"position\": [0, 1000000]}",
                line);
    }

    /** Lines of the edited design that the small one does not have. */
    private List<String> changedLines(Design edited) {
        List<String> lines = new ArrayList<>(write(edited).lines().toList());
        lines.removeAll(SMALL.lines().toList());
        return lines;
    }

    private String write(Design design) {
        return new String(format.write(design), StandardCharsets.UTF_8);
    }

    private Design read(String json) {
        Reading<Design> reading = format.read(json.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.problems());
        return reading.value().orElseThrow();
    }
}
