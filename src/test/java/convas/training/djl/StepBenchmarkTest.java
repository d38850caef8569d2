package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.operator.Cost;
import convas.training.Designs;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StepBenchmarkTest {
    @Test
    void thePartsOfAStepAreTheWholeStep() {
        Design design = Designs.linear("[3, 8, 8]", 10, "{'batch_size': 4}");
        StepBenchmark.Steps steps = StepBenchmark.measure(
                design,
                new Analyzer(BuiltinCatalog.create()).analyze(design).program().orElseThrow(),
                1,
                2,
                3);
        // 192 inputs and a bias for each of 10 scores.
        assertEquals(1930, steps.parameters());
        assertEquals(4, steps.batch());
        assertEquals(
                Set.of("data", "forward", "backward", "optimizer", "other"),
                steps.parts().keySet());
        assertEquals(3, steps.wall().length);
        for (int step = 0; step < 3; step++) {
            double sum = 0;
            for (double[] part : steps.parts().values()) {
                assertTrue(part[step] > 0);
                sum += part[step];
            }
            assertEquals(steps.wall()[step], sum, 1e-9);
        }
    }

    /** Numbers of parameters as PyTorch counts them in src/test/python/bench_training.py. */
    @Test
    void theNetworksAreThoseOfTheScriptBesideIt() throws Exception {
        Map<String, Long> expected = Map.of(
                "small-cnn",
                288_746L,
                "small-ghost",
                55_018L,
                "small-shuffle",
                38_968L,
                "small-cbam",
                291_728L,
                "small-mobile",
                62_346L);
        for (Map.Entry<String, Long> network : expected.entrySet()) {
            try (InputStream file =
                    StepBenchmarkTest.class.getResourceAsStream("/convas/app/bench/" + network.getKey() + ".json")) {
                Design design =
                        new DesignFormat().read(file.readAllBytes()).value().orElseThrow();
                Cost cost = new Analyzer(BuiltinCatalog.create())
                        .analyze(design)
                        .total()
                        .orElseThrow();
                assertEquals(network.getValue(), cost.params(), network.getKey());
            }
        }
    }
}
