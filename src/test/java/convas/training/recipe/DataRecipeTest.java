package convas.training.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import convas.text.Texts;
import convas.training.Designs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class DataRecipeTest {
    private static Map<String, Value> training(String dataset) {
        return Designs.linear("[1, 8, 8]", 10, "{'dataset': " + dataset + "}").training();
    }

    private static DataRecipe read(String dataset) {
        return Recipe.read(training(dataset)).value().orElseThrow().dataset();
    }

    private static List<String> problems(String dataset) {
        var reading = Recipe.read(training(dataset));
        assertTrue(reading.value().isEmpty());
        Texts texts = new Texts(Locale.ENGLISH);
        return reading.problems().stream().map(problem -> problem.line(texts)).toList();
    }

    @Test
    void aNameAloneIsAKindWithoutOptions() {
        assertEquals(DataRecipe.named("digits"), read("'digits'"));
    }

    @Test
    void anObjectHasWhatEveryKindHasAndTheKindsOwnOptions() {
        DataRecipe recipe = read("{'type': 'image-folder', 'path': 'birds', 'image_size': [64, 48], 'validation': 0.25,"
                + " 'normalize': {'mean': [0.5], 'deviation': [0.25]}}");
        assertEquals("image-folder", recipe.type());
        assertEquals(OptionalDouble.of(0.25), recipe.validation());
        assertEquals(new Scaling(Scaling.Form.GIVEN, List.of(0.5), List.of(0.25)), recipe.scaling());
        assertEquals(
                Map.of("path", Value.of("birds"), "image_size", Value.of(Value.of(64), Value.of(48))),
                recipe.options());
    }

    @Test
    void readsBackWhatItWrites() {
        for (String written : List.of(
                "'digits'",
                "{'type': 'digits', 'normalize': 'none'}",
                "{'type': 'digits', 'normalize': 'measured', 'validation': 0.5}",
                "{'type': 'npz', 'path': 'a.npz', 'normalize': {'mean': [0.5, 1], 'deviation': [0.25, 2]}}")) {
            DataRecipe recipe = read(written);
            assertEquals(
                    recipe, DataRecipe.of(Map.of("dataset", recipe.write())).orElseThrow(), written);
        }
    }

    @Test
    void tellsEverythingWrongAtOnce() {
        assertEquals(
                List.of(
                        "training.dataset.type: Expected the kind of dataset, as \"digits\".",
                        "training.dataset.validation: Expected a number from 0 to below 1; found 1.",
                        "training.dataset.normalize.mean: Expected a list of numbers, one for each channel; found [a].",
                        "training.dataset.normalize.deviation: Expected a list of numbers greater than 0, one for each"
                                + " channel; found [0]."),
                problems("{'validation': 1, 'normalize': {'mean': ['a'], 'deviation': [0]}}"));
        assertEquals(
                List.of("training.dataset: Expected the name of a dataset, or an object with \"type\" and its options;"
                        + " found 7."),
                problems("7"));
    }
}
