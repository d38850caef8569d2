package convas.analysis.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Bench;
import convas.graph.Design;
import convas.graph.Value;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each lint speaks where its advice applies and is silent where it does not; its mend silences it. */
class LintsTest {
    private final Bench bench = new Bench();
    private final Lints lints = new Lints();

    private List<Finding> findings(Design design) {
        return lints.check(design, bench.analyze(design));
    }

    private List<String> places(Design design) {
        return findings(design).stream()
                .map(finding -> finding.diagnostic().path() + " "
                        + finding.diagnostic().key().replace("analysis.lint.", ""))
                .toList();
    }

    private static String conv(String id, int out, int kernel, String more) {
        return "{'id': '%s', 'type': 'Conv2d', 'params': {'out_channels': %d, 'kernel_size': %d%s}}"
                .formatted(id, out, kernel, more);
    }

    @Test
    void aPlainDesignIsLeftInPeace() {
        assertEquals(List.of(), places(bench.chain("[8, 16, 16]", conv("a", 16, 3, ", 'padding': 1"))));
    }

    @Test
    void aBiasInFrontOfABatchNormIsMended() {
        Design design = bench.chain("[8, 16, 16]", conv("a", 16, 3, ""), "{'id': 'bn', 'type': 'BatchNorm2d'}");
        assertEquals(List.of("a bias"), places(design));
        Design mended = findings(design).get(0).mend().orElseThrow().apply(design);
        assertEquals(List.of(), places(mended));
    }

    @Test
    void scoresThatAreSquashedBeforeALossThatDoesSoAreMended() {
        Design bare = bench.chain(
                "[4]",
                "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 10}}",
                "{'id': 'probabilities', 'type': 'Softmax'}");
        assertEquals(List.of(), places(bare));
        Design trained = bare.withTraining(Map.of("dataset", Value.of("digits")));
        assertEquals(List.of("probabilities squashed"), places(trained));
        Design mended = findings(trained).get(0).mend().orElseThrow().apply(trained);
        assertEquals(List.of(), places(mended));
        assertTrue(mended.graph().node("probabilities").orElseThrow().muted());
        assertEquals(List.of(), places(bare.withTraining(Map.of("loss", Value.of("mse")))));
        Design yesOrNo = bench.chain("[4]", "{'id': 'yes', 'type': 'Sigmoid'}");
        assertEquals(List.of(), places(yesOrNo.withTraining(Map.of("dataset", Value.of("digits")))));
        assertEquals(List.of("yes squashed"), places(yesOrNo.withTraining(Map.of("loss", Value.of("bce")))));
    }

    @Test
    void groupsThatNeverMixAreToldUnlessAShuffleStandsBetween() {
        String grouped = ", 'groups': 4";
        assertEquals(
                List.of("b unmixed"),
                places(bench.chain(
                        "[16, 8, 8]",
                        conv("a", 16, 1, grouped),
                        "{'id': 'relu', 'type': 'ReLU'}",
                        conv("b", 16, 1, grouped))));
        assertEquals(
                List.of(),
                places(bench.chain(
                        "[16, 8, 8]",
                        conv("a", 16, 1, grouped),
                        "{'id': 'mix', 'type': 'ChannelShuffle', 'params': {'groups': 4}}",
                        conv("b", 16, 1, grouped))));
    }

    @Test
    void manyGroupsAreToldAndDepthwiseOnesAreNot() {
        assertEquals(
                List.of("a groups"),
                places(bench.chain(
                        "[32, 8, 8]", conv("a", 32, 1, ", 'groups': 8"), conv("b", 32, 3, ", 'groups': 32"))));
    }

    @Test
    void veryUnequalWidthsAreTold() {
        assertEquals(List.of("a widths"), places(bench.chain("[8, 8, 8]", conv("a", 64, 1, ""))));
        assertEquals(List.of(), places(bench.chain("[8, 8, 8]", conv("a", 32, 1, ""))));
    }

    @Test
    void attentionWithTooFewHiddenUnitsIsMended() {
        Design design = bench.one("[32, 8, 8]", "CBAM", "{}");
        assertTrue(places(design).contains("m hidden"), places(design).toString());
        Finding finding = findings(design).stream()
                .filter(found -> found.diagnostic().key().endsWith("hidden"))
                .findFirst()
                .orElseThrow();
        // 32 channels by 16 leave 2 units; by 8 they leave 4
        assertEquals(List.of("2", "32"), finding.diagnostic().arguments());
        assertFalse(places(finding.mend().orElseThrow().apply(design)).contains("m hidden"));
    }

