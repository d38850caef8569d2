package convas.profiling.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.catalog.BuiltinCatalog;
import convas.compiler.StepObserver;
import convas.engine.EngineStartup;
import convas.graph.json.DesignFormat;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import convas.profiling.Whole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether the times are true. One thread and its processor time: other work on the machine lengthens neither side of a
 * ratio.
 */
class MeasuringTest {
    private static final int ATTEMPTS = 6;
    private static int threadsBefore;

    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        EngineStartup.apply();
        Engine.getInstance();
        threadsBefore = Runtime.getRuntime().availableProcessors();
        JniUtils.setNumThreads(1);
    }

    @AfterAll
    static void restoreThreads() {
        JniUtils.setNumThreads(threadsBefore);
    }

    static Program preset(String name) {
        return new Analyzer(BuiltinCatalog.create())
                .analyze(new DesignFormat()
                        .read(Path.of("presets", name + ".json"))
                        .value()
                        .orElseThrow())
                .program()
                .orElseThrow();
    }

    private static Profile profile(String preset, int batch, ProfilingMode mode, double seconds) {
        Setting setting = new Setting(batch, "cpu", mode, 1);
        return new Measuring(preset(preset), setting, seconds, new Pulse(event -> {}), Clock.ofThisThread())
                .run(Device.cpu(), MachineFacts.here("test"));
    }

    /**
     * The whole is measured with nobody looking on, in the same rounds; other work may still disturb one of the two. The
     * batch of the small network keeps the cost of this clock small, which is some microseconds for each node.
     */
    @ParameterizedTest
    @ValueSource(strings = {"digits-ghost", "ghostnet", "shufflenetv1"})
    void nodesAndOverheadSumToTheWholeAndLookingOnCostsLittle(String preset) {
        List<String> found = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Profile profile = profile(preset, preset.startsWith("digits") ? 256 : 1, ProfilingMode.INFERENCE, 1.5);
            Whole whole = profile.whole();
            double parts = profile.sum().forward().plus(whole.overhead()).middle();
            double sum = parts / whole.forward().middle();
            double slowing = whole.observed().middle() / whole.forward().middle();
            assertEquals(whole.observed().middle(), parts, 1e-6 * parts);
            if (Math.abs(sum - 1) < 0.05 && slowing < 1.10) {
                return;
            }
            found.add("sum/whole " + sum + ", observed/whole " + slowing);
        }
        fail(found.toString());
    }

    @Test
    void backwardNodeByNodeSumsToTheRealBackward() {
        List<Double> found = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Profile profile = profile("digits-ghost", 64, ProfilingMode.TRAINING, 2.5);
            double ratio = profile.sum().backward().orElseThrow().middle()
                    / profile.whole().backward().orElseThrow().middle();
            if (Math.abs(ratio - 1) < 0.10) {
                return;
            }
            found.add(ratio);
        }
        fail("Node by node over in one go: " + found);
    }

    /** What libtorch calls the operations of node types; ReLU's is also a part of others. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "Conv2d", "aten::conv2d",
            "BatchNorm2d", "aten::batch_norm",
            "Linear", "aten::addmm",
            "Concat", "aten::cat");

    /** The quickest of each node's runs on both clocks: other work on the machine may fall between the two. */
    @Test
    void theTenLargestNodesOfGhostNetTakeWhatLibtorchSays() throws IOException {
        int runs = 15;
        Program program = preset("ghostnet");
        Map<String, List<Double>> ours = new LinkedHashMap<>();
        Path trace = folder.resolve("trace.json");
        try (Subject subject = new Subject(program, Device.cpu(), 1, ProfilingMode.INFERENCE, Clock.WALL)) {
            Stopwatch watch = new Stopwatch(program.steps().size(), subject.synchronization(), Clock.WALL);
            for (int run = 0; run < 3; run++) {
                subject.run(StepObserver.NONE);
            }
            JniUtils.startProfile(false, false, false);
            for (int run = 0; run < runs; run++) {
                subject.run(watch.reset());
                for (int index = 0; index < program.steps().size(); index++) {
                    if (watch.taken(index) > 0) {
                        ours.computeIfAbsent(program.steps().get(index).path(), path -> new ArrayList<>())
                                .add(watch.taken(index) / 1e3);
                    }
                }
            }
            JniUtils.stopProfile(trace.toString());
        }
        Map<String, List<Double>> libtorchs = libtorch(trace, program, runs);
        List<String> largest = ours.keySet().stream()
                .sorted(Comparator.comparingDouble((String path) -> Collections.min(ours.get(path)))
                        .reversed())
                .limit(10)
                .toList();

        for (String path : largest) {
            double here = Collections.min(ours.get(path));
            assertTrue(libtorchs.containsKey(path), path);
            double there = Collections.min(libtorchs.get(path));
            assertEquals(1, here / there, 0.15, path + ": " + here + " us here, " + there + " us there");
        }
    }

    /** Microseconds by path: the trace has operations, the program has nodes; of one type both are in the same order. */
    private static Map<String, List<Double>> libtorch(Path trace, Program program, int runs) throws IOException {
        Map<String, List<JsonNode>> events = new LinkedHashMap<>();
        for (JsonNode event : new ObjectMapper().readTree(trace.toFile())) {
            events.computeIfAbsent(event.path("name").asText(), name -> new ArrayList<>())
                    .add(event);
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        OPERATIONS.forEach((type, operation) -> {
            List<String> paths = program.steps().stream()
                    .filter(step -> step.type().equals(type))
                    .map(Step::path)
                    .toList();
            List<JsonNode> ordered = new ArrayList<>(events.getOrDefault(operation, List.of()));
            ordered.sort(Comparator.comparingDouble(event -> event.path("ts").asDouble()));
            assertEquals(paths.size() * runs, ordered.size(), operation + " of " + events.keySet());
            for (int place = 0; place < ordered.size(); place++) {
                times.computeIfAbsent(paths.get(place % paths.size()), path -> new ArrayList<>())
                        .add(ordered.get(place).path("dur").asDouble());
            }
        });
        return times;
    }

    @Test
    void everyNodeButInputsAndOutputsIsInTheProfileOnce() {
        Program program = preset("digits-shuffle");
        Profile profile = profile("digits-shuffle", 2, ProfilingMode.TRAINING, 0.5);

        assertEquals(
                program.steps().stream()
                        .filter(step -> !List.of("Input", "Output").contains(step.type()))
                        .map(Step::path)
                        .toList(),
                profile.nodes().stream().map(PathProfile::path).toList());
    }

    @Test
    void aStopwatchForgetsTheRunBefore() {
        long[] now = {0};
        Stopwatch watch = new Stopwatch(2, () -> {}, () -> now[0]);
        watch.before(0, null);
        now[0] += 30;
        watch.after(0, null, new NDList());
        assertEquals(30, watch.taken(0));
        assertEquals(0, watch.reset().taken(0));
    }
}
