package convas.editor.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Note;
import convas.graph.Point;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Ten thousand random edits in all: whatever a person does, the graph stays a graph and everything can be undone. */
class RandomEditingTest {
    private static final int EDITS = 500;
    private static final List<String> TYPES =
            List.of("Conv2d", "ReLU", "Add", "Concat", "GhostModule", "Split", "Input", "Output");

    private final Catalog catalog = BuiltinCatalog.create();

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void everyEditKeepsTheGraphSoundAndCanBeUndoneAndRedone(@ForAll long seed) {
        Random random = new Random(seed);
        Document document = new Document(catalog, Design.empty("random"), Optional.empty());
        Design start = document.design();
        for (int edit = 0; edit < EDITS; edit++) {
            step(document, random);
            assertSound(document.design().graph());
            assertAboutWhatIsThere(document.design());
            assertTrue(document.design()
                    .graph()
                    .ids()
                    .containsAll(document.selection().nodes()));
        }
        Design end = document.design();
        assertEquals(
                end,
                new DesignFormat().read(new DesignFormat().write(end)).value().orElseThrow());
        List<Design> way = new ArrayList<>();
        while (document.history().canUndo()) {
            way.add(document.design());
            document.undo();
        }
        assertSame(start, document.design());
        for (int index = way.size() - 1; index >= 0; index--) {
            document.redo();
            assertSame(way.get(index), document.design());
        }
        assertEquals(end, document.design());
    }

    private static void step(Document document, Random random) {
        Intents intents = document.intents();
        List<Node> nodes = document.design().graph().nodes();
        Point place = new Point(random.nextInt(2000), random.nextInt(2000));
        if (nodes.isEmpty()) {
            document.apply(intents.add("Input", place));
            return;
        }
        String one = nodes.get(random.nextInt(nodes.size())).id();
        String other = nodes.get(random.nextInt(nodes.size())).id();
        switch (random.nextInt(26)) {
            case 0, 1, 2 -> document.apply(intents.add(TYPES.get(random.nextInt(TYPES.size())), place));
            case 3, 4, 5 ->
                document.apply(
                        intents.connect(new Endpoint(one, random.nextInt(2)), new Endpoint(other, random.nextInt(3))));
            case 6 -> document.apply(intents.place(Map.of(one, place)));
            case 7 -> document.apply(intents.delete(new Selection(Set.of(one), Set.of())));
            case 8 -> document.apply(intents.rename(one, "n" + random.nextInt(40)));
            case 9 ->
                document.apply(intents.setParam(
                        new HashSet<>(List.of(one, other)),
                        "out_channels",
                        Optional.of(Value.of(1 + random.nextInt(64)))));
            case 10 ->
                document.apply(intents.replaceType(
                        new HashSet<>(List.of(one, other)), TYPES.get(random.nextInt(TYPES.size()))));
            case 11 -> {
                Clip clip = Clip.of(
                        document.design().sheet(),
                        new HashSet<>(List.of(one, other)),
                        document.design().layout());
                document.apply(
                        random.nextBoolean()
                                ? document.pasting().paste(clip, place)
                                : document.pasting().duplicate(clip, 10, 10));
            }
            case 13 -> document.apply(document.rewiring().delete(Selection.ofNodes(List.of(one, other))));
            case 14 ->
                document.apply(document.rewiring().addTo(type(random), place, Endpoint.of(one), random.nextBoolean()));
            case 15, 16 -> wire(document, random, one, place);
            case 17 -> document.apply(intents.mute(new HashSet<>(List.of(one, other))));
            case 18, 19, 20, 21, 22 -> annotate(document, random, one, other, place);
            case 23 -> {
                Clip clip = Clip.of(
                        document.design().sheet(),
                        new HashSet<>(List.of(one, other)),
                        document.design().layout());
                document.apply(document.pasting()
                        .pasteConnected(clip.with(document.selection().notes()), place));
            }
            case 24 -> document.apply(intents.tidy(Map.of(one, place), random.nextBoolean() ? Flow.RIGHT : Flow.DOWN));
            case 12 -> document.applyMerging("nudge", intents.place(Map.of(one, place)));
            default -> {
                document.undo();
                if (random.nextBoolean()) {
                    document.redo();
                }
            }
        }
    }

