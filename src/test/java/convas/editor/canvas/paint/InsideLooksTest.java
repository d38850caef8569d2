package convas.editor.canvas.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.layout.AutoLayout;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.PictureBuilder;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Document;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.editor.document.Selection;
import convas.graph.Design;
import convas.graph.Flow;
import convas.graph.Layout;
import convas.graph.Point;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gave the nodes of a module shows where its body is shown in place. */
class InsideLooksTest {
    private static final CanvasTheme THEME = CanvasTheme.light();

    private static final String DESIGN = """
        {"format": "convas-design", "version": 1, "name": "own",
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [8, 16, 16]}, "position": [0, 0]},
          {"id": "own", "type": "Mine", "position": [260, 0]}],
         "edges": [{"from": "image", "to": "own"}],
         "modules": {"Mine": {
          "type": "Mine", "category": "mine", "inputs": ["in"], "params": {},
          "nodes": [
           {"id": "conv", "type": "Conv2d", "params": {"out_channels": 8, "kernel_size": 1}, "position": [0, 0],
            "color": "red"},
           {"id": "act", "type": "ReLU", "muted": true, "position": [300, 0]},
           {"id": "ghost", "type": "GhostModule", "params": {"out_channels": 8}, "position": [600, 0]}],
          "edges": [
           {"from": "in", "to": "conv"}, {"from": "conv", "to": "act", "via": [[238, 150]]},
           {"from": "act", "to": "ghost"}],
          "outputs": {"out": "ghost"}}},
         "view": {"expanded": [%s]}}
        """;

    @TempDir
    private Path home;

    private Picture picture(String expanded) throws Exception {
        Path file = Files.writeString(home.resolve("own.json"), DESIGN.formatted(expanded));
        Design design = new DesignFormat().read(file).value().orElseThrow();
        Document document = new Document(BuiltinCatalog.create(), design, Optional.empty());
        Findings findings = Findings.of(new Analyzer(BuiltinCatalog.create()).analyze(design));
        return new PictureBuilder(
                        document.catalog(), findings, new Texts(Locale.ENGLISH), Recording.RULER, design.view())
                .unfolding(design, InsideLooksTest::places)
                .build(document.sheet(), Layout.EMPTY, Picture.EMPTY);
    }

    private static Layout places(OpenSheet body) {
        return AutoLayout.of(body, body.sheet().graph().nodes(), Flow.RIGHT, node -> new Point(176, 66), () -> false);
    }

    private static Recording drawn(Picture picture) {
        Recording recording = new Recording();
        new SheetPainter(Recording.RULER)
                .paint(recording, picture, Viewport.START, 4000, 2000, Look.plain(THEME, Selection.NONE));
        return recording;
    }

    @Test
    void aColourIsABandAndWhatIsMutedSaysSo() throws Exception {
        Recording closed = drawn(picture(""));
        Recording open = drawn(picture("\"own\""));

        assertEquals(0, bands(closed));
        assertEquals(1, bands(open));
        assertTrue(
                open.texts().stream().anyMatch(text -> text.startsWith("Muted")),
                open.texts().toString());
    }

    private static long bands(Recording drawn) {
        return drawn.boxes().stream()
                .filter(box -> box.fill().equals(TagColors.of("red", false)))
                .count();
    }

    @Test
    void aWireRunsThroughItsPointAlsoWhereAnotherBodyIsShownBesideIt() throws Exception {
        for (String expanded : List.of("\"own\"", "\"own\", \"own/ghost\"")) {
            Picture picture = picture(expanded);
            EdgeShape wire = picture.inside("own").orElseThrow().wires().stream()
                    .filter(each -> each.edge().to().node().equals("own/act"))
                    .findFirst()
                    .orElseThrow();
            var conv = picture.inner("own/conv").orElseThrow().bounds();
            assertEquals(1, wire.points().size(), expanded);
            assertEquals(conv.minX() + 238, wire.points().get(0).x(), expanded);
            assertTrue(wire.points().get(0).y() >= conv.minY() + 150, expanded);
        }
    }
}
