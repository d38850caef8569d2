package convas.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Design;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    private static List<String> problems(Design design) {
        var reading = Designs.plan(design);
        assertTrue(reading.value().isEmpty());
        Texts texts = new Texts(Locale.ENGLISH);
        return reading.problems().stream().map(problem -> problem.line(texts)).toList();
    }

    private static String chain(String... nodes) {
        StringBuilder json = new StringBuilder("{'format': 'convas-design', 'version': 1, 'name': 'chain', 'nodes': [");
        json.append(String.join(",", nodes)).append("], 'edges': [");
        for (int index = 1; index < nodes.length; index++) {
            json.append(index > 1 ? "," : "")
                    .append("{'from': '" + id(nodes[index - 1]) + "', 'to': '" + id(nodes[index]) + "'}");
        }
        return json.append("]}").toString();
    }

    private static String id(String node) {
        return node.split("'")[3];
    }

    @Test
    void findsNothingWrongWithAnyPresetForTheDigits() {
        for (String name : List.of("plain", "ghost", "shuffle", "cbam", "coordconv")) {
            assertEquals(
                    List.of(), Designs.plan(Designs.preset("digits-" + name)).problems(), name);
        }
    }

    @Test
    void findsNothingWrongWithTheCoordinatePresets() {
        for (String name : List.of("classifier", "regressor", "deconv")) {
            TrainingPlan plan =
                    Designs.plan(Designs.preset("coordconv-" + name)).value().orElseThrow();
            assertEquals(2407, plan.split().training().size(), name);
            assertEquals(729, plan.split().validation().size(), name);
        }
    }

    @Test
    void refusesAnUnknownDataset() {
        assertEquals(
                List.of("training.dataset: There is no dataset \"letters\"; there are: "
                        + String.join(", ", BuiltinDatasets.create().names()) + "."),
                problems(Designs.linear("[1, 8, 8]", 10, "{'dataset': 'letters'}")));
    }

    @Test
    void refusesADesignWithErrorsAndTellsOfItsRecipeToo() {
        Design broken = Designs.of("{'format': 'convas-design', 'version': 1, 'name': 'broken', 'nodes': ["
                + "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}},"
                + "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': 0, 'kernel_size': 3}},"
                + "{'id': 'scores', 'type': 'Output'}],"
                + "'edges': [{'from': 'image', 'to': 'conv'}, {'from': 'conv', 'to': 'scores'}],"
                + "'training': {'epochs': 0}}");
        List<String> problems = problems(broken);
        assertEquals("training.epochs: Expected a whole number from 1 to 1000000; found 0.", problems.get(0));
        assertTrue(problems.get(1).startsWith("conv.out_channels: "), problems.toString());
    }

    @Test
    void wantsScoresAndNotAMap() {
        assertEquals(
                List.of("scores: The dataset digits has 10 classes, so the Output must be one score for each:"
                        + " expected 10, found 10 × 6 × 6."),
                problems(Designs.of(chain(
                        "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}}",
                        "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': 10, 'kernel_size': 3}}",
                        "{'id': 'scores', 'type': 'Output'}"))));
    }

    @Test
    void wantsSomethingToTrain() {
        assertTrue(problems(Designs.of(chain(
                        "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 2, 5]}}",
                        "{'id': 'flat', 'type': 'Flatten'}",
                        "{'id': 'scores', 'type': 'Output'}")))
                .contains("The design has no trained parameters, so there is nothing to train."));
    }

    @Test
    void refusesABatchThatNoArrayHolds() {
        // 64 images of 3,000 x 3,000: 576 million values, 2.3 GB.
        List<String> problems = problems(Designs.linear("[1, 3000, 3000]", 10, "{}"));
        assertEquals(
                List.of("training.batch_size: A batch of 64 images of 1 × 3000 × 3000 does not fit into one array;"
                        + " choose a smaller batch_size or Input."),
                problems);
    }

    @Test
    void countsALastBatchUnlessItIsASingleImage() {
        // 1,438 images train: 22 * 64 = 1,408 and 30 over; 1,437 = 3 * 479 and one over.
        TrainingPlan rest = Designs.plan(Designs.linear("[1, 8, 8]", 10, "{'batch_size': 64}"))
                .value()
                .orElseThrow();
        assertEquals(1438, rest.split().training().size());
        assertEquals(23, rest.batchesPerEpoch());
        assertEquals(
                3,
                Designs.plan(Designs.linear("[1, 8, 8]", 10, "{'batch_size': 479}"))
                        .value()
                        .orElseThrow()
                        .batchesPerEpoch());
        assertEquals(
                1438,
                Designs.plan(Designs.linear("[1, 8, 8]", 10, "{'batch_size': 1}"))
                        .value()
                        .orElseThrow()
                        .batchesPerEpoch());
    }

    @Test
    void takesOneThreadForLittleWorkAndAllForMuch() {
        // 640 MACs an image; and 512 * 512 * 10 = 2.6 million with 128 images: 335 million a step.
        assertEquals(
                1,
                Designs.plan(Designs.linear("[1, 8, 8]", 10, "{}"))
                        .value()
                        .orElseThrow()
                        .sensibleThreads(4));
        assertEquals(
                4,
                Designs.plan(Designs.linear("[1, 512, 512]", 10, "{'batch_size': 128}"))
                        .value()
                        .orElseThrow()
                        .sensibleThreads(4));
    }
}