    private static void annotate(Document document, Random random, String one, String other, Point place) {
        Annotations annotations = document.annotations();
        List<Note> notes = document.design().layout().notes();
        List<Edge> edges = document.design().graph().edges();
        Optional<Note> some = notes.isEmpty() ? Optional.empty() : Optional.of(notes.get(random.nextInt(notes.size())));
        Optional<Edge> wire = edges.isEmpty() ? Optional.empty() : Optional.of(edges.get(random.nextInt(edges.size())));
        Map<String, Point> places = new HashMap<>();
        for (String id : List.of(one, other)) {
            places.put(id, document.design().layout().of(id).orElse(place));
        }
        switch (random.nextInt(8)) {
            case 0 ->
                document.apply(annotations.add(
                        new Note("text", place, new Point(100, 80), random.nextBoolean(), Optional.empty(), Map.of())));
            case 1 -> some.ifPresent(note -> document.apply(annotations.change(note, note.withText("other"))));
            case 2 -> some.ifPresent(note -> document.apply(document.rewiring().delete(Selection.ofNote(note))));
            case 3 ->
                document.apply(annotations.carry(
                        document.selection(), places, some.map(Set::of).orElse(Set.of()), 8, -16));
            case 4 ->
                document.apply(annotations.color(
                        Selection.ofNodes(places.keySet())
                                .withNotes(some.map(Set::of).orElse(Set.of())),
                        random.nextBoolean() ? Optional.of("red") : Optional.empty()));
            case 5 -> wire.ifPresent(edge -> document.apply(annotations.bend(edge, List.of(place, place.plus(40, 0)))));
            case 6 -> wire.ifPresent(edge -> document.applyMerging("bend", annotations.shift(Set.of(edge), 8, 0)));
            default -> document.apply(annotations.bookmark("" + (1 + random.nextInt(9)), place, 0.5));
        }
    }

    /** Places, colours and bends are those of nodes and wires that exist. */
    private static void assertAboutWhatIsThere(Design design) {
        Graph graph = design.graph();
        assertTrue(graph.ids().containsAll(design.layout().positions().keySet()));
        assertTrue(graph.ids().containsAll(design.layout().colors().keySet()));
        Set<Edge> wires = new HashSet<>();
        graph.edges().forEach(edge -> wires.add(edge.ends()));
        assertTrue(wires.containsAll(design.layout().bends().keySet()));
    }

    private static String type(Random random) {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private static void wire(Document document, Random random, String one, Point place) {
        List<Edge> edges = document.design().graph().edges();
        if (edges.isEmpty()) {
            return;
        }
        Edge wire = edges.get(random.nextInt(edges.size()));
        Rewiring rewiring = document.rewiring();
        Layout shown = document.design().layout();
        Flow flow = random.nextBoolean() ? Flow.DOWN : Flow.RIGHT;
        if (rewiring.fits(one, wire)) {
            document.apply(rewiring.insert(one, place, wire, shown, flow, 216));
        } else {
            String type = type(random);
            if (rewiring.passes(type)) {
                document.apply(rewiring.insertNew(type, place, wire, shown, flow, 216));
            }
        }
    }

    private static void assertSound(Graph graph) {
        assertEquals(graph.nodes().size(), graph.ids().size(), "ids are unique");
        Set<Endpoint> taken = new HashSet<>();
        Map<String, Integer> open = new HashMap<>();
        graph.ids().forEach(id -> open.put(id, 0));
        for (Edge edge : graph.edges()) {
            assertTrue(open.containsKey(edge.from().node()), () -> "dangling " + edge);
            assertTrue(open.containsKey(edge.to().node()), () -> "dangling " + edge);
            assertTrue(taken.add(edge.to()), () -> "two wires end at " + edge.to());
            open.merge(edge.to().node(), 1, Integer::sum);
        }
        // Taking away what has no open input again and again reaches every node exactly where there is no circle.
        Deque<String> ready = new ArrayDeque<>();
        open.forEach((id, inputs) -> {
            if (inputs == 0) {
                ready.add(id);
            }
        });
        int reached = 0;
        while (!ready.isEmpty()) {
            String id = ready.pop();
            reached++;
            for (Edge edge : graph.outgoing(id)) {
                if (open.merge(edge.to().node(), -1, Integer::sum) == 0) {
                    ready.push(edge.to().node());
                }
            }
        }
        assertEquals(graph.nodes().size(), reached, "there is a circle");
    }
}
