package convas.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Design;
import convas.graph.Value;
import convas.text.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlannerTest {
    @TempDir
    private Path place;

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
    void refusesDataOfWhichNothingIsLeftToTrainOn() {
        assertEquals(
                List.of("training.dataset: No image is left to train on: the data have 1797, of which 1797 validate."
                        + " Choose a smaller \"validation\", or data with more images."),
                problems(Designs.linear("[1, 8, 8]", 10, "{'dataset': {'type': 'digits', 'validation': 0.999999}}")));
    }

    private static Design pooled(String training) {
        return Designs.of(chain(
                        "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}}",
                        "{'id': 'pool', 'type': 'AdaptiveAvgPool2d', 'params': {'output_size': 1}}",
                        "{'id': 'norm', 'type': 'BatchNorm2d'}",
                        "{'id': 'flat', 'type': 'Flatten'}",
                        "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 10}}",
                        "{'id': 'scores', 'type': 'Output'}")
                .replaceFirst("]}$", "], 'training': " + training + "}"));
    }

    /** As PyTorch: "Expected more than 1 value per channel when training, got input size torch.Size([1, 1, 1, 1])". */
    @Test
    void refusesBatchNormOfASingleValue() {
        assertEquals(
                List.of(
                        "norm: In batches of one image each channel has a single value here, of which BatchNorm can take"
                                + " no deviation. Choose a batch_size of 2 or more, or normalise with GroupNorm or LayerNorm."),
                problems(pooled("{'batch_size': 1}")));
        assertEquals(List.of(), Designs.plan(pooled("{'batch_size': 2}")).problems());
        // 1,437 = 3 * 479 and one over, which is no batch.
        assertEquals(List.of(), Designs.plan(pooled("{'batch_size': 479}")).problems());
    }

    @Test
    void refusesToStopByWhatIsNotMeasured() {
        String stopping = "'early_stopping': {'monitor': 'validation_accuracy'}";
        assertEquals(
                List.of(
                        "training.early_stopping: validation_accuracy is not measured, since no image validates. Choose a"
                                + " \"validation\" greater than 0, or leave early_stopping out."),
                problems(Designs.linear(
                        "[1, 8, 8]", 10, "{'dataset': {'type': 'digits', 'validation': 0}, " + stopping + "}")));
        assertEquals(
                List.of(),
                Designs.plan(Designs.linear("[1, 8, 8]", 10, "{'dataset': {'type': 'digits', 'validation': 0}}"))
                        .problems());
    }

    /** A batch of one image of class 0 has the loss 0 / 0; 64 images with none of the nine other classes do not come. */
    @Test
    void refusesBatchesInWhichAllWeightsAreZero() {
        String weights = "'class_weights': [0, 1, 1, 1, 1, 1, 1, 1, 1, 1]";
        List<String> problems = problems(Designs.linear("[1, 8, 8]", 10, "{'batch_size': 1, " + weights + "}"));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(
                problems.get(0).startsWith("training.class_weights: In epoch 1, batch ")
                        && problems.get(0)
                                .endsWith(" has only images of classes with weight 0, so its loss would be 0 / 0."
                                        + " Choose a larger batch_size, or weights greater than 0."),
                problems.toString());
        assertEquals(
                List.of(),
                Designs.plan(Designs.linear("[1, 8, 8]", 10, "{'batch_size': 64, " + weights + "}"))
                        .problems());
    }

    /** 2^31 - 1 bytes are 536,870,911 numbers; of 50,000 x 50,000 there are 2,500,000,000. */
    @Test
    void refusesAWeightThatNoArrayHolds() {
        assertEquals(
                List.of(
                        "big.weight: The weight would be 50000 × 50000, 2500000000 values; a tensor that is computed with"
                                + " or kept in a file may have 536870911. Choose fewer channels or features, or reduce the map"
                                + " before."),
                problems(Designs.of(chain(
                        "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}}",
                        "{'id': 'flat', 'type': 'Flatten'}",
                        "{'id': 'wide', 'type': 'Linear', 'params': {'out_features': 50000}}",
                        "{'id': 'big', 'type': 'Linear', 'params': {'out_features': 50000}}",
                        "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 10}}",
                        "{'id': 'scores', 'type': 'Output'}"))));
    }

    @Test
    void readsImagesAtTheSizeOfTheInputUnlessTheRecipeSaysOne() throws IOException {
        for (String kind : List.of("a", "b")) {
            Path folder = Files.createDirectories(place.resolve(kind));
            for (int number = 0; number < 5; number++) {
                BufferedImage image = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
                image.setRGB(number, 0, 0xffffff);
                ImageIO.write(image, "png", folder.resolve(number + ".png").toFile());
            }
        }
        String data = "{'dataset': {'type': 'image-folder', 'path': '" + place + "'%s}}";
        TrainingPlan open = Designs.plan(Designs.linear("[3, 96, 80]", 2, String.format(data, "")))
                .value()
                .orElseThrow();
        assertEquals("3 × 96 × 80", open.dataset().shape().display());
        assertEquals(List.of(), open.notes());
        assertEquals(
                Value.of("[96, 80]").display(),
                open.recipe().dataset().options().get("image_size").display());
        TrainingPlan said = Designs.plan(Designs.linear("[3, 96, 80]", 2, String.format(data, ", 'image_size': 48")))
                .value()
                .orElseThrow();
        assertEquals("3 × 48 × 48", said.dataset().shape().display());
        assertEquals(1, said.notes().size());
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
