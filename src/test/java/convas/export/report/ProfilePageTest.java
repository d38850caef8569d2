package convas.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.analysis.Step;
import convas.analysis.figures.PeakMemory;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.profiling.Ceilings;
import convas.profiling.MemoryMoment;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.SomeProfiles;
import convas.text.Texts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page of a profile: the times here are given, so that what it shows is known. */
class ProfilePageTest {
    private static final Catalog CATALOG = BuiltinCatalog.create();
    private static final Ceilings CEILINGS =
            new Ceilings("Some processor", "cpu", 2, 100, 10, 5, "2026-11-25T12:00:00+01:00");

    private static Document page(Locale locale, String name) throws Exception {
        Design design = new DesignFormat()
                .read(Path.of("presets", "digits-ghost.json"))
                .value()
                .orElseThrow()
                .withName(name);
        Analysis analysis = new Analyzer(CATALOG).analyze(design);
        List<PathProfile> nodes = new ArrayList<>();
        List<MemoryMoment> timeline = new ArrayList<>();
        List<Long> course = PeakMemory.course(analysis.program().orElseThrow());
        for (Step step : analysis.program().orElseThrow().steps()) {
            if (!List.of("Input", "Output").contains(step.type())) {
                nodes.add(SomeProfiles.node(step.path(), 1));
                timeline.add(new MemoryMoment(
                        step.path(),
                        course.get(analysis.program().orElseThrow().steps().indexOf(step)),
                        Optional.of(4096L)));
            }
        }
        Profile any = SomeProfiles.training(name, "2026-11-25T12:00:00+01:00", nodes.toArray(PathProfile[]::new));
        Profile profile = new Profile(
                any.design(), any.digest(), any.taken(), any.machine(), any.setting(), any.whole(), nodes, timeline);
        String html = new ProfilePage(profile, CEILINGS, design, analysis, CATALOG, new Texts(locale)).html();
        assertTrue(html.startsWith("<!DOCTYPE html>\n"), html.substring(0, 40));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        html.substring(html.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }

    @Test
    void thePageHasPictureRooflineTimelineAndARowForEachPath() throws Exception {
        Document page = page(Locale.ENGLISH, "digits-ghost");

        assertEquals(3, elements(page, "svg").size());
        List<String> cells =
                elements(page, "td").stream().map(Element::getTextContent).toList();
        for (String path :
                List.of("conv1", "down1", "down1/expand", "down1/expand/primary_conv", "stage2.1", "classifier")) {
            assertTrue(cells.contains(path), path);
        }
        // 16 samples in 10 ms forward and 22 ms backward.
        assertTrue(cells.contains("500"), "samples a second");
        assertTrue(cells.contains("32.000 (30.500 - 33.500) ms"), "latency");
        assertTrue(elements(page, "text").stream()
                .anyMatch(text -> text.getTextContent().startsWith("GhostModule: ")));
    }

    @Test
    void itNeedsNoOtherFileAndNoNetwork() throws Exception {
        Document page = page(Locale.ENGLISH, "digits-ghost");
        for (String tag : List.of("script", "link", "img", "iframe", "image", "use")) {
            assertEquals(0, elements(page, tag).size(), tag);
        }
        assertFalse(elements(page, "style").get(0).getTextContent().contains("url("), "style");
    }

    @Test
    void namesThatLookLikeMarkupStayNames() throws Exception {
        assertEquals(
                "Profile of <b>&\"x\"",
                elements(page(Locale.ENGLISH, "<b>&\"x\""), "h1").get(0).getTextContent());
    }

    @Test
    void chineseIsChineseThroughout() throws Exception {
        Document page = page(Locale.SIMPLIFIED_CHINESE, "digits-ghost");
        assertEquals("zh-CN", page.getDocumentElement().getAttribute("lang"));
        for (String tag : List.of("h2", "p", "th")) {
            elements(page, tag).stream()
                    .map(Element::getTextContent)
                    .filter(words -> !words.matches("MACs|GFLOP/s|GB/s"))
                    .forEach(words -> assertTrue(words.codePoints().anyMatch(Character::isIdeographic), words));
        }
    }
}
