package convas.editor.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.operator.Arguments;
import convas.operator.Cost;
import convas.operator.TensorShape;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CostTreeTest {
    private final CostTree tree = CostTree.of(analysis());

    /** A convolution, and a chain of two copies of a block of two nodes. */
    private static Analysis analysis() {
        Map<String, NodeReport> nodes = new LinkedHashMap<>();
        add(nodes, "conv", "Conv2d", 100);
        add(nodes, "stage", "Block", 300);
        add(nodes, "stage.0", "Block", 100);
        add(nodes, "stage.0/a", "Conv2d", 60);
        add(nodes, "stage.0/b", "ReLU", 40);
        add(nodes, "stage.1", "Block", 200);
        add(nodes, "stage.1/a", "Conv2d", 150);
        add(nodes, "stage.1/b", "ReLU", 50);
        return new Analysis(Optional.empty(), nodes, Optional.of(cost(400)), List.of());
    }

    private static Cost cost(long macs) {
        return new Cost(macs / 10, 0, macs, 2 * macs, 4);
    }

    private static void add(Map<String, NodeReport> nodes, String path, String type, long macs) {
        List<Optional<TensorShape>> shape = List.of(Optional.of(TensorShape.of(16, 8, 8)));
        nodes.put(path, new NodeReport(path, type, shape, shape, Optional.of(cost(macs)), Arguments.NONE));
    }

    private List<String> paths(boolean flat, String filter, Set<String> open, Comparator<CostRow> order) {
        return tree.rows(new CostTree.View(flat, filter, open, Optional.ofNullable(order))).stream()
                .map(CostRow::path)
                .toList();
    }

    @Test
    void closedModulesHideWhatIsInThem() {
        assertEquals(List.of("conv", "stage"), paths(false, "", Set.of(), null));
        assertEquals(List.of("conv", "stage", "stage.0", "stage.1"), paths(false, "", Set.of("stage"), null));
        assertEquals(
                List.of("conv", "stage", "stage.0", "stage.0/a", "stage.0/b", "stage.1"),
                paths(false, "", Set.of("stage", "stage.0"), null));
    }

    /** 60 and 150 of the convolutions in the stage and 100 of the one before; the stage and its parts count once. */
    @Test
    void sumsCountWhatIsInsideOnce() {
        assertEquals(310, tree.sum("type:Conv2d").orElseThrow().macs());
        assertEquals(31, tree.sum("type:Conv2d").orElseThrow().params());
        assertEquals(300, tree.sum("stage").orElseThrow().macs());
        assertEquals(
                100 + 200 + 40,
                tree.sum(Set.of("conv", "stage.1", "stage.1/a", "stage.1/b", "stage.0/b"))
                        .orElseThrow()
                        .macs());
        assertEquals(0, tree.sum("nothing").orElseThrow().macs());
    }

    @Test
    void theFlatFormHasPrimitivesOnly() {
        assertEquals(
                List.of("conv", "stage.0/a", "stage.0/b", "stage.1/a", "stage.1/b"), paths(true, "", Set.of(), null));
    }

    @Test
    void aFilterShowsWhatFitsAndWhatItStandsIn() {
        assertEquals(
                List.of("stage", "stage.0", "stage.0/b", "stage.1", "stage.1/b"), paths(false, "relu", Set.of(), null));
        assertEquals(List.of("stage.0/b", "stage.1/b"), paths(true, "RELU", Set.of(), null));
    }

    @Test
    void sortingKeepsTheTreeTogether() {
        Comparator<CostRow> most = CostColumn.MACS.order().reversed();
        assertEquals(
                List.of("stage", "stage.1", "stage.0", "stage.0/a", "stage.0/b", "conv"),
                paths(false, "", Set.of("stage", "stage.0"), most));
        assertEquals(
                List.of("stage.1/a", "conv", "stage.0/a", "stage.1/b", "stage.0/b"), paths(true, "", Set.of(), most));
    }

    @Test
    void sharesAreOfTheWholeDesign() {
        CostRow stage = tree.rows(new CostTree.View(false, "", Set.of(), Optional.empty()))
                .get(1);
        assertEquals(Optional.of(0.75), stage.macShare());
        assertEquals("75.0 %", CostColumn.SHARE.shown(stage));
        assertEquals(List.of("stage.0", "stage"), tree.above("stage.0/a"));
    }

    @Test
    void rowsAreCopiedForProgramsAndForPeople() {
        List<CostRow> rows = tree.rows(new CostTree.View(true, "conv", Set.of(), Optional.empty()));
        List<String> headings = List.of("Node", "Type", "Output", "Parameters", "MACs", "FLOPs", "Bytes", "Share");

        assertEquals("""
            Node,Type,Output,Parameters,MACs,FLOPs,Bytes,Share
            conv,Conv2d,"[16, 8, 8]",10,100,200,4,0.25
            """, TableText.csv(headings, rows.subList(0, 1)));
        assertEquals("""
            | Node | Type | Output | Parameters | MACs | FLOPs | Bytes | Share |
            | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |
            | conv | Conv2d | 16 \u00d7 8 \u00d7 8 | 10 | 100 | 200 | 4 | 25.0 % |
            """, TableText.markdown(headings, rows.subList(0, 1)));
    }
}