    @Test
    void anOddGhostWidthIsMended() {
        Design design = bench.one("[16, 8, 8]", "GhostModule", "{'out_channels': 25}");
        assertEquals(List.of("m ghost"), places(design));
        assertEquals(List.of("25", "26"), findings(design).get(0).diagnostic().arguments());
        assertEquals(
                List.of(), places(findings(design).get(0).mend().orElseThrow().apply(design)));
    }

    @Test
    void coordinatesThatAreOnlyAveragedAreTold() {
        String coords =
                "{'id': 'c', 'type': 'CoordConv', 'params': {'out_channels': 8, 'kernel_size': 3, 'padding': 1}}";
        String pool = "{'id': 'pool', 'type': 'AdaptiveAvgPool2d', 'params': {'output_size': 1}}";
        assertEquals(List.of("c coordinates"), places(bench.chain("[3, 8, 8]", coords, pool)));
        assertEquals(List.of(), places(bench.chain("[3, 8, 8]", coords, conv("a", 8, 3, ", 'padding': 1"), pool)));
    }

    @Test
    void aMapSmallerThanTheKernelIsTold() {
        assertEquals(List.of("a shrunken"), places(bench.chain("[8, 2, 2]", conv("a", 8, 5, ", 'padding': 2"))));
    }

    @Test
    void aNodeThatNobodyReadsIsTold() {
        assertEquals(
                List.of("idle unread"),
                places(bench.design("'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [4, 4, 4]}}, "
                        + conv("conv", 4, 3, "") + ", {'id': 'idle', 'type': 'Flatten'},"
                        + " {'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'conv'},"
                        + " {'from': 'conv', 'to': 'idle'}, {'from': 'conv', 'to': 'scores'}]")));
    }

    @Test
    void aModuleThatNobodyReadsIsToldByItsOwnType() {
        String design = "'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [4, 4, 4]}}, "
                + conv("conv", 4, 1, "") + ", {'id': 'idle', 'type': 'ConvBnAct', 'params': {'out_channels': 4}%s},"
                + " {'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'conv'},"
                + " {'from': 'conv', 'to': 'idle'}, {'from': 'conv', 'to': 'scores'}]";
        for (String repeat : List.of("", ", 'repeat': 3")) {
            List<Finding> findings = findings(bench.design(design.formatted(repeat)));
            assertEquals(1, findings.size(), findings.toString());
            assertEquals(
                    "Nobody reads what this ConvBnAct computes.",
                    new Texts(Locale.ENGLISH)
                            .get(
                                    findings.get(0).diagnostic().key(),
                                    findings.get(0).diagnostic().arguments()));
            assertTrue(findings.get(0).diagnostic().path().startsWith("idle"));
        }
    }

    @Test
    void manyBranchesAreTold() {
        String sums = "'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [4, 4, 4]}}, %s"
                + " {'id': 'cat', 'type': 'Concat'}, {'id': 'scores', 'type': 'Output'}], 'edges': [%s {'from': 'cat', 'to': 'scores'}]";
        StringBuilder nodes = new StringBuilder();
        StringBuilder edges = new StringBuilder();
        for (int branch = 0; branch < 5; branch++) {
            nodes.append(conv("b" + branch, 4, 3, ", 'padding': 1")).append(", ");
            edges.append("{'from': 'image', 'to': 'b%d'}, {'from': 'b%d', 'to': 'cat:%d'}, "
                    .formatted(branch, branch, branch));
        }
        assertEquals(List.of("cat fragments"), places(bench.design(sums.formatted(nodes, edges))));
    }

    @Test
    void muchElementwiseTrafficIsToldOnceForTheDesign() {
        assertEquals(
                List.of(" elementwise"),
                places(bench.chain(
                        "[8, 8, 8]",
                        "{'id': 'a', 'type': 'ReLU'}",
                        "{'id': 'b', 'type': 'Tanh'}",
                        "{'id': 'c', 'type': 'ELU'}")));
    }

    @Test
    void everyLintHasASentenceAnExplanationAndASource() {
        for (Lint lint : lints.all()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                Texts texts = new Texts(locale);
                assertTrue(texts.find(lint.key(), List.of()).isPresent(), lint.key());
                assertTrue(texts.find(lint.key() + ".why", List.of()).isPresent(), lint.key());
            }
            assertTrue(lint.source().contains("http") || lint.source().startsWith("docs/"), lint.key());
        }
    }

    @Test
    void theGuidelinesSpeakOfShuffleNetV1() {
        Design design = bench.preset("shufflenetv1", Map.of("groups", Value.of(8)));
        assertTrue(places(design).stream().anyMatch(place -> place.endsWith(" groups")));
        assertFalse(
                places(design).stream().anyMatch(place -> place.endsWith(" unmixed")),
                places(design).toString());
    }
}
