package convas.analysis.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Bench;
import convas.analysis.Program;
import convas.operator.Convention;
import convas.operator.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of small programs, worked out by hand in the comments, and published ones of known networks. */
class FiguresTest {
    private final Bench bench = new Bench();

    /** A 1x4x4 image, a 1x1 convolution to 4 channels, and a sum that skips over ReLU and Tanh. */
    private Program skipping() {
        return bench.program("""
                'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 4, 4]}},
                  {'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': 4, 'kernel_size': 1, 'bias': false}},
                  {'id': 'relu', 'type': 'ReLU'}, {'id': 'tanh', 'type': 'Tanh'}, {'id': 'add', 'type': 'Add'},
                  {'id': 'scores', 'type': 'Output'}],
                'edges': [{'from': 'image', 'to': 'conv'}, {'from': 'conv', 'to': 'relu'}, {'from': 'relu', 'to': 'tanh'},
                  {'from': 'conv', 'to': 'add:0'}, {'from': 'tanh', 'to': 'add:1'}, {'from': 'add', 'to': 'scores'}]""");
    }

    @Test
    void thePeakIsWhereTheSkipConnectionAndTwoMoreTensorsStand() {
        PeakMemory peak = PeakMemory.of(skipping());
        // 4 * 16 elements of 4 bytes are 256; during Tanh there are conv (waiting for add), relu and tanh
        assertEquals(768, peak.bytes());
        assertEquals("tanh", peak.path());
        PeakMemory.Held skip = peak.held().stream()
                .filter(PeakMemory.Held::waiting)
                .findFirst()
                .orElseThrow();
        assertEquals(new PeakMemory.Held("conv", 256, "add", true), skip);
        assertEquals(3, peak.held().size());
    }

    @Test
    void aTensorThatAnOutputHandsOnLivesToTheEnd() {
        Program program = bench.program("""
                'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 4, 4]}}, {'id': 'relu', 'type': 'ReLU'},
                  {'id': 'early', 'type': 'Output'}, {'id': 'tanh', 'type': 'Tanh'}, {'id': 'elu', 'type': 'ELU'},
                  {'id': 'late', 'type': 'Output'}],
                'edges': [{'from': 'image', 'to': 'relu'}, {'from': 'relu', 'to': 'early'}, {'from': 'relu', 'to': 'tanh'},
                  {'from': 'tanh', 'to': 'elu'}, {'from': 'elu', 'to': 'late'}]""");
        // relu, tanh and elu of 64 bytes each, since relu is a result
        assertEquals(192, PeakMemory.of(program).bytes());
    }

    @Test
    void trafficIsInputsWeightsAndOutputs() {
        Map<String, NodeFigures> figures = NodeFigures.byPath(skipping());
        // input 64 bytes, weights 4 * 4, output 256; 16 positions * 4 MACs
        NodeFigures conv = figures.get("conv");
        assertEquals(336, conv.bytesMoved());
        assertEquals(64.0 / 336, conv.intensity(), 1e-12);
        assertEquals(1.0, conv.macShare());
        assertEquals(0.0, figures.get("add").intensity());
    }

    /** Araujo, Norris and Sim, Computing Receptive Fields of Convolutional Neural Networks, Distill 2019: VGG-16 has 212. */
    @Test
    void theReceptiveFieldOfVgg16IsThePublishedOne() {
        List<String> nodes = new ArrayList<>();
        int[] convolutions = {2, 2, 3, 3, 3};
        for (int stage = 0; stage < convolutions.length; stage++) {
            nodes.add(
                    "{'id': 'stage%d', 'type': 'Conv2d', 'repeat': %d, 'params': {'out_channels': 8, 'kernel_size': 3, 'padding': 1}}"
                            .formatted(stage, convolutions[stage]));
            nodes.add("{'id': 'pool%d', 'type': 'MaxPool2d', 'params': {'kernel_size': 2}}".formatted(stage));
        }
        nodes.add("{'id': 'global', 'type': 'AdaptiveAvgPool2d', 'params': {'output_size': 1}}");
        Map<String, ReceptiveField> fields =
                ReceptiveField.byPath(bench.program(bench.chain("[3, 224, 224]", nodes.toArray(String[]::new))));
        assertEquals(Pair.square(212), fields.get("pool4").size());
        assertEquals(Pair.square(32), fields.get("pool4").stride());
        assertFalse(fields.get("pool4").whole());
        assertTrue(fields.get("global").whole());
        // two 3x3 in a row see 5x5
        assertEquals(Pair.square(5), fields.get("stage0").size());
    }

