package convas.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.dataset.Dataset;
import convas.dataset.DatasetOptions;
import convas.dataset.Digits;
import convas.graph.Design;
import convas.text.Texts;
import convas.training.Designs;
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
}
