package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.analysis.expression.CloseMatches;
import convas.catalog.BuiltinCatalog;
import convas.catalog.UserLibrary;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Designs of some kilobytes or megabytes, made to take for ever. Without their limits the work of these takes many minutes
 * or all memory; the time allowed here is only what keeps such a test from holding up the others.
 */
@Timeout(300)
final class HostileDesignsTest {
    private static final String FORM =
            "{\"format\": \"convas-design\", \"version\": 1, \"name\": \"h\", \"nodes\": [%s], \"edges\": [%s], \"modules\": {%s}}";
    private static final String INPUT = "{\"id\": \"in\", \"type\": \"Input\", \"params\": {\"shape\": [3, 8, 8]}}";
    private static final String OUTPUT = "{\"id\": \"out\", \"type\": \"Output\"}";
    private static final int LONGEST_SENTENCE = 1_000;

    private final Analyzer analyzer = new Analyzer(BuiltinCatalog.create());

    private static Reading<Design> read(String nodes, String edges, String modules) {
        String all = nodes.isEmpty() ? INPUT + "," + OUTPUT : INPUT + "," + nodes + "," + OUTPUT;
        return new DesignFormat()
                .read(String.format(Locale.ROOT, FORM, all, edges, modules).getBytes(StandardCharsets.UTF_8));
    }

    private static String each(int count, IntFunction<String> one) {
        StringJoiner all = new StringJoiner(",");
        IntStream.range(0, count).mapToObj(one).forEach(all::add);
        return all.toString();
    }