    @Test
    void aReceptiveFieldGrowsBehindAnUpsamplingByTheFinerStepsOnly() {
        Map<String, ReceptiveField> fields = ReceptiveField.byPath(bench.program(bench.chain(
                "[1, 16, 16]",
                "{'id': 'one', 'type': 'Conv2d', 'params': {'out_channels': 1, 'kernel_size': 3, 'padding': 1}}",
                "{'id': 'up', 'type': 'Upsample', 'params': {'scale_factor': 2}}",
                "{'id': 'two', 'type': 'Conv2d', 'params': {'out_channels': 1, 'kernel_size': 3, 'padding': 1}}",
                "{'id': 'rows', 'type': 'Mean', 'params': {'axis': 3}}",
                "{'id': 'all', 'type': 'LayerNorm', 'params': {'dims': 3}}")));

        assertEquals(Pair.square(3), fields.get("up").size());
        // three neighbours of the finer map lie over two of the coarser, each of which sees three
        assertEquals(Pair.square(4), fields.get("two").size());
        assertEquals(new Pair(4, 16), fields.get("rows").size());
        assertFalse(fields.get("rows").whole());
        assertTrue(fields.get("all").whole());
    }

    @Test
    void branchesThatLookAsideOfEachOtherSeeWhatLiesBetween() {
        Program program = bench.program("""
                'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 9, 9]}},
                  {'id': 'left', 'type': 'Slice', 'params': {'axis': 3, 'end': 4}},
                  {'id': 'right', 'type': 'Slice', 'params': {'axis': 3, 'start': 5}},
                  {'id': 'add', 'type': 'Add'}, {'id': 'out', 'type': 'Output'}],
                'edges': [{'from': 'image', 'to': 'left'}, {'from': 'image', 'to': 'right'},
                  {'from': 'left', 'to': 'add:0'}, {'from': 'right', 'to': 'add:1'}, {'from': 'add', 'to': 'out'}]""");

        // columns o and o + 5
        assertEquals(new Pair(1, 6), ReceptiveField.byPath(program).get("add").size());
    }

    /** The figures that the tools print for torchvision's ResNet-50 at 224 by 224. */
    @ParameterizedTest
    @CsvSource({
        "MACS, 4089184256",
        "FVCORE, 4111512576",
        "THOP, 4133742592",
        "PTFLOPS_PYTORCH, 4132436968",
        "PTFLOPS_ATEN, 4089185256",
        "TORCHINFO, 4089238376",
    })
    void resNet50CountsAsTheToolsCountIt(Convention convention, long expected) {
        Program program = bench.program(bench.preset("resnet50", Map.of()));
        assertEquals(expected, new Counting(convention).total(program));
    }

    @Test
    void workOfModulesAndChainsIsTheSumOfWhatIsInThem() {
        Program program = bench.program(bench.chain(
                "[4, 6, 6]",
                "{'id': 'conv', 'type': 'Conv2d', 'repeat': 3, 'params': {'out_channels': 4, 'kernel_size': 1}}"));
        Map<String, Long> work = new Counting(Convention.PTFLOPS_PYTORCH).byPath(program);
        // 16 MACs and 4 bias adds at 36 positions: ptflops counts both
        assertEquals(20 * 36, work.get("conv.1"));
        assertEquals(3 * 20 * 36, work.get("conv"));
        assertEquals(3 * 20 * 36, new Counting(Convention.PTFLOPS_PYTORCH).total(program));
    }
}
