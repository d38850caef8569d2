package convas.editor.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Scope;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.operator.Catalog;
import convas.text.LocalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Edits in the body of a module at a wire that its input or an output is an end of: what comes of them is what one would
 * have written by hand.
 */
class BodyWiresTest {
    private static final Map<String, Value> CONV =
            Map.of("out_channels", Value.of(8), "kernel_size", Value.of(3), "padding", Value.of(1));
    private static final List<String> TYPES = List.of("Conv2d", "BatchNorm2d", "ReLU", "Tanh");

    private final Catalog catalog = BuiltinCatalog.create();

    /** A layer that reads the one before, or a sum of that and, by way of further layers, of an earlier one. */
    private record Item(String type, int skip, List<String> way) {
        static Item layer(String type) {
            return new Item(type, -2, List.of());
        }

        boolean isSum() {
            return type.equals("Add");
        }

        Item from(int other) {
            return new Item(type, other, way);
        }
    }

    /**
     * A body: layers in a chain, the last of which gives one output, and another of which by way of further layers the
     * other. The input counts as item -1.
     */
    private record Body(List<Item> items, int early, List<String> way) {
        static Body random(Random random) {
            List<Item> items = new ArrayList<>();
            int count = 2 + random.nextInt(8);
            for (int index = 0; index < count; index++) {
                items.add(
                        index > 0 && random.nextInt(4) == 0
                                ? new Item("Add", random.nextInt(index) - 1, List.of())
                                : Item.layer(TYPES.get(random.nextInt(TYPES.size()))));
            }
            return new Body(items, random.nextInt(count), List.of());
        }

        /** With a layer in the wire that ends at an item, or, at the end, at the output. */
        Body with(int at, String type) {
            List<Item> longer = new ArrayList<>();
            items.forEach(item -> longer.add(item.isSum() && item.skip() >= at ? item.from(item.skip() + 1) : item));
            longer.add(at, Item.layer(type));
            return new Body(longer, early >= at ? early + 1 : early, way);
        }

        Body withEarly(String type) {
            return new Body(items, early, List.of(type));
        }

        Body withSkip(int at, String type) {
            List<Item> changed = new ArrayList<>(items);
            changed.set(at, new Item("Add", items.get(at).skip(), List.of(type)));
            return new Body(changed, early, way);
        }

        Body without(int at) {
            List<Item> shorter = new ArrayList<>();
            items.forEach(item -> shorter.add(item.isSum() && item.skip() >= at ? item.from(item.skip() - 1) : item));
            shorter.remove(at);
            return new Body(shorter, early >= at ? early - 1 : early, way);
        }

        Body replaced(int at, String type) {
            List<Item> changed = new ArrayList<>(items);
            changed.set(at, Item.layer(type));
            return new Body(changed, early, way);
        }

        private static Endpoint port(int item) {
            return Endpoint.of(item < 0 ? "in" : "n" + item);
        }

        Design written() {
            List<Node> nodes = new ArrayList<>();
            List<Edge> edges = new ArrayList<>();
            for (int index = 0; index < items.size(); index++) {
                Item item = items.get(index);
                nodes.add(node("n" + index, item.type()));
                edges.add(new Edge(port(index - 1), new Endpoint("n" + index, 0)));
                if (item.isSum()) {
                    edges.add(new Edge(
                            through(port(item.skip()), item.way(), "s" + index, nodes, edges),
                            new Endpoint("n" + index, 1)));
                }
            }
            Endpoint late = through(port(early), way, "e", nodes, edges);
            ModuleBody body = new ModuleBody(
                    "Block",
                    "block",
                    LocalText.NONE,
                    "",
                    "",
                    List.of(),
                    List.of("in"),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    new Sheet(new Graph(nodes, edges), Layout.EMPTY),
                    new java.util.LinkedHashMap<>(Map.of("n0", port(items.size() - 1))),
                    Map.of());
            Map<String, Endpoint> outputs = new java.util.LinkedHashMap<>();
            // Called like a node, as an output may be.
            outputs.put("n0", port(items.size() - 1));
            outputs.put("early", late);
            List<Node> outer = List.of(
                    new Node("image", "Input", Map.of("shape", Value.of(Value.of(8), Value.of(6), Value.of(6)))),
                    new Node("block", "Block", Map.of()),
                    new Node("sum", "Add", Map.of()),
                    new Node("scores", "Output", Map.of()));
            List<Edge> wires = List.of(
                    Edge.of("image", "block"),
                    Edge.of("block:0", "sum:0"),
                    Edge.of("block:1", "sum:1"),
                    Edge.of("sum", "scores"));
            return Design.empty("random")
                    .withSheet(new Sheet(new Graph(outer, wires), Layout.EMPTY))
                    .withModules(Map.of("Block", body.withOutputs(outputs)));
        }

        private static Endpoint through(
                Endpoint from, List<String> types, String prefix, List<Node> nodes, List<Edge> edges) {
            Endpoint at = from;
            for (String type : types) {
                String id = prefix + nodes.size();
                nodes.add(node(id, type));
                edges.add(new Edge(at, Endpoint.of(id)));
                at = Endpoint.of(id);
            }
            return at;
        }

        private static Node node(String id, String type) {
            return new Node(id, type, type.equals("Conv2d") ? CONV : Map.of());
        }
    }