    private static String edge(String from, String to) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    }

    private static List<String> keys(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::key).distinct().toList();
    }

    private static void assertShort(List<Diagnostic> diagnostics) {
        for (Diagnostic each : diagnostics) {
            int length = each.arguments().stream().mapToInt(String::length).sum();
            assertTrue(length < LONGEST_SENTENCE, () -> each.key() + " has arguments of " + length + " characters");
        }
    }

    /** Modules that each use the one before twice, with parameters of which no two are alike. */
    private static String doubling(int count, String more) {
        String form =
                "\"%s\": {\"type\": \"%s\", \"inputs\": [\"x\"], \"params\": {\"k\": {\"type\": \"int\"}}, \"nodes\": [%s],"
                        + " \"edges\": [%s], \"outputs\": {\"y\": \"b\"}}";
        return each(count, level -> {
            String type = "M" + level;
            String inner = "\"type\": \"M" + (level - 1) + "\", \"params\": {\"k\": \"=2*k";
            String nodes = level == 0
                    ? "{\"id\": \"b\", \"type\": \"Dropout\", \"params\": {\"p\": \"=k/10000000000\"}},"
                            + " {\"id\": \"z\", \"type\": \"ReLU\", \"when\": \"=k<0\"}"
                    : "{\"id\": \"a\"," + more + inner + "\"}}, {\"id\": \"b\", " + inner + "+1\"}}";
            String edges = level == 0 ? edge("x", "b") : edge("x", "a") + "," + edge("a", "b");
            return String.format(Locale.ROOT, form, type, type, nodes, edges);
        });
    }

    private static Design using(String type, int k, String modules) {
        String node = "{\"id\": \"m\", \"type\": \"" + type + "\", \"params\": {\"k\": " + k + "}}";
        return read(node, edge("in", "m") + "," + edge("m", "out"), modules)
                .value()
                .orElseThrow();
    }

    @Test
    void modulesThatUseEachOtherTwiceAreTooMany() {
        Design design = using("M29", 1, doubling(30, ""));
        assertEquals(
                List.of("analysis.tooManyNodes"), keys(analyzer.analyze(design).diagnostics()));
    }

    /** M16 with k = 1 is what the work on M29 with k = 0 is given up in; by itself it has 2^16 nodes, fewer than allowed. */
    @Test
    void soAreThoseOfWhichAConditionMightLeaveOutHalfAndWhatWasGivenUpIsNoAnswerLater() {
        String modules = doubling(30, "\"when\": \"=k>=0\", ");
        Design large = using("M29", 0, modules);
        assertEquals(
                List.of("analysis.tooMuchWork"), keys(analyzer.analyze(large).diagnostics()));
        // As an edit does it: the modules stay the same, and so does what is remembered of them.
        var later = analyzer.analyze(large.withSheet(using("M16", 1, modules).sheet()));
        assertEquals(List.of(), keys(later.diagnostics()));
        assertEquals(2 + (1 << 16), later.program().orElseThrow().steps().size());
    }

    private static String convolution(int index, String shares) {
        return "{\"id\": \"n" + index
                + "\", \"type\": \"Conv2d\", \"params\": {\"out_channels\": 3, \"kernel_size\": 1}"
                + (shares.isEmpty() ? "" : ", \"shares\": \"" + shares + "\"") + "}";
    }

    private static String chain(int count) {
        return edge("in", "n0") + ","
                + each(count - 1, index -> edge("n" + index, "n" + (index + 1))) + ","
                + edge("n" + (count - 1), "out");
    }

    @Test
    void aChainOfSixtyThousandSharedWeightsIsSound() {
        int count = 60_000;
        String nodes = each(count, index -> convolution(index, index == 0 ? "" : "n" + (index - 1)));
        Reading<Design> reading = read(nodes, chain(count), "");
        assertEquals(List.of(), reading.problems());
        var analysis = analyzer.analyze(reading.value().orElseThrow());
        assertEquals(List.of(), analysis.diagnostics());
        // 3 x 3 weights of 1 x 1 and 3 biases, once.
        assertEquals(12, analysis.total().orElseThrow().params());
        for (int step : List.of(1, 2, count / 2, count)) {
            assertEquals(
                    "n0", analysis.program().orElseThrow().steps().get(step).weightsPath());
        }
    }

    @Test
    void aCircleOfSharedWeightsIsToldShortly() {
        int count = 60_000;
        String nodes = each(count, index -> convolution(index, "n" + (index + count - 1) % count));
        Reading<Design> reading = read(nodes, chain(count), "");
        assertEquals(List.of("graph.shares.circle"), keys(reading.problems()));
        assertEquals(count, reading.problems().size());
        assertShort(reading.problems());
        assertShort(analyzer.analyze(reading.value().orElseThrow()).diagnostics());
    }

    @Test
    void aCycleThroughAllNodesIsToldShortly() {
        int count = 199_000;
        String nodes = each(count, index -> "{\"id\": \"n" + index + "\", \"type\": \"ReLU\"}");
        Reading<Design> reading = read(nodes, each(count, index -> edge("n" + index, "n" + (index + 1) % count)), "");
        assertEquals(List.of("graph.cycle"), keys(reading.problems()));
        assertShort(reading.problems());
        assertShort(analyzer.analyze(reading.value().orElseThrow()).diagnostics());
    }

    @Test
    void veryManySmallCyclesAreCutAll() {
        int pairs = 20_000;
        String nodes = each(2 * pairs, index -> "{\"id\": \"n" + index + "\", \"type\": \"ReLU\"}");
        String edges = each(
                pairs,
                pair -> edge("n" + 2 * pair, "n" + (2 * pair + 1)) + "," + edge("n" + (2 * pair + 1), "n" + 2 * pair));
        Reading<Design> reading = read(nodes, edges, "");
        assertEquals(pairs, reading.problems().size());
        assertEquals(
                2 * pairs + 2,
                analyzer.analyze(reading.value().orElseThrow()).nodes().size());
    }

    @Test
    void namesOfMegabytesAreRefusedByTheirLength() {
        String name = "Conv".repeat(1_000_000);
        Reading<Design> type = read("{\"id\": \"a\", \"type\": \"" + name + "\"}", "", "");
        assertEquals(List.of("graph.name.long"), keys(type.problems()));
        assertEquals("nodes[1].type", type.problems().get(0).path());
        assertShort(type.problems());
        Reading<Design> id = read("{\"id\": \"" + name + "\", \"type\": \"ReLU\"}", edge(name, "out"), "");
        assertEquals(List.of("graph.name.long"), keys(id.problems()));
        assertShort(id.problems());
    }

    @Test
    void aNameOfMegabytesIsMeantToBeNoOther() {
        List<String> names = List.of("Conv2d", "ReLU", "conv");
        assertEquals("Conv2d, ReLU, conv", CloseMatches.of("conv".repeat(5_000_000), names));
        assertEquals("conv", CloseMatches.of("conc", List.of("ReLU", "Conv2d", "conv")));
    }

    @Test
    void moreNodesThanADesignMayHaveAreOneProblem() {
        Reading<Design> reading = read(each(1_000_000, index -> "{}"), "", "");
        assertEquals(List.of("graph.tooMany"), keys(reading.problems()));
        assertEquals(List.of("200000", "1000002"), reading.problems().get(0).arguments());
    }

    @Test
    void oneHundredProblemsArePrintedAndHowManyMore(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("many.json");
        String nodes = each(250, index -> "{\"id\": \"n" + index + "\", \"type\": \"Nothing\"}");
        String json = String.format(Locale.ROOT, FORM, INPUT + "," + nodes + "," + OUTPUT, "", "");
        Files.writeString(file, json);
        List<String> lines = Call.of("check", file.toString()).outLines();
        assertEquals(101, lines.size());
        // One for each node, and an Output that nothing reaches.
        assertEquals(file + ": ... and 151 more.", lines.get(100));
    }

    @Test
    void aModuleOfTheLibraryThatIsNestedTooDeepIsLeftOutAndNamed(@TempDir Path folder) throws IOException {
        for (int level = 0; level < 36; level++) {
            String inner = level == 0 ? "ReLU" : "D" + (level - 1);
            Files.writeString(
                    folder.resolve("d" + level + ".json"),
                    "{\"type\": \"D" + level + "\", \"inputs\": [\"x\"], \"nodes\": [{\"id\": \"a\", \"type\": \""
                            + inner + "\"}], \"edges\": [" + edge("x", "a") + "], \"outputs\": {\"y\": \"a\"}}");
        }
        var contents = new UserLibrary(folder, BuiltinCatalog.create()).read();
        assertEquals(32, contents.modules().size());
        assertEquals(4, contents.broken().size());
        List<String> told = contents.broken().stream()
                .flatMap(broken -> broken.problems().stream())
                .map(Diagnostic::key)
                .sorted()
                .toList();
        assertEquals("catalog.library.depth", told.get(0));
        Analyzer with = new Analyzer(BuiltinCatalog.create().with(contents.modules()));
        Design plain = read("", edge("in", "out"), "").value().orElseThrow();
        assertEquals(List.of(), with.analyze(plain).diagnostics());
    }
}
