package convas.editor.canvas.tidiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Designs of any size fold into rows that together have about the shape of a screen, 16:9 or 4:3 or a part of one. */
class RowsOfAnySizeTest {
    private static void assertFits(Design design) {
        Tidiness found = Tidiness.of(Sheets.picture(design));
        double shape = found.width() / found.height();
        assertTrue(shape > 0.8 && shape < 2.8, found.toString());
        assertEquals(0, found.overlaps());
    }

    @ParameterizedTest
    @CsvSource({"100, 3", "391, 4", "426, 4", "426, 7", "500, 3", "1000, 4", "1000, 40", "2000, 7"})
    void residualChainsFold(int count, int span) {
        assertFits(Sheets.residual(count, span));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 400, 426, 5000, 12_000})
    void chainsFoldAndAreNotTooDeepForTheLayout(int count) {
        assertFits(Sheets.chain(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000})
    void chainsThatRunDownFoldIntoColumns(int count) {
        Design design = Sheets.residual(count, 4);
        assertFits(design.withView(design.view().withFlow(Flow.DOWN)));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 300})
    void nodesThatHangTogetherByNothingStandBesideAndBelowEachOther(int count) {
        List<Node> nodes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            nodes.add(new Node("n" + number, "ReLU", Map.of()));
        }
        assertFits(Design.empty("loose").withSheet(new Sheet(new Graph(nodes, List.of()), Layout.EMPTY)));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 600})
    void aCircleFoldsToo(int count) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            nodes.add(new Node("n" + number, "ReLU", Map.of()));
            edges.add(Edge.of("n" + number, "n" + (number + 1) % count));
        }
        assertFits(Design.empty("circle").withSheet(new Sheet(new Graph(nodes, edges), Layout.EMPTY)));
    }
}
