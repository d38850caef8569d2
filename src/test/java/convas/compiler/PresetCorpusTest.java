package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.analysis.figures.PeakMemory;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every design that comes with Convas opens without a complaint, runs and learns. */
class PresetCorpusTest {
    private static final int BATCH = 2;

    /** Multiplications of one sample beyond which a smaller image is tried: seconds matter in a test. */
    private static final long HEAVY = 20_000_000;

    private static final long SMALL_SIDE = 64;

    private final Analyzer analyzer = new Analyzer(BuiltinCatalog.create());

    static Stream<Path> presets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("presets"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static Design design(Path preset) {
        Reading<Design> reading = new DesignFormat().read(preset);
        assertEquals(List.of(), reading.problems());
        return reading.value().orElseThrow();
    }

    private Analysis analysis(Design design) {
        Analysis analysis = analyzer.analyze(design);
        assertEquals(
                List.of(),
                analysis.diagnostics().stream()
                        .map(diagnostic -> diagnostic.line(new Texts(Locale.ENGLISH)))
                        .toList());
        return analysis;
    }

    @Test
    void theFiveDigitsDesignsAreAmongThem() throws IOException {
        List<String> names =
                presets().map(file -> file.getFileName().toString()).toList();

        for (String family : List.of("plain", "ghost", "shuffle", "cbam", "coordconv")) {
            assertTrue(names.contains("digits-" + family + ".json"), family);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetRunsAndLearns(Path preset) {
        ProgramTrial.run(program(preset), BATCH);
    }

    /** A preset's program, with smaller images where it is heavy and takes them. */
    private Program program(Path preset) {
        Design design = design(preset);
        Analysis whole = analysis(design);
        Program program = whole.program().orElseThrow();
        boolean heavy = whole.total().orElseThrow().macs() > HEAVY;
        return heavy ? analyzer.analyze(reduced(design)).program().orElse(program) : program;
    }

    /** The design with smaller images, where it has any larger. */
    private static Design reduced(Design design) {
        List<Node> nodes =
                design.graph().nodes().stream().map(PresetCorpusTest::reduced).toList();
        return design.withSheet(new Sheet(
                new Graph(nodes, design.graph().edges()), design.sheet().layout()));
    }

    private static Node reduced(Node node) {
        if (node.type().equals("Input") && node.params().get("shape") instanceof Value.Sequence shape) {
            List<Value> sizes = shape.values().stream()
                    .map(size -> size instanceof Value.Whole whole && whole.value() > SMALL_SIDE
                            ? Value.of(SMALL_SIDE)
                            : size)
                    .toList();
            return node.withParam("shape", new Value.Sequence(sizes));
        }
        return node;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void inferenceHoldsNoMoreTensorsAtOnceThanTheAnalysisSays(Path preset) {
        Program program = program(preset);

        assertEquals(PeakMemory.of(program).bytes(), ProgramTrial.peakBytes(program));
    }

    @Test
    void freeingEarlyLetsADeepNetworkHoldAQuarterOfWhatItMakes() {
        Program program = program(Path.of("presets", "ghostnet-64.json"));

        long held = ProgramTrial.peakBytes(program);
        long made = ProgramTrial.allBytes(program);

        assertTrue(held * 4 < made, () -> held + " of " + made + " bytes");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetSaysWhatItIsForAndHasALayout(Path preset) {
        Design design = design(preset);

        assertEquals(preset.getFileName().toString(), design.name() + ".json");
        assertFalse(design.description().isBlank());
    }
}
