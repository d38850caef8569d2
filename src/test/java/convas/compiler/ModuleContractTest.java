package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.operator.Cost;
import convas.operator.Module;
import convas.operator.Parameter;
import convas.operator.Weight;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every module keeps: it says what it is in both languages, refuses senseless values by name, and with sensible ones
 * computes, learns and counts as its inferred shapes promise.
 */
class ModuleContractTest {
    private static final Catalog CATALOG = BuiltinCatalog.create();

    /** A size that every module takes: even, and divisible by the default groups and reductions. */
    private static final long CHANNELS = 48;

    private static final Map<String, Value> REQUIRED = Map.of(
            "out_channels", Value.of(CHANNELS),
            "hidden_channels", Value.of(2 * CHANNELS),
            "reduced_channels", Value.of(12),
            "kernel_size", Value.of(3));

    private final Analyzer analyzer = new Analyzer(CATALOG);

    /** A module with some of its parameters set; the rest have their defaults. */
    record Use(Module module, Map<String, Value> params) {
        Design design() {
            Map<String, Value> shape = Map.of("shape", Value.of(Value.of(CHANNELS), Value.of(10), Value.of(9)));
            List<Node> nodes = List.of(
                    new Node("image", "Input", shape),
                    new Node("m", module.type(), params),
                    new Node("out", "Output", Map.of()));
            List<Edge> edges = List.of(Edge.of("image", "m"), Edge.of("m", "out"));
            Graph graph = new Graph(nodes, edges);
            return Design.empty("use").withSheet(new Sheet(graph, Sheet.EMPTY.layout()));
        }

        @Override
        public String toString() {
            Map<String, String> shown = new LinkedHashMap<>();
            params.forEach((name, value) -> shown.put(name, value.display()));
            return module.type() + " " + shown;
        }
    }

    static Stream<Module> modules() {
        return CATALOG.all().stream().filter(Module.class::isInstance).map(Module.class::cast);
    }

    /** Every module with its defaults, and with each switch and choice turned, one at a time. */
    static Stream<Use> uses() {
        return modules().flatMap(module -> {
            Map<String, Value> base = new LinkedHashMap<>();
            for (Parameter<?> parameter : module.parameters()) {
                if (parameter.isRequired()) {
                    base.put(parameter.name(), REQUIRED.get(parameter.name()));
                }
            }
            List<Use> uses = new ArrayList<>(List.of(new Use(module, base)));
            for (Parameter<?> parameter : module.parameters()) {
                for (Value value : turned(parameter)) {
                    Map<String, Value> params = new LinkedHashMap<>(base);
                    params.put(parameter.name(), value);
                    if (parameter.name().equals("stride")) {
                        // A unit that halves the image may widen it too, and ShuffleNet's must.
                        params.replace("out_channels", Value.of(2 * CHANNELS));
                    }
                    uses.add(new Use(module, params));
                }
            }
            return uses.stream();
        });
    }

    private static List<Value> turned(Parameter<?> parameter) {
        return switch (parameter.kind()) {
            case BOOL -> List.of(Value.of(!(Boolean) parameter.fallback().orElseThrow()));
            case CHOICE ->
                parameter.choices().stream()
                        .filter(choice -> !Optional.of(choice).equals(parameter.fallback()))
                        .map(Value::of)
                        .toList();
            case INT, PAIR -> parameter.name().equals("stride") ? List.of(Value.of(2)) : List.of();
            default -> List.of();
        };
    }

    private static List<String> lines(Analysis analysis) {
        return analysis.diagnostics().stream()
                .map(diagnostic -> diagnostic.line(new Texts(Locale.ENGLISH)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void itComputesAndLearnsAsInferred(Use use) {
        Analysis analysis = analyzer.analyze(use.design());

        assertEquals(List.of(), lines(analysis));
        ProgramTrial.run(analysis.program().orElseThrow(), 2);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void itsCostIsTheSumOfItsStepsAndItsParametersAreTheWeightsThatItMakes(Use use) {
        Analysis analysis = analyzer.analyze(use.design());

        Cost steps = analysis.program().orElseThrow().steps().stream()
                .map(step -> step.cost())
                .reduce(Cost.ZERO, Cost::plus);
        long params = 0;
        long buffers = 0;
        for (Weight weight : Weights.of(analysis.program().get()).values()) {
            params += weight.trained() ? weight.shape().elements() : 0;
            buffers += weight.trained() ? 0 : weight.shape().elements();
        }
        Cost module = analysis.node("m").orElseThrow().cost().orElseThrow();
        assertEquals(params, module.params());
        assertEquals(buffers, module.buffers());
        assertEquals(steps.macs(), module.macs());
        assertEquals(steps, analysis.total().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void itSaysWhatItIsInBothLanguages(Module module) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertFalse(module.doc(locale).isBlank());
            assertEquals(
                    locale.equals(Locale.SIMPLIFIED_CHINESE),
                    module.doc(locale).codePoints().anyMatch(Character::isIdeographic));
        }
        assertFalse(module.category().isBlank());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aValueBelowTheLeastIsRefusedByName(Module module) {
        for (Parameter<?> parameter : module.parameters()) {
            if (parameter.kind() == Parameter.Kind.INT && parameter.min().isPresent()) {
                Map<String, Value> params = new LinkedHashMap<>();
                module.parameters().stream()
                        .filter(Parameter::isRequired)
                        .forEach(required -> params.put(required.name(), REQUIRED.get(required.name())));
                params.put(parameter.name(), Value.of((long) parameter.min().getAsDouble() - 1));

                Analysis analysis = analyzer.analyze(new Use(module, params).design());

                assertTrue(
                        analysis.diagnostics().stream()
                                .filter(Diagnostic::isError)
                                .anyMatch(problem -> problem.path().equals("m")
                                        && problem.parameter().equals(parameter.name())),
                        () -> parameter + ": " + lines(analysis));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void itsBodyIsWrittenAndReadBackTheSame(Module module) {
        DesignFormat format = new DesignFormat();

        assertEquals(
                Optional.of(module.body()),
                format.readModule(format.writeModule(module.body())).value());
    }
}
