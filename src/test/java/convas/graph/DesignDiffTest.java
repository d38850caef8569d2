package convas.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DesignDiffTest {
    private final Sheet sheet = new Sheet(
            new Graph(List.of(node("a"), node("b"), node("c")), List.of(Edge.of("a", "b"), Edge.of("b", "c"))),
            new Layout(Map.of("a", new Point(0, 0), "b", new Point(100, 0))));

    @Test
    void equalSheetsDifferInNothing() {
        DesignDiff diff = DesignDiff.between(sheet, new Sheet(sheet.graph(), sheet.layout()));
        assertTrue(diff.isEmpty());
        assertFalse(diff.changesStructure());
    }

    @Test
    void aMoveIsNoChangeOfStructure() {
        DesignDiff diff = after(Edits.place(Map.of("a", new Point(5, 5), "c", new Point(1, 1))));
        assertEquals(Set.of("a", "c"), diff.moved());
        assertFalse(diff.changesStructure());
        assertFalse(diff.isEmpty());
    }

    @Test
    void aParameterSetChangesItsNodeAlone() {
        DesignDiff diff = after(Edits.setParam("b", "stride", Optional.of(Value.of(2))));
        assertEquals(new DesignDiff(Set.of(), Set.of(), Set.of("b"), Set.of(), Set.of(), Set.of()), diff);
    }

    @Test
    void aRemovedNodeGoesWithItsEdges() {
        DesignDiff diff = after(Edits.remove(List.of("b")));
        assertEquals(Set.of("b"), diff.removed());
        assertEquals(Set.of(Edge.of("a", "b"), Edge.of("b", "c")), diff.removedEdges());
        assertEquals(Set.of(), diff.moved());
    }

    @Test
    void aRenamedNodeIsOneRemovedAndOneAdded() {
        DesignDiff diff = after(Edits.rename("c", "d"));
        assertEquals(Set.of("d"), diff.added());
        assertEquals(Set.of("c"), diff.removed());
        assertEquals(Set.of(Edge.of("b", "d")), diff.addedEdges());
        assertEquals(Set.of(Edge.of("b", "c")), diff.removedEdges());
    }

    private DesignDiff after(UnaryOperator<Sheet> edit) {
        return DesignDiff.between(sheet, edit.apply(sheet));
    }

    private static Node node(String id) {
        return new Node(id, "Type", Map.of());
    }
}
