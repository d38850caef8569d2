package convas.editor.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.Recording;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.PictureBuilder;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Document;
import convas.editor.document.Findings;
import convas.editor.document.Place;
import convas.graph.Design;
import convas.graph.Layout;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.operator.Cost;
import convas.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What differs between two designs, with figures worked out by hand. */
final class ComparisonTest {
    private static final Catalog CATALOG = BuiltinCatalog.create();

    private static Version version(String json) {
        Design design = new DesignFormat()
                .read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
        Catalog catalog = new Document(CATALOG, design, Optional.empty()).catalog();
        return new Version(design, catalog, Optional.of(new Analyzer(CATALOG).analyze(design, () -> false)));
    }

    private static String net(String nodes, String edges, String more) {
        return "{'format': 'convas-design', 'version': 1, 'name': 'net', " + more + "'nodes': ["
                + "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 16, 16]}, 'position': [0, 0]}, " + nodes
                + ", {'id': 'out', 'type': 'Output', 'position': [900, 0]}], 'edges': [" + edges + "]}";
    }

    private static String wires(String... ids) {
        StringBuilder wires = new StringBuilder();
        for (int at = 0; at + 1 < ids.length; at++) {
            wires.append(at == 0 ? "" : ", ").append("{'from': '" + ids[at] + "', 'to': '" + ids[at + 1] + "'}");
        }
        return wires.toString();
    }

    private static String conv(int channels) {
        return "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': " + channels
                + ", 'kernel_size': 3, 'padding': 1, 'bias': true}, 'position': [300, 0]}";
    }

    private static final String RELU = "{'id': 'act', 'type': 'ReLU', 'position': [600, 0]}";

