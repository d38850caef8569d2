package convas.editor.arrange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.canvas.picture.Bounds;
import convas.graph.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SnapTest {
    private static final Bounds CARD = Bounds.at(0, 0, 100, 40);

    @Test
    void anEdgeThatIsNearAttracts() {
        Snap snap = Snap.of(Bounds.at(4, 203, 100, 40), List.of(CARD), 6);
        assertEquals(-4, snap.dx());
        // No row is near: 203 goes to 200, a multiple of 8.
        assertEquals(-3, snap.dy());
        assertTrue(snap.guides().contains(new Snap.Guide(true, 0, 0, 240)), snap::toString);
    }

    @Test
    void theNearestOfSeveralLinesWins() {
        Snap snap = Snap.of(Bounds.at(5, 300, 100, 40), List.of(CARD, Bounds.at(7, 100, 100, 40)), 6);
        assertEquals(2, snap.dx());
    }

    @Test
    void middlesAttractMiddles() {
        // A card 60 wide whose middle is at 52, two from the other's 50.
        Snap snap = Snap.of(Bounds.at(22, 100, 60, 40), List.of(CARD), 6);
        assertEquals(-2, snap.dx());
        assertEquals(List.of(new Snap.Guide(true, 50, 0, 144)), snap.guides());
    }

    @Test
    void theRightEdgeMeetsALeftEdge() {
        Snap snap = Snap.of(Bounds.at(-103, 100, 100, 40), List.of(CARD), 6);
        assertEquals(3, snap.dx());
    }

    @Test
    void whatIsFarDoesNotAttract() {
        Snap snap = Snap.of(Bounds.at(18, 100, 20, 40), List.of(CARD), 6);
        assertEquals(List.of(), snap.guides());
        assertEquals(-2, snap.dx());
    }

    private static Map<String, Bounds> three() {
        Map<String, Bounds> cards = new LinkedHashMap<>();
        cards.put("a", Bounds.at(0, 10, 100, 40));
        cards.put("b", Bounds.at(130, 0, 100, 60));
        cards.put("c", Bounds.at(400, 50, 100, 40));
        return cards;
    }

    @Test
    void cardsAreAlignedAtEachSide() {
        Map<String, Bounds> cards = three();
        assertEquals(new Point(0, 50), Arranging.aligned(cards, Side.LEFT).get("c"));
        assertEquals(new Point(400, 0), Arranging.aligned(cards, Side.RIGHT).get("b"));
        assertEquals(new Point(200, 10), Arranging.aligned(cards, Side.CENTER).get("a"));
        assertEquals(new Point(0, 0), Arranging.aligned(cards, Side.TOP).get("a"));
        // Everything lies between 0 and 90.
        assertEquals(new Point(130, 30), Arranging.aligned(cards, Side.BOTTOM).get("b"));
        assertEquals(new Point(0, 25), Arranging.aligned(cards, Side.MIDDLE).get("a"));
    }

    @Test
    void gapsBecomeEqualAndTheOutermostStay() {
        Map<String, Point> places = Arranging.distributed(three(), true);
        // 500 in all, 300 of it cards: two gaps of 100.
        assertEquals(new Point(0, 10), places.get("a"));
        assertEquals(new Point(200, 0), places.get("b"));
        assertEquals(new Point(400, 50), places.get("c"));
        Map<String, Point> rows = Arranging.distributed(three(), false);
        // From 0 to 90, 140 of cards: they overlap by 25 each.
        assertEquals(new Point(130, 0), rows.get("b"));
        assertEquals(new Point(0, 35), rows.get("a"));
        assertEquals(new Point(400, 50), rows.get("c"));
    }

    @Test
    void twoCardsHaveNoGapToShare() {
        assertEquals(Map.of(), Arranging.distributed(Map.of("a", CARD, "b", Bounds.at(200, 0, 10, 10)), true));
    }
}
