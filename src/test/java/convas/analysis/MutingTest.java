package convas.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.operator.TensorShape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A muted node is left out and handed by; what cannot be handed by is said. */
class MutingTest {
    private final Bench bench = new Bench();

    private static String conv(String id, int channels, String more) {
        return "{'id': '%s', 'type': 'Conv2d', 'params': {'out_channels': %d, 'kernel_size': 1}%s}"
                .formatted(id, channels, more);
    }

    @Test
    void whatReadsAMutedNodeReadsItsInput() {
        Analysis analysis = bench.analyze(bench.chain("[3, 4, 4]", conv("a", 8, ", 'muted': true"), conv("b", 5, "")));

        assertEquals(List.of(), Bench.keys(analysis));
        assertTrue(analysis.node("a").isEmpty());
        // From the image's 3 channels, not from 8: 3 * 5 weights and 5 biases.
        assertEquals(20, analysis.total().orElseThrow().params());
        Programs.check(analysis.program().orElseThrow());
    }

    @Test
    void aDesignOfWhichNoEndIsLeftCannotBeBuilt() {
        Analysis analysis = bench.analyze("'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [3, 4, 4]},"
                + " 'muted': true}, {'id': 'scores', 'type': 'Output', 'when': '=false'}], 'edges': []");

        assertEquals(List.of("analysis.leftOutInput", "analysis.leftOutOutput"), Bench.keys(analysis));
        assertTrue(analysis.program().isEmpty());
    }

    @Test
    void theConditionOfAMutedNodeIsNotAsked() {
        Analysis analysis = bench.analyze(
                bench.chain("[3, 4, 4]", conv("a", 8, ", 'when': '=nobody', 'muted': true"), conv("b", 5, "")));

        assertEquals(List.of(), Bench.keys(analysis));
    }

    @Test
    void aMutedNodeWithTwoInputsIsSaidAndItsReaderLacksOne() {
        Analysis analysis = bench.analyze("'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [3, 4, 4]}},"
                + " {'id': 'add', 'type': 'Add', 'muted': true}, {'id': 'relu', 'type': 'ReLU'},"
                + " {'id': 'scores', 'type': 'Output'}],"
                + " 'edges': [{'from': 'image', 'to': 'add:0'}, {'from': 'image', 'to': 'add:1'},"
                + " {'from': 'add', 'to': 'relu'}, {'from': 'relu', 'to': 'scores'}]");

        assertTrue(Bench.keys(analysis).containsAll(List.of("add analysis.muted", "relu analysis.input.missing")));
        assertTrue(analysis.program().isEmpty());
        assertEquals(
                "Muted, add hands on the one tensor that comes into it; 2 come, so what reads it gets none.",
                analysis.diagnostics().stream()
                        .filter(each -> each.key().equals("analysis.muted"))
                        .findFirst()
                        .orElseThrow()
                        .sentence(new convas.text.Texts(java.util.Locale.ENGLISH)));
    }

    @Test
    void aMutedNodeThatNobodyReadsIsFine() {
        Analysis analysis = bench.analyze("'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [3, 4, 4]}},"
                + " {'id': 'add', 'type': 'Add', 'muted': true}, {'id': 'scores', 'type': 'Output'}],"
                + " 'edges': [{'from': 'image', 'to': 'add:0'}, {'from': 'image', 'to': 'scores'}]");

        assertEquals(List.of(), Bench.keys(analysis));
        assertFalse(analysis.hasErrors());
        assertEquals(
                Optional.of(TensorShape.of(3, 4, 4)),
                analysis.node("scores").orElseThrow().inputs().get(0));
    }
}
