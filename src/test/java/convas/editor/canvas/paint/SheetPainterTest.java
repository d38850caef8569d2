package convas.editor.canvas.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.Samples;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.PictureBuilder;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.editor.document.Selection;
import convas.graph.Design;
import convas.graph.Edits;
import convas.graph.Layout;
import convas.graph.Value;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetPainterTest {
    private static final CanvasTheme THEME = CanvasTheme.light();

    private final Catalog catalog = BuiltinCatalog.create();

    private Picture picture(Design design) {
        Findings findings = Findings.of(new Analyzer(catalog).analyze(design));
        return new PictureBuilder(catalog, findings, new Texts(Locale.ENGLISH), Recording.RULER)
                .build(OpenSheet.find(design, catalog, Place.DESIGN), Layout.EMPTY, Picture.EMPTY);
    }

    private static Recording paint(Picture picture, Viewport view, Selection selection) {
        Recording recording = new Recording();
        new SheetPainter(Recording.RULER).paint(recording, picture, view, 1200, 800, Look.plain(THEME, selection));
        return recording;
    }

    @Test
    void aCardShowsTypeIdAndNumbersAndAWireItsShape() {
        Recording drawn = paint(picture(Samples.chain()), Viewport.START, Selection.NONE);

        assertTrue(drawn.texts().containsAll(List.of("Conv2d", "conv", "4 × 6 × 6 · 40 · 1.30 k", "1×8×8")));
        assertTrue(drawn.icons().contains("Conv2d"));
    }

    @Test
    void wordsStayInsideTheirCardAndDoNotTouchEachOther() {
        Design design = Samples.chain();
        design = design.withSheet(
                Edits.rename("conv", "a_very_long_name_for_a_convolution").apply(design.sheet()));
        Recording drawn = paint(picture(design), Viewport.START, Selection.NONE);

        List<Recording.Words> onCard = drawn.words().stream()
                .filter(words -> words.x() >= 260 && words.x() < 436 && words.style() != Style.LABEL)
                .toList();
        for (Recording.Words words : onCard) {
            assertTrue(words.x() + words.width() <= 436, words.text());
            for (Recording.Words other : onCard) {
                boolean sameLine = words != other && words.baseline() == other.baseline();
                assertFalse(sameLine && words.x() < other.x() && words.x() + words.width() > other.x());
            }
        }
    }

    @Test
    void anErrorIsRedAndSaidOnTheCard() {
        Design design = Samples.chain();
        design = design.withSheet(
                Edits.setParam("conv", "kernel_size", Optional.of(Value.of(9))).apply(design.sheet()));
        Recording drawn = paint(picture(design), Viewport.START, Selection.NONE);

        assertTrue(drawn.boxes().stream().anyMatch(box -> box.line().equals(THEME.error())));
        assertTrue(drawn.words().stream().anyMatch(words -> words.color().equals(THEME.error())));
    }

    @Test
    void theSelectedCardHasABlueLine() {
        Picture picture = picture(Samples.chain());

        assertEquals(0, accented(paint(picture, Viewport.START, Selection.NONE)));
        assertEquals(1, accented(paint(picture, Viewport.START, Selection.ofNode("conv"))));
    }

    private static long accented(Recording drawn) {
        return drawn.boxes().stream()
                .filter(box -> box.line().equals(THEME.accent()) && box.width() == 176)
                .count();
    }

    @Test
    void nothingOutOfSightIsDrawn() {
        Picture picture = picture(Samples.large(10_000));

        Recording drawn = paint(picture, new Viewport(1, -5000, -3000), Selection.NONE);

        // 1200 x 800 pixels of cards that stand every 260 x 130: 6 columns and 8 rows at most.
        assertTrue(drawn.texts().stream().filter(text -> text.startsWith("n")).count() <= 6 * 8);
        assertTrue(drawn.marks() < 1200, drawn.marks() + " marks");
    }

    @Test
    void tenThousandCardsInSightAreDrawnInOneGo() {
        Picture picture = picture(Samples.large(10_000));

        Recording drawn = paint(picture, Viewport.fitting(picture.bounds(), 1200, 800, 20), Selection.NONE);

        assertEquals(10_000, drawn.crowdBoxes());
        assertTrue(drawn.marks() < 20, drawn.marks() + " marks");
    }

    @Test
    void liftedCardsAreDrawnWhereTheyAreDragged() {
        Picture picture = picture(Samples.chain());
        Recording drawn = new Recording();
        Look look = new Look(
                THEME,
                Selection.ofNode("conv"),
                Optional.empty(),
                new Lift(Set.of("conv"), 30, 200, false),
                Optional.empty(),
                Look.Hints.NONE);
        new SheetPainter(Recording.RULER).paint(drawn, picture, Viewport.START, 1200, 800, look);

        List<Recording.Box> cards =
                drawn.boxes().stream().filter(box -> box.width() == 176).toList();
        assertEquals(4, cards.size());
        assertTrue(cards.stream().anyMatch(box -> box.x() == 290 && box.y() == 200));
        assertEquals(2, drawn.curves() - 1, "two wires follow, one stays as it was");
    }

    @Test
    void whoPansOverAThousandCardsSeesWhatWasDrawnMovedUntilItsMarginEnds() {
        Picture picture = picture(Samples.large(10_000));
        SheetPainter painter = new SheetPainter(Recording.RULER);
        Recording drawn = new Recording();
        Viewport start = new Viewport(0.1, -400, -200);
        Look look = Look.plain(THEME, Selection.NONE);
        for (int frame = 0; frame <= 40; frame++) {
            painter.paint(drawn, picture, start.panned(-8 * frame, 0), 800, 600, look);
        }

        // What is in sight at once; with a margin of 128 at the second frame, and again when that is used up.
        assertEquals(List.of(0, 128, 128, 128), drawn.margins());
        assertEquals(37, drawn.shifts().size());
        assertEquals(-8, drawn.shifts().get(0));
        assertEquals(-128, drawn.shifts().get(15));
    }

    @Test
    void whoMovesACardAndPansSeesTheNewPicture() {
        SheetPainter painter = new SheetPainter(Recording.RULER);
        Recording drawn = new Recording();
        Look look = Look.plain(THEME, Selection.NONE);
        Viewport view = new Viewport(0.1, 0, 0);
        painter.paint(drawn, picture(Samples.large(10_000)), view, 800, 600, look);
        painter.paint(drawn, picture(Samples.large(10_000)), view.panned(8, 0), 800, 600, look);
        painter.paint(drawn, picture(Samples.large(10_000)), view.panned(8, 0), 900, 600, look);

        assertEquals(List.of(), drawn.shifts());
        assertEquals(3, drawn.margins().size());
    }
}
