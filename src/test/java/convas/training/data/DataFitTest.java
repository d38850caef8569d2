package convas.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.dataset.ByteImages;
import convas.dataset.Dataset;
import convas.dataset.DatasetOptions;
import convas.dataset.Digits;
import convas.dataset.SampleShape;
import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Design;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.recipe.DataRecipe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DataFitTest {
    private final Analyzer analyzer = new Analyzer(BuiltinCatalog.create());
    private final Texts texts = new Texts(Locale.ENGLISH);

    private List<DataFit.Misfit> misfits(Design design) throws Exception {
        Dataset digits = new Digits().open(new DatasetOptions(Map.of()), false);
        return DataFit.of(design, analyzer.analyze(design), digits);
    }

    private Design mended(Design design) throws Exception {
        Design now = design;
        for (DataFit.Misfit misfit : misfits(design)) {
            now = misfit.mend().orElseThrow().edit().apply(now);
        }
        return now;
    }

    @Test
    void oneEditEachMakesInputAndOutputFit() throws Exception {
        for (String input : List.of("[3, 8, 8]", "[1, 32, 32]", "[64]")) {
            Design design = Designs.linear(input, 7, "{}");
            assertEquals(2, misfits(design).size(), input);
            assertEquals(List.of(), misfits(mended(design)), input);
        }
    }

    @Test
    void tellsPlaceAndValueOfEachEdit() throws Exception {
        assertEquals(
                List.of("image.shape: [1, 9, 8] would fit the data.", "linear.out_features: 10 would fit the data."),
                misfits(Designs.linear("[3, 9, 8]", 7, "{}")).stream()
                        .map(misfit -> misfit.mend().orElseThrow().hint().line(texts))
                        .toList());
    }

    @Test
    void imagesOfAnotherSizeAreAHintAlone() throws Exception {
        List<DataFit.Misfit> misfits = misfits(Designs.linear("[1, 16, 16]", 10, "{}"));
        assertEquals(1, misfits.size());
        assertTrue(!misfits.get(0).diagnostic().isError());
    }

    @Test
    void leavesAloneWhatAnExpressionSays() throws Exception {
        Design design = Designs.of("{'format': 'convas-design', 'version': 1, 'name': 'wide', 'variables': {'k': 7},"
                + "'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}},"
                + "{'id': 'flat', 'type': 'Flatten'},"
                + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': '=k'}},"
                + "{'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'flat'},"
                + "{'from': 'flat', 'to': 'linear'}, {'from': 'linear', 'to': 'scores'}]}");
        assertTrue(misfits(design).get(0).mend().isEmpty());
    }

    private static Design npz(String file, String input, int width, String more) {
        return Designs.linear(
                input,
                width,
                "{'dataset': {'type': 'npz', 'path': 'src/test/resources/dataset/npz/" + file + "'}" + more + "}");
    }

    private List<DataFit.Misfit> fit(Design design) {
        DataRecipe recipe = DataRecipe.of(design.training()).orElseThrow();
        Dataset dataset = new DatasetOpener(BuiltinDatasets.create())
                .open(recipe, true)
                .value()
                .orElseThrow();
        return DataFit.of(design, analyzer.analyze(design), dataset);
    }

    /** What is told, and whether the design fits once the mend is taken. */
    private String told(Design design) {
        List<DataFit.Misfit> misfits = fit(design);
        assertEquals(1, misfits.size());
        DataFit.Misfit misfit = misfits.get(0);
        assertTrue(misfit.diagnostic().isError());
        DataFit.Mend mend = misfit.mend().orElseThrow();
        assertEquals(List.of(), fit(mend.edit().apply(design)));
        assertTrue(!mend.hint().isError());
        return misfit.diagnostic().key() + " | " + mend.hint().line(texts);
    }

    /** A fault of the data is mended there: no width is offered for what the data only seem to be. */
    @Test
    void looksForTheFaultInTheDataFirst() {
        assertEquals(
                "dataset.npz.from-1 | training.dataset.labels: With the recipe's \"labels\": \"from-1\" the data fit the"
                        + " network.",
                told(npz("lab1.npz", "[1, 8, 8]", 3, "")));
        assertEquals(
                "dataset.npz.whole-as-float | training.dataset.labels: With the recipe's \"labels\": \"from-0\" the data"
                        + " fit the network.",
                told(npz("labf64.npz", "[1, 8, 8]", 3, "")));
        assertEquals(
                "dataset.npz.gaps | training.dataset.labels: With the recipe's \"labels\": \"distinct\" the data fit the"
                        + " network.",
                told(npz("gaps.npz", "[2]", 3, "")));
        assertEquals(
                "dataset.npz.layout | training.dataset.layout: With the recipe's \"layout\": \"NHWC\" the data fit the"
                        + " network.",
                told(npz("nhwc.npz", "[3, 8, 8]", 2, "")));
    }

    @Test
    void whereNeitherFitsTheDataComeFirst() {
        DataFit.Misfit misfit = fit(npz("lab1.npz", "[1, 8, 8]", 10, "")).get(0);
        assertEquals("dataset.npz.from-1", misfit.diagnostic().key());
        assertEquals(
                "training.dataset.labels: First set the recipe's \"labels\": \"from-1\"; what is left to fit is told then.",
                misfit.mend().orElseThrow().hint().line(texts));
        Design mended = misfit.mend().get().edit().apply(npz("lab1.npz", "[1, 8, 8]", 10, ""));
        assertEquals(
                "linear.out_features: 3 would fit the data.",
                fit(mended).get(0).mend().orElseThrow().hint().line(texts));
    }

    @Test
    void neverMakesOneScoreOrARegressorOfAClassifier() {
        DataFit.Misfit one = fit(npz("fractions.npz", "[2]", 10, "")).get(0);
        assertEquals("dataset.answers", one.diagnostic().key());
        assertTrue(one.mend().isEmpty());
        assertTrue(fit(npz("fractions.npz", "[2]", 10, ", 'loss': 'mse'"))
                .get(0)
                .mend()
                .isEmpty());
        assertTrue(fit(npz("numbers.npz", "[3]", 10, "")).get(0).mend().isEmpty());
        assertEquals(
                "linear.out_features: 2 would fit the data.",
                fit(npz("numbers.npz", "[3]", 10, ", 'loss': 'mse'"))
                        .get(0)
                        .mend()
                        .orElseThrow()
                        .hint()
                        .line(texts));
    }

    @Test
    void whatDoesNotFitIsSaidWithFileAndArrays() {
        assertEquals(
                "scores: The dataset npz src/test/resources/dataset/npz/fractions.npz (\"x\", \"y\") asks for 1 number, but"
                        + " the Output gives 10.",
                fit(npz("fractions.npz", "[2]", 10, "")).get(0).diagnostic().line(texts));
    }

    @Test
    void offersNoWidthForClassesWithoutSamples() {
        Dataset classes = new ByteImages(
                "made",
                SampleShape.image(1, 1, 1),
                List.of("a", "b", "empty"),
                new byte[4],
                255,
                new int[] {0, 1, 0, 1},
                "sha256:none");
        Design design = Designs.linear("[1, 1, 1]", 2, "{}");
        List<DataFit.Misfit> misfits = DataFit.of(design, analyzer.analyze(design), classes);
        assertEquals(1, misfits.size());
        assertTrue(misfits.get(0).mend().isEmpty());
    }
}
