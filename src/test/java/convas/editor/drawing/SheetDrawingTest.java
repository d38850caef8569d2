package convas.editor.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.Samples;
import convas.editor.document.Document;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.operator.Catalog;
import convas.text.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SheetDrawingTest {
    private final Catalog catalog = BuiltinCatalog.create();

    private byte[] draw(Design design, PictureOptions options) throws PictureTooLarge {
        Document document = new Document(catalog, design, Optional.empty());
        Analysis analysis = new Analyzer(catalog).analyze(design);
        return new SheetDrawing(design, document.catalog(), Optional.of(analysis), new Texts(Locale.ENGLISH))
                .of(document.sheet(), Layout.EMPTY, options);
    }

    private Element svg(Design design, PictureOptions options) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(draw(design, options)))
                .getDocumentElement();
    }

    private static List<String> words(Element svg) {
        NodeList texts = svg.getElementsByTagName("text");
        List<String> words = new ArrayList<>();
        for (int index = 0; index < texts.getLength(); index++) {
            words.add(texts.item(index).getTextContent());
        }
        return words;
    }

    private static PictureOptions options(PictureFormat format, boolean dark, double scale, boolean shapes) {
        return new PictureOptions(format, dark, scale, shapes, Set.of(), Optional.empty());
    }

    @Test
    void anSvgHasTheWordsAsWordsAndIsNoLargerThanTheSheet() throws Exception {
        Element svg = svg(Samples.chain(), PictureOptions.plain(PictureFormat.SVG));

        assertTrue(words(svg).containsAll(List.of("Input", "Conv2d", "ReLU", "Output", "image", "4 × 6 × 6")));
        // Four cards from 0 to 3 * 260 + 176, 66 high; a margin of 16, and 8 more above for ids.
        assertEquals("988", svg.getAttribute("width"));
        assertEquals("106", svg.getAttribute("height"));
        assertEquals("0 0 988 106", svg.getAttribute("viewBox"));
    }

    @Test
    void withoutShapesNoneIsThere() throws Exception {
        List<String> words = words(svg(Samples.chain(), options(PictureFormat.SVG, false, 1, false)));

        assertTrue(words.contains("Conv2d"));
        assertTrue(words.stream().noneMatch(word -> word.contains("×")), words.toString());
    }

    @Test
    void onlyWhatIsWantedIsDrawn() throws Exception {
        PictureOptions some =
                new PictureOptions(PictureFormat.SVG, false, 1, true, Set.of("conv", "relu"), Optional.empty());
        Element svg = svg(Samples.chain(), some);

        assertTrue(words(svg).containsAll(List.of("Conv2d", "ReLU")));
        assertFalse(words(svg).contains("Input"));
        // Two cards, 260 from corner to corner.
        assertEquals("468", svg.getAttribute("width"));
    }

    @Test
    void aBodyShownInPlaceIsDrawnAsSeen() throws Exception {
        List<Node> nodes = List.of(
                new Node("image", "Input", Map.of("shape", Value.of(Value.of(4), Value.of(8), Value.of(8)))),
                new Node("ghost", "GhostModule", Map.of("out_channels", Value.of(8))));
        Design design = Design.empty("ghost")
                .withSheet(new Sheet(new Graph(nodes, List.of(Edge.of("image", "ghost"))), Layout.EMPTY));

        assertFalse(words(svg(design, PictureOptions.plain(PictureFormat.SVG))).contains("BatchNorm2d"));
        Design expanded = design.withView(design.view().withExpanded(Set.of("ghost")));
        assertTrue(words(svg(expanded, PictureOptions.plain(PictureFormat.SVG)))
                .containsAll(List.of("GhostModule", "BatchNorm2d", "Concat")));
    }

    @Test
    void aPngHasTheScaleAndTheGroundThatWereAskedFor() throws Exception {
        BufferedImage light = ImageIO.read(
                new ByteArrayInputStream(draw(Samples.chain(), options(PictureFormat.PNG, false, 2, true))));
        BufferedImage dark = ImageIO.read(
                new ByteArrayInputStream(draw(Samples.chain(), options(PictureFormat.PNG, true, 1, true))));

        assertEquals(1976, light.getWidth());
        assertEquals(212, light.getHeight());
        assertEquals(0xffffffff, light.getRGB(3, 3));
        assertEquals(0xff0d1117, dark.getRGB(3, 3));
        // The strip of the convolution's card, 16 to the right of the margin's end; blue as all convolutions are.
        assertEquals(0xff0969da, light.getRGB(2 * (16 + 260 + 2), 2 * (24 + 16)));
    }

    @Test
    void aPictureThatWouldNotFitIntoMemoryIsRefusedWithTheScaleThatWould() {
        PictureTooLarge refusal = assertThrows(
                PictureTooLarge.class, () -> draw(Samples.chain(), options(PictureFormat.PNG, false, 90, true)));

        // 100 million pixels for 988 by 106: the root of 954.9.
        assertEquals(
                "The picture would have too many pixels; the largest scale possible is 30.9.",
                refusal.sentence(new Texts(Locale.ENGLISH)));
    }

    @Test
    void aPictureOfMoreNodesThanAnybodyCouldLookAtIsRefused() {
        List<Node> nodes = IntStream.rangeClosed(0, 20_000)
                .mapToObj(index -> new Node("n" + index, "ReLU", Map.of()))
                .toList();
        Design design = Design.empty("many").withSheet(new Sheet(new Graph(nodes, List.of()), Layout.EMPTY));
        PictureTooLarge refusal =
                assertThrows(PictureTooLarge.class, () -> draw(design, PictureOptions.plain(PictureFormat.SVG)));
        assertEquals(
                "Of nodes at most 20000 can be drawn in one picture, and there are 20001. Draw modules by"
                        + " themselves, or a part.",
                refusal.sentence(new Texts(Locale.ENGLISH)));
    }

    @Test
    void aPdfHasOnePageOfThePicturesSizeAndATableThatLeadsToItsObjects() throws Exception {
        byte[] file = draw(Samples.chain(), PictureOptions.plain(PictureFormat.PDF));
        String text = new String(file, StandardCharsets.ISO_8859_1);

        assertTrue(text.startsWith("%PDF-1.4\n"));
        // Three quarters of a point for each of 988 by 106 pixels.
        assertTrue(text.contains("/MediaBox [0 0 741 79.500]"), text.substring(0, 300));
        int table = Integer.parseInt(text.substring(text.indexOf("startxref\n") + 10, text.lastIndexOf("\n%%EOF")));
        Matcher entries = Pattern.compile("(\\d{10}) 00000 n ").matcher(text.substring(table));
        int number = 0;
        while (entries.find()) {
            number++;
            assertTrue(text.startsWith(number + " 0 obj", Integer.parseInt(entries.group(1))), "object " + number);
        }
        assertEquals(5, number);
        String content = content(file, text);
        assertTrue(content.startsWith("0.750 0 0 -0.750 0 79.500 cm\n"), content.substring(0, 80));
        assertTrue(content.contains("0.035 0.412 0.855 rg\n"), "the blue of a convolution");
        // Outlines of letters are curves; there is no text that would need a font.
        assertTrue(content.contains(" c\n"));
        assertFalse(content.contains("BT\n"));
    }

    private static String content(byte[] file, String text) throws Exception {
        Matcher length = Pattern.compile("/Length (\\d+)").matcher(text);
        assertTrue(length.find());
        Inflater inflater = new Inflater();
        inflater.setInput(file, text.indexOf("stream\n") + 7, Integer.parseInt(length.group(1)));
        byte[] plain = new byte[4 << 20];
        int size = inflater.inflate(plain);
        assertTrue(inflater.finished());
        return new String(plain, 0, size, StandardCharsets.US_ASCII);
    }

    @Test
    void theSameSheetGivesTheSameFile() throws Exception {
        for (PictureFormat format : PictureFormat.values()) {
            assertArrayEquals(
                    draw(Samples.chain(), PictureOptions.plain(format)),
                    draw(Samples.chain(), PictureOptions.plain(format)));
        }
    }
}
