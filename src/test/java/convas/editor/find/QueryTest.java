package convas.editor.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.document.Document;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QueryTest {
    private static Document open(String preset) {
        Catalog catalog = BuiltinCatalog.create();
        Document document = new Document(
                catalog,
                new DesignFormat()
                        .read(Path.of(System.getProperty("convas.home", "."), "presets", preset + ".json"))
                        .value()
                        .orElseThrow(),
                Optional.empty());
        document.setAnalysis(new Analyzer(catalog).analyze(document.design()));
        return document;
    }

    private static List<String> find(Document document, String typed) {
        Query query = Query.parse(typed).orElseThrow();
        return Findable.in(document).stream()
                .filter(query::fits)
                .map(Findable::path)
                .toList();
    }

    @Test
    void findsByTypeAndWhatItCosts() {
        Document document = open("digits-plain");
        // Weights of 3 x 3 convolutions: 9 * 16, 9 * 16 * 32, 9 * 32 * 32, 9 * 32 * 64 and 9 * 64 * 64.
        assertEquals(List.of("conv1"), find(document, "type:Conv2d params<1k"));
        assertEquals(List.of("conv3", "conv4", "conv5"), find(document, "type:conv params>=9.2K"));
    }

    @Test
    void findsByIdWithAnything() {
        Document document = open("digits-plain");
        assertEquals(List.of("conv1", "conv2", "conv3", "conv4", "conv5"), find(document, "id:conv*"));
        assertEquals(List.of("conv2"), find(document, "id:*2 type:Conv2d"));
    }

    @Test
    void findsByAParameterThatIsWritten() {
        Document document = open("digits-plain");
        assertEquals(List.of("classifier"), find(document, "out_features=10"));
        assertTrue(find(document, "kernel_size!=3 type:Conv2d").isEmpty());
        assertEquals(5, find(document, "kernel_size=3").size());
    }

    @Test
    void findsByWhatAParameterComesTo() {
        Document document = open("digits-ghost");
        // conv1 has =divisible(16 * width, 8) of width 1; the ghost module's own convolutions make 8 maps each.
        assertEquals(List.of("conv1"), find(document, "type:Conv2d out_channels=16 path:conv1"));
        assertEquals(List.of("ghost/primary_conv", "ghost/cheap_conv"), find(document, "path:ghost/ out_channels=8"));
        assertEquals(List.of("ghost/cheap_conv"), find(document, "path:ghost/ groups=8"));
    }

    @Test
    void findsInsideModules() {
        Document document = open("ghostnet");
        // The largest single convolution of GhostNet 1.0 has 7.53 million MACs: 160 to 960 maps of 7 x 7.
        assertEquals(List.of("head/conv"), find(document, "type:Conv2d macs>7.5M channels=960"));
    }

    @Test
    void whatIsUnknownFitsNothing() {
        Document document = open("digits-plain");
        assertEquals(List.of(), find(document, "nonsense>1"));
        assertEquals(List.of(), find(document, "nonsense<1"));
        assertEquals(List.of(), find(document, "nonsense!=1"));
    }

    @Test
    void plainWordsAreNoQuery() {
        assertEquals(Optional.empty(), Query.parse("ghost module"));
        assertEquals(Optional.empty(), Query.parse("macs>"));
        assertEquals(Optional.empty(), Query.parse("macs>1M and"));
        assertEquals(Optional.empty(), Query.parse(""));
    }
}
