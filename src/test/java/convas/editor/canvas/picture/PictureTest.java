package convas.editor.canvas.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.Samples;
import convas.editor.canvas.paint.Recording;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.graph.Design;
import convas.graph.Edits;
import convas.graph.Layout;
import convas.graph.Point;
import convas.graph.Scope;
import convas.graph.Value;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Catalog catalog = BuiltinCatalog.create();
    private final Design chain = Samples.chain();

    private Picture picture(Design design, Picture before) {
        Findings findings = Findings.of(new Analyzer(catalog).analyze(design));
        return new PictureBuilder(catalog, findings, new Texts(Locale.ENGLISH), Recording.RULER)
                .build(OpenSheet.find(design, catalog, Place.DESIGN), Layout.EMPTY, before);
    }

    @Test
    void aCardSaysShapeParametersAndMacs() {
        // 3x3 kernel over 1 channel, 4 filters with bias: 40 parameters; 36 multiplications at each of 6x6 places.
        assertEquals(
                "4 × 6 × 6 · 40 · 1.30 k",
                picture(chain, Picture.EMPTY).node("conv").orElseThrow().detail());
    }

    @Test
    void whatIsWrongStandsOnTheCardAndWhatIsKnownStays() {
        Design wrong = chain.withSheet(
                Edits.setParam("conv", "kernel_size", Optional.of(Value.of(9))).apply(chain.sheet()));

        Picture picture = picture(wrong, Picture.EMPTY);

        NodeShape conv = picture.node("conv").orElseThrow();
        assertTrue(conv.isError());
        assertFalse(conv.message().isEmpty());
        assertEquals("1 × 8 × 8", picture.node("image").orElseThrow().detail());
    }

    @Test
    void everyWireBetweenCardsWithRoomShowsItsShape() {
        Picture picture = picture(chain, Picture.EMPTY);

        assertEquals(
                List.of("1×8×8", "4×6×6", "4×6×6"),
                picture.edges().stream().map(EdgeShape::label).toList());
        picture.edges().forEach(edge -> assertFalse(edge.chip().isEmpty()));
    }

    @Test
    void labelsNeverLieOnCardsOrOnEachOther() {
        Picture picture = picture(Samples.large(200), Picture.EMPTY);
        List<Bounds> chips = picture.edges().stream()
                .map(EdgeShape::chip)
                .filter(chip -> !chip.isEmpty())
                .toList();

        for (Bounds chip : chips) {
            picture.nodes().forEach(node -> assertFalse(node.bounds().meets(chip)));
            assertEquals(1, chips.stream().filter(chip::meets).count());
        }
    }

    @Test
    void portsAreFoundBeforeCardsAndCardsBeforeWires() {
        Picture picture = picture(chain, Picture.EMPTY);

        // The first card is 176 wide and 66 high at the origin: its output is at (176, 33).
        Hit port = picture.at(178, 35, 6);
        assertEquals(
                "image", assertInstanceOf(Hit.OnPort.class, port).port().end().node());
        assertFalse(((Hit.OnPort) port).port().input());
        assertEquals(
                "image",
                assertInstanceOf(Hit.OnNode.class, picture.at(90, 33, 6)).node().id());
        assertInstanceOf(Hit.OnEdge.class, picture.at(218, 36, 6));
        assertInstanceOf(Hit.Ground.class, picture.at(218, 80, 6));
    }

    @Test
    void aNodeThatDidNotChangeKeepsItsCard() {
        Picture before = picture(chain, Picture.EMPTY);
        Design moved = Scope.DESIGN
                .lift(Edits.place(Map.of("relu", new Point(600, 40))))
                .apply(chain);

        Picture after = picture(moved, before);

        assertSame(before.node("conv").orElseThrow(), after.node("conv").orElseThrow());
        assertEquals(600, after.node("relu").orElseThrow().bounds().minX());
    }

    @Test
    void theIndexFindsExactlyWhatTouchesAnArea() {
        Random random = new Random(5);
        List<Bounds> places = random.doubles(2000, -5000, 5000)
                .mapToObj(x -> Bounds.at(x, random.nextDouble() * 9000 - 4500, random.nextInt(900), random.nextInt(90)))
                .toList();
        SpatialIndex<Bounds> index = new SpatialIndex<>(places, place -> place);
        for (int query = 0; query < 200; query++) {
            Bounds area = Bounds.at(random.nextInt(9000) - 4500, random.nextInt(9000) - 4500, 700, 300);
            Set<Bounds> found = new HashSet<>();
            index.within(area, place -> assertTrue(found.add(place), "found twice"));
            assertEquals(Set.copyOf(places.stream().filter(area::meets).toList()), found);
        }
    }

    @Test
    void largeNumbersAreShortWithThreeDigits() {
        assertEquals("232", Quantity.brief(232));
        assertEquals("999", Quantity.brief(999));
        assertEquals("1.00 k", Quantity.brief(1000));
        assertEquals("164 k", Quantity.brief(163_840));
        assertEquals("1.00 M", Quantity.brief(999_950));
        assertEquals("4.02 M", Quantity.brief(4_020_000));
        assertEquals("25.6 M", Quantity.brief(25_557_032));
        assertEquals("4.09 G", Quantity.brief(4_089_184_256L));
    }

    @Test
    void zoomingKeepsTheSheetsPointUnderThePointer() {
        Viewport view = new Viewport(0.8, 33, -71);
        Point before = view.sheet(412, 233);
        Point after = view.zoomed(2.7, 412, 233).sheet(412, 233);

        assertEquals(before.x(), after.x(), 1e-9);
        assertEquals(before.y(), after.y(), 1e-9);
        assertEquals(Viewport.MOST, view.zoomed(1000, 0, 0).scale());
    }

    @Test
    void fittingShowsTheWholeAreaButNeverEnlarges() {
        Bounds area = Bounds.at(-500, 100, 4000, 900);
        Viewport view = Viewport.fitting(area, 1000, 600, 40);

        assertTrue(view.visible(1000, 600).contains(area));
        assertEquals(1, Viewport.fitting(Bounds.at(0, 0, 50, 50), 1000, 600, 40).scale());
    }
}