    /** What computes an output, without regard to what anything is called. */
    private static String formula(ModuleBody body, Endpoint port) {
        if (body.inputs().contains(port.node())) {
            return port.node();
        }
        Graph graph = body.sheet().graph();
        Node node = graph.node(port.node()).orElseThrow();
        List<String> read = graph.incoming(node.id()).stream()
                .sorted((one, other) ->
                        Integer.compare(one.to().port(), other.to().port()))
                .map(edge -> formula(body, edge.from()))
                .toList();
        return node.type() + new java.util.TreeMap<>(node.params()) + read;
    }

    private void assertSame(Body expected, Document document) {
        ModuleBody hand = expected.written().modules().get("Block");
        ModuleBody made = document.design().modules().get("Block");
        for (String name : List.of("n0", "early")) {
            assertEquals(
                    formula(hand, hand.outputs().get(name)),
                    formula(made, made.outputs().get(name)),
                    name);
        }
        assertEquals(
                hand.sheet().graph().nodes().size(),
                made.sheet().graph().nodes().size());
        assertEquals(
                hand.sheet().graph().edges().size(),
                made.sheet().graph().edges().size());
        Analysis one = new Analyzer(catalog).analyze(expected.written());
        Analysis other = new Analyzer(catalog).analyze(document.design());
        assertEquals(one.total(), other.total());
        assertEquals(
                one.node("block").orElseThrow().outputs(),
                other.node("block").orElseThrow().outputs());
    }

    private Document inside(Body body) {
        Document document = new Document(catalog, body.written(), Optional.empty());
        document.open("block");
        return document;
    }

    private static Edge wire(Document document, Endpoint to) {
        return document.sheet().wires().incoming(to.node()).stream()
                .filter(edge -> edge.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private void insert(Document document, Random random, Edge wire, String type) {
        Layout nowhere = Layout.EMPTY;
        Point place = new Point(0, 0);
        if (random.nextBoolean()) {
            document.apply(document.rewiring().insertNew(type, place, wire, nowhere, Flow.RIGHT, 216));
        } else {
            document.apply(document.intents().add(type, place));
            String id = document.selection().single().orElseThrow();
            document.apply(document.rewiring().insert(id, place, wire, nowhere, Flow.RIGHT, 216));
        }
        String id = document.selection().single().orElseThrow();
        if (type.equals("Conv2d")) {
            CONV.forEach(
                    (name, value) -> document.apply(document.intents().setParam(Set.of(id), name, Optional.of(value))));
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsPutIntoAnyWireComesOutAsWrittenByHand(@ForAll long seed) {
        Random random = new Random(seed);
        Body body = Body.random(random);
        String type = TYPES.get(random.nextInt(TYPES.size()));
        int last = body.items().size();

        int at = random.nextInt(last + 1);
        Document chain = inside(body);
        Endpoint end = at == last ? Endpoint.of("n0 >") : Endpoint.of("n" + at);
        insert(chain, random, wire(chain, end), type);
        assertSame(body.with(at, type), chain);

        Document early = inside(body);
        insert(early, random, wire(early, Endpoint.of("early >")), type);
        assertSame(body.withEarly(type), early);

        IntStream.range(0, last)
                .filter(index -> body.items().get(index).isSum())
                .findFirst()
                .ifPresent(sum -> {
                    Document skip = inside(body);
                    insert(skip, random, wire(skip, new Endpoint("n" + sum, 1)), type);
                    assertSame(body.withSkip(sum, type), skip);
                });
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsDeletedRenamedOrReplacedLeavesWhatWouldHaveBeenWrittenByHand(@ForAll long seed) {
        Random random = new Random(seed);
        Body body = Body.random(random);
        List<Integer> layers = IntStream.range(0, body.items().size())
                .filter(index -> !body.items().get(index).isSum())
                .boxed()
                .toList();
        int at = layers.get(random.nextInt(layers.size()));

        Document deleted = inside(body);
        deleted.apply(deleted.rewiring().delete(Selection.ofNode("n" + at)));
        assertSame(body.without(at), deleted);
        deleted.undo();
        assertEquals(body.written(), deleted.design());

        Document renamed = inside(body);
        renamed.apply(renamed.intents().rename("n" + at, "other"));
        assertSame(body, renamed);

        Document replaced = inside(body);
        replaced.apply(replaced.intents().replaceType(Set.of("n" + at), "Tanh"));
        assertSame(body.replaced(at, "Tanh"), replaced);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void severalNodesThatGoAreHealedAround(@ForAll long seed) {
        Random random = new Random(seed);
        Body body = Body.random(random);
        Body rest = body;
        List<String> gone = new ArrayList<>();
        for (int index = body.items().size() - 1; index >= 0; index--) {
            if (!body.items().get(index).isSum() && random.nextBoolean()) {
                rest = rest.without(index);
                gone.add("n" + index);
            }
        }
        Document document = inside(body);
        document.apply(document.rewiring().delete(Selection.ofNodes(gone)));
        assertSame(rest, document);
    }

    @org.junit.jupiter.api.Test
    void anOutputThatIsCutOffIsSaidAndComesBackByUndo() {
        Body body = new Body(List.of(Item.layer("ReLU"), Item.layer("Tanh")), 0, List.of());
        Document document = inside(body);
        document.apply(document.intents().delete(Selection.ofNode("n1")));
        assertEquals(
                Endpoint.of("n1"),
                document.design().modules().get("Block").outputs().get("n0"));
        assertEquals(Scope.module("Block"), document.sheet().scope().orElseThrow());
        document.undo();
        assertEquals(body.written(), document.design());
    }
}
