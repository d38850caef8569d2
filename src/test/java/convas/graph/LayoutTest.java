package convas.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Colours and bends follow the nodes and wires that they are about. */
class LayoutTest {
    private static final Edge AB = Edge.of("a", "b");
    private static final Edge BC = Edge.of("b", "c");
    private static final List<Point> BEND = List.of(new Point(150, 70));

    private static final Sheet SHEET = new Sheet(
            new Graph(
                    List.of(
                            new Node("a", "Input", Map.of()),
                            new Node("b", "ReLU", Map.of()),
                            new Node("c", "Output", Map.of())),
                    List.of(AB, BC)),
            new Layout(Map.of("a", new Point(0, 0)))
                    .withColor("b", Optional.of("red"))
                    .withBends(AB, BEND)
                    .withBends(BC, BEND));

    @Test
    void aRemovedNodeTakesItsColourAndTheBendsOfItsWiresAlong() {
        Layout layout = Edits.remove(Set.of("b")).apply(SHEET).layout();

        assertEquals(new Layout(Map.of("a", new Point(0, 0))), layout);
    }

    @Test
    void aRenamedNodeKeepsThem() {
        Layout layout = Edits.rename("b", "act").apply(SHEET).layout();

        assertEquals(Optional.of("red"), layout.color("act"));
        assertEquals(Optional.empty(), layout.color("b"));
        assertEquals(BEND, layout.bends(Edge.of("a", "act")));
        assertEquals(BEND, layout.bends(Edge.of("act", "c")));
    }

    @Test
    void aWireThatIsTakenAwayOrReplacedLosesItsBends() {
        assertEquals(
                Map.of(BC, BEND),
                Edits.disconnect(List.of(AB)).apply(SHEET).layout().bends());
        assertEquals(
                Map.of(AB, BEND),
                Edits.connect(Endpoint.of("a"), Endpoint.of("c"))
                        .apply(SHEET)
                        .layout()
                        .bends());
    }

    @Test
    void theConditionOfAWireDoesNotMatterToItsBends() {
        Edge conditional = new Edge(AB.from(), AB.to(), Map.of("when", Value.of(true)));

        assertEquals(BEND, SHEET.layout().bends(conditional));
    }

    @Test
    void aPartHasWhatIsWithinIt() {
        Layout part = SHEET.layout().part(Set.of("a", "b")).moved(10, 20).renamed(id -> id + "2");

        assertEquals(Map.of("a2", new Point(10, 20)), part.positions());
        assertEquals(Map.of("b2", "red"), part.colors());
        assertEquals(Map.of(Edge.of("a2", "b2"), List.of(new Point(160, 90))), part.bends());
    }
}