    private static Difference at(Comparison comparison, String path) {
        return comparison.differences().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private final Version plain = version(net(conv(16), wires("image", "conv", "out"), ""));
    private final Version wider = version(net(conv(32) + ", " + RELU, wires("image", "conv", "act", "out"), ""));

    @Test
    void aDesignDoesNotDifferFromItself() {
        assertEquals(List.of(), Comparison.of(plain, plain).differences());
    }

    @Test
    void changedAddedAndRewiredNodesAreToldApartInTheOrderOfTheSheet() {
        List<String> found = Comparison.of(plain, wider).differences().stream()
                .map(each -> each.kind().sign() + each.path())
                .toList();
        assertEquals(List.of("\u2260conv", "+act", "\u2192out"), found);
        List<String> back = Comparison.of(wider, plain).differences().stream()
                .map(each -> each.kind().sign() + each.path())
                .toList();
        assertEquals(List.of("\u2260conv", "\u2212act", "\u2192out"), back);
    }

    @Test
    void aChangedNodeTellsItsParametersAndWhatTheyCost() {
        Difference conv = at(Comparison.of(plain, wider), "conv");
        assertEquals(
                List.of("out_channels: 16 \u2192 32", "output: 16 \u00d7 16 \u00d7 16 \u2192 32 \u00d7 16 \u00d7 16"),
                conv.alterations().stream().map(Alteration::shown).toList());
        // 9 weights and a bias for each channel: 16 * 10 = 160 and 32 * 10 = 320.
        assertEquals(OptionalLong.of(160), conv.more(Cost::params));
        // 9 multiplications for each of 16 * 16 places and each channel.
        assertEquals(OptionalLong.of(9 * 256 * 16), conv.more(Cost::macs));
    }

    @Test
    void theTotalsNameParametersMultiplicationsAndPeakMemory() {
        Comparison found = Comparison.of(plain, wider);
        assertEquals(OptionalLong.of(160), found.before().params());
        assertEquals(OptionalLong.of(320), found.after().params());
        assertEquals(OptionalLong.of(9 * 256 * 16), found.before().macs());
        // The image and 16 maps of 256 floats; then 32 maps and their 32 activations.
        assertEquals(OptionalLong.of(4 * 256 * 17), found.before().peakBytes());
        assertEquals(OptionalLong.of(4 * 256 * 64), found.after().peakBytes());
    }

    @Test
    void aNodeThatOnlyFollowsIsToldFromOneThatWasChanged() {
        String norm = "{'id': 'norm', 'type': 'BatchNorm2d', 'position': [600, 0]}";
        Version one = version(net(conv(16) + ", " + norm, wires("image", "conv", "norm", "out"), ""));
        Version other = version(net(conv(32) + ", " + norm, wires("image", "conv", "norm", "out"), ""));
        Comparison found = Comparison.of(one, other);
        assertEquals(Kind.CHANGED, at(found, "conv").kind());
        assertEquals(Kind.FOLLOWS, at(found, "norm").kind());
        assertEquals(OptionalLong.of(32), at(found, "norm").more(Cost::params));
    }

    @Test
    void variablesDifferOnceForTheWholeDesign() {
        String scaled = conv(0).replace("': 0", "': '=16*width'");
        Version one = version(net(scaled, wires("image", "conv", "out"), "'variables': {'width': 1}, "));
        Version two = version(net(scaled, wires("image", "conv", "out"), "'variables': {'width': 2}, "));
        Comparison found = Comparison.of(one, two);
        assertEquals("variable width: 1 \u2192 2", at(found, "").altered());
        assertEquals(Kind.FOLLOWS, at(found, "conv").kind());
        assertEquals(OptionalLong.of(160), at(found, "conv").more(Cost::params));
    }

    @Test
    void aModuleThatTheDesignsBringAlongIsLookedInto() {
        String block = "{'id': 'block', 'type': 'MyBlock', 'position': [300, 0]}";
        String body = "'modules': {'MyBlock': {'type': 'MyBlock', 'category': 'mine', 'inputs': ['in'], 'nodes': ["
                + "{'id': 'inner', 'type': 'Conv2d', 'params': {'out_channels': %d, 'kernel_size': 1, 'bias': false}}],"
                + " 'edges': [{'from': 'in', 'to': 'inner'}], 'outputs': {'out': 'inner'}}}, ";
        Version one = version(net(block, wires("image", "block", "out"), String.format(Locale.ROOT, body, 4)));
        Version two = version(net(block, wires("image", "block", "out"), String.format(Locale.ROOT, body, 6)));
        Comparison found = Comparison.of(one, two);
        assertEquals(Kind.CHANGED, at(found, "block").kind());
        assertTrue(at(found, "block/inner").altered().startsWith("out_channels: 4 \u2192 6"));
        assertEquals(OptionalLong.of(2), at(found, "block/inner").more(Cost::params));
        assertEquals(Set.of("block", "out"), found.on(Place.DESIGN).keySet());
        assertEquals(
                Map.of("inner", Kind.CHANGED),
                found.on(Place.DESIGN.into(new Place.Step("block", "block", "MyBlock"))));
    }

    @Test
    void aCostThatIsUnknownIsNotTakenForNone() {
        Version broken = version(net(conv(32).replace("3,", "99,"), wires("image", "conv", "out"), ""));
        Comparison found = Comparison.of(plain, broken);
        assertEquals(OptionalLong.empty(), at(found, "conv").more(Cost::params));
        assertEquals(OptionalLong.empty(), found.after().params());
        assertEquals("\u2013", TotalLine.signed(OptionalLong.empty()));
    }

    @Test
    void whatDiffersIsMarkedByASignAndAFrameAndTheRestFades() {
        Picture picture = new PictureBuilder(
                        wider.catalog(),
                        Findings.of(wider.analysis().orElseThrow()),
                        new Texts(Locale.ENGLISH),
                        Recording.RULER)
                .build(wider.sheet(Place.DESIGN), Layout.EMPTY, Picture.EMPTY);
        Recording drawn = new Recording();
        CanvasTheme theme = CanvasTheme.light();
        DiffPainter.Marks marks =
                new DiffPainter.Marks(Comparison.of(plain, wider).on(Place.DESIGN), Set.of(), Kind.ADDED);
        new DiffPainter(Recording.RULER).paint(drawn, picture, Viewport.START, 2000, 1000, marks, theme);
        assertEquals(List.of("\u2260", "+", "\u2192"), drawn.texts());
        assertEquals(
                List.of(Kind.CHANGED, Kind.ADDED, Kind.REWIRED).stream()
                        .map(kind -> DiffPainter.color(kind, theme))
                        .toList(),
                drawn.boxes().stream()
                        .map(Recording.Box::line)
                        .filter(line -> line != null)
                        .toList());
    }

    @Test
    void everyKindHasASignOfItsOwnForThoseWhoDoNotTellColoursApart() {
        assertEquals(
                Kind.values().length,
                List.of(Kind.values()).stream().map(Kind::sign).distinct().count());
    }
}
