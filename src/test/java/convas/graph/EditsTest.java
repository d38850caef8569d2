package convas.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EditsTest {
    /** image -> a -> b -> out, with c sharing a's weights and fed by the image. */
    private final Sheet sheet = new Sheet(
            new Graph(
                    List.of(node("image"), node("a"), node("b"), node("c").withShares(Optional.of("a")), node("out")),
                    List.of(Edge.of("image", "a"), Edge.of("a", "b"), Edge.of("b", "out"), Edge.of("image", "c"))),
            new Layout(Map.of("a", new Point(10, 20))));

    @Test
    void addingPutsTheNodeLastAndAtItsPlace() {
        Sheet after = Edits.add(node("d"), new Point(1, 2)).apply(sheet);
        assertEquals(
                List.of("image", "a", "b", "c", "out", "d"),
                List.copyOf(after.graph().ids()));
        assertEquals(Optional.of(new Point(1, 2)), after.layout().of("d"));
    }

    @Test
    void addingAnIdThatIsTakenChangesNothing() {
        assertSame(sheet, Edits.add(node("a"), new Point(1, 2)).apply(sheet));
    }

    @Test
    void removingTakesEdgesPlacesAndSharingAlong() {
        Sheet after = Edits.remove(List.of("a")).apply(sheet);
        assertEquals(Set.of("image", "b", "c", "out"), after.graph().ids());
        assertEquals(
                List.of(Edge.of("b", "out"), Edge.of("image", "c")),
                after.graph().edges());
        assertEquals(Layout.EMPTY, after.layout());
        assertEquals(Optional.empty(), after.graph().node("c").orElseThrow().shares());
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        assertSame(sheet, Edits.remove(List.of("nobody")).apply(sheet));
    }

    @Test
    void connectingToATakenPortTakesTheOldEdgeAway() {
        Sheet after = Edits.connect(Endpoint.of("image"), Endpoint.of("b")).apply(sheet);
        assertEquals(
                List.of(Edge.of("image", "a"), Edge.of("b", "out"), Edge.of("image", "c"), Edge.of("image", "b")),
                after.graph().edges());
    }

    @Test
    void connectingNeverClosesACycle() {
        assertSame(sheet, Edits.connect(Endpoint.of("b"), Endpoint.of("a")).apply(sheet));
        assertSame(sheet, Edits.connect(Endpoint.of("b"), Endpoint.of("b")).apply(sheet));
    }

    @Test
    void connectingTwiceChangesNothing() {
        assertSame(sheet, Edits.connect(Endpoint.of("a"), Endpoint.of("b")).apply(sheet));
    }

    @Test
    void disconnectingTakesTheEdgeAlone() {
        Sheet after = Edits.disconnect(List.of(Edge.of("a", "b"))).apply(sheet);
        assertEquals(3, after.graph().edges().size());
        assertSame(after, Edits.disconnect(List.of(Edge.of("a", "b"))).apply(after));
    }

    @Test
    void renamingReachesEdgesPlacesAndSharing() {
        Sheet after = Edits.rename("a", "stem").apply(sheet);
        assertEquals(
                List.of("image", "stem", "b", "c", "out"),
                List.copyOf(after.graph().ids()));
        assertEquals(
                List.of(Edge.of("image", "stem"), Edge.of("stem", "b")),
                after.graph().edges().subList(0, 2));
        assertEquals(Optional.of(new Point(10, 20)), after.layout().of("stem"));
        assertEquals(Optional.of("stem"), after.graph().node("c").orElseThrow().shares());
    }

    @Test
    void renamingToATakenIdChangesNothing() {
        assertSame(sheet, Edits.rename("a", "b").apply(sheet));
    }

    @Test
    void aParameterSetAndPutBackLeavesTheNodeAsItWas() {
        Sheet set = Edits.setParam("a", "stride", Optional.of(Value.of(2))).apply(sheet);
        assertEquals(
                Map.of("stride", Value.of(2)),
                set.graph().node("a").orElseThrow().params());
        assertEquals(sheet, Edits.setParam("a", "stride", Optional.empty()).apply(set));
    }

    @Test
    void severalEditsAreOne() {
        UnaryOperator<Sheet> both = Edits.all(
                List.of(Edits.add(node("d"), new Point(0, 0)), Edits.connect(Endpoint.of("b"), Endpoint.of("d"))));
        assertEquals(List.of(Edge.of("b", "d")), both.apply(sheet).graph().incoming("d"));
    }

    @Test
    void aFreeIdIsTheWishOrTheWishWithTheNextNumber() {
        Graph graph = new Graph(List.of(node("conv"), node("conv2"), node("relu")), List.of());
        assertEquals("pool", Edits.freeId(graph, "pool"));
        assertEquals("relu2", Edits.freeId(graph, "relu"));
        assertEquals("conv3", Edits.freeId(graph, "conv"));
    }

    @Test
    void anEditOfTheDesignsSheetLeavesEverythingElse() {
        Design design = Design.empty("n").withSheet(sheet);
        Design after = Scope.DESIGN.lift(Edits.rename("a", "stem")).apply(design);
        assertEquals(design.withSheet(Edits.rename("a", "stem").apply(sheet)), after);
    }

    @Test
    void anEditWithoutEffectReturnsTheVeryDesign() {
        Design design = Design.empty("n").withSheet(sheet);
        assertSame(design, Scope.DESIGN.lift(Edits.remove(List.of("nobody"))).apply(design));
        assertSame(
                design,
                Scope.DESIGN.lift(Edits.place(Map.of("a", new Point(10, 20)))).apply(design));
        assertSame(design, Scope.module("None").lift(Edits.remove(List.of("a"))).apply(design));
    }

    private static Node node(String id) {
        return new Node(id, "Type", Map.of());
    }
}
