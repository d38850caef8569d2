package convas.editor.canvas.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.Samples;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.graph.Flow;
import convas.graph.Layout;
import convas.graph.ModuleBody;
import convas.graph.Point;
import convas.operator.Catalog;
import convas.operator.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {
    private final Catalog catalog = BuiltinCatalog.create();

    @Test
    void aChainRunsFromLeftToRight() {
        OpenSheet open = OpenSheet.find(Samples.chain(), catalog, Place.DESIGN);
        Layout layout = lay(open);

        double x = Double.NEGATIVE_INFINITY;
        for (String id : List.of("image", "conv", "relu", "scores")) {
            assertTrue(layout.of(id).orElseThrow().x() >= x + NodeShape.WIDTH);
            x = layout.of(id).orElseThrow().x();
        }
    }

    @Test
    void noTwoCardsOfAnyModulesBodyOverlapAndEveryOneHasAPlace() {
        catalog.all().stream()
                .filter(Module.class::isInstance)
                .map(type -> ((Module) type).body())
                .forEach(this::assertTidy);
    }

    private void assertTidy(ModuleBody body) {
        OpenSheet open = new OpenSheet(Place.DESIGN, body.sheet(), Optional.of(body), Optional.empty());
        Layout layout = lay(open);
        assertEquals(
                body.sheet().graph().nodes().size()
                        + body.inputs().size()
                        + body.outputs().size(),
                layout.positions().size(),
                body.type());
        List<Point> placed = new ArrayList<>();
        for (Point place : layout.positions().values()) {
            Bounds card = Bounds.at(place.x(), place.y(), NodeShape.WIDTH, NodeShape.HEIGHT);
            for (Point other : placed) {
                assertFalse(
                        card.meets(Bounds.at(other.x(), other.y(), NodeShape.WIDTH, NodeShape.HEIGHT)), body.type());
            }
            placed.add(place);
        }
    }

    @Test
    void itAsksAgainAndAgainWhetherItIsCancelledAndEndsThere() {
        OpenSheet open = OpenSheet.find(Samples.large(600), catalog, Place.DESIGN);
        int[] asked = {0};
        layUntil(open, Integer.MAX_VALUE, asked);
        int all = asked[0];
        // About twenty phases, with as many questions between them, would be too few for a large sheet.
        assertTrue(all > 500, all + " questions");
        for (int end : new int[] {1, all / 3, all / 2, all - 1}) {
            asked[0] = 0;
            assertThrows(CancellationException.class, () -> layUntil(open, end, asked));
            // Between two phases it is said once more on the way out.
            assertTrue(asked[0] <= end + 2, asked[0] + " questions instead of " + end);
        }
    }

    private static void layUntil(OpenSheet open, int end, int[] asked) {
        AutoLayout.of(
                open,
                open.sheet().graph().nodes(),
                Flow.RIGHT,
                node -> new Point(NodeShape.WIDTH, NodeShape.HEIGHT),
                () -> ++asked[0] >= end);
    }

    private static Layout lay(OpenSheet open) {
        return AutoLayout.of(
                open,
                open.sheet().graph().nodes(),
                Flow.RIGHT,
                node -> new Point(NodeShape.WIDTH, NodeShape.HEIGHT),
                () -> false);
    }
}
