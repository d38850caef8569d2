package convas.profiling.djl;

import ai.djl.Device;
import convas.analysis.Program;
import convas.analysis.ProgramDigest;
import convas.analysis.Step;
import convas.analysis.figures.NodeFigures;
import convas.analysis.figures.PeakMemory;
import convas.compiler.StepObserver;
import convas.operator.Weight;
import convas.profiling.Machine;
import convas.profiling.MemoryMoment;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent.Phase;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import convas.profiling.Whole;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Measures a program: rounds of whole runs and of runs with a clock around every step, one after the other, so that what
 * disturbs the machine disturbs both; until the middle half of the whole's times lies within 5 % of its middle.
 */
final class Measuring {
    private static final int LEAST_ROUNDS = 9;
    private static final int MOST_ROUNDS = 400;
    private static final double LEAST_SECONDS = 0.3;
    private static final double WARM_UP_SECONDS = 0.5;
    private static final int WARM_UP_RUNS = 3;
    private static final int MOST_WARM_UP_RUNS = 100;
    private static final double NANOS = 1e9;
    private static final long BYTES_PER_ELEMENT = 4;

    private final Program program;
    private final Setting setting;
    private final double seconds;
    private final Pulse pulse;
    private final Clock clock;
    private final List<Integer> computing = new ArrayList<>();

    private final Rounds forward = new Rounds();
    private final Rounds observed = new Rounds();
    private final Rounds backward = new Rounds();
    private final Rounds stepwise = new Rounds();
    private final List<Rounds> forwards;
    private final List<Rounds> backwards;

    /**
     * @param seconds that the rounds may take, on the wall
     * @param clock that everything else is measured with
     */
    Measuring(Program program, Setting setting, double seconds, Pulse pulse, Clock clock) {
        this.clock = clock;
        this.program = program;
        this.setting = setting;
        this.seconds = seconds;
        this.pulse = pulse;
        Set<Integer> ends = new HashSet<>(program.inputs());
        ends.addAll(program.outputs());
        for (int index = 0; index < program.steps().size(); index++) {
            if (!ends.contains(index)) {
                computing.add(index);
            }
        }
        forwards = Rounds.of(program.steps().size());
        backwards = Rounds.of(program.steps().size());
    }

    Profile run(Device device, Machine machine) {
        pulse.tell(Phase.PREPARING, 0);
        try (Subject subject = new Subject(program, device, setting.batch(), setting.mode(), clock)) {
            Stopwatch watch = new Stopwatch(program.steps().size(), subject.synchronization(), clock);
            warmUp(subject, watch);
            measure(subject, watch);
            pulse.tell(Phase.MEMORY, 0);
            Optional<MemoryGauge> memory = device.isGpu()
                    ? Optional.empty()
                    : NativeHeap.find()
                            .map(heap -> MemoryGauge.measure(
                                    heap, subject, program.steps().size(), seconds));
            return profile(machine, memory);
        }
    }

    private void warmUp(Subject subject, Stopwatch watch) {
        long begin = System.nanoTime();
        double passed = 0;
        for (int run = 0;
                run < MOST_WARM_UP_RUNS && (run < WARM_UP_RUNS ? passed < seconds : passed < WARM_UP_SECONDS);
                run++) {
            round(subject, watch);
            passed = (System.nanoTime() - begin) / NANOS;
            pulse.tell(Phase.WARMING_UP, Math.min(1, Math.max(passed / WARM_UP_SECONDS, 0)));
        }
    }

    private void measure(Subject subject, Stopwatch watch) {
        long begin = System.nanoTime();
        for (int rounds = 0; rounds < MOST_ROUNDS; rounds++) {
            double passed = (System.nanoTime() - begin) / NANOS;
            if (rounds > 0 && passed > seconds) {
                return;
            }
            if (rounds >= LEAST_ROUNDS && passed > LEAST_SECONDS && isSettled()) {
                return;
            }
            pulse.tell(Phase.MEASURING, Math.min(1, Math.max((double) rounds / MOST_ROUNDS, passed / seconds)));
            keep(round(subject, watch));
        }
    }

    private boolean isSettled() {
        return forward.spread().isSettled() && (!training() || backward.spread().isSettled());
    }

    private boolean training() {
        return setting.mode() == ProfilingMode.TRAINING;
    }

    /** What one round took, in nanoseconds. */
    private record Round(long forward, long observed, long[] steps, long backward, long[] stepsBack) {}

    /** Backward step by step leaves caches and allocator as no training does; the run after it is not counted. */
    private Round round(Subject subject, Stopwatch watch) {
        if (training()) {
            subject.run(StepObserver.NONE);
        }
        long[] whole = subject.run(StepObserver.NONE);
        long seen = subject.run(watch.reset())[0];
        long[] steps = times(watch);
        long[] back = new long[0];
        if (training()) {
            subject.backward(watch.reset());
            long call = subject.backwardCall();
            back = Arrays.stream(times(watch))
                    .map(time -> Math.max(0, time - call))
                    .toArray();
        }
        return new Round(whole[0], seen, steps, whole[1], back);
    }

    private long[] times(Stopwatch watch) {
        return computing.stream().mapToLong(watch::taken).toArray();
    }

    private void keep(Round round) {
        forward.add(round.forward());
        observed.add(round.observed());
        for (int place = 0; place < computing.size(); place++) {
            int index = computing.get(place);
            forwards.get(index).add(round.steps()[place]);
            if (training()) {
                backwards.get(index).add(round.stepsBack()[place]);
            }
        }
        backward.add(round.backward());
        stepwise.add(LongStream.of(round.stepsBack()).sum());
    }

    private Profile profile(Machine machine, Optional<MemoryGauge> memory) {
        List<Long> course = PeakMemory.course(program);
        Map<String, NodeFigures> figures = NodeFigures.byPath(program);
        Map<Integer, Rounds> calm = new HashMap<>();
        computing.forEach(index -> calm.put(index, forwards.get(index).calm()));
        Rounds overhead = observed.without(List.copyOf(calm.values()));
        List<PathProfile> nodes = new ArrayList<>();
        List<MemoryMoment> timeline = new ArrayList<>();
        for (int index : computing) {
            Step step = program.steps().get(index);
            nodes.add(node(index, calm.get(index), figures.get(step.path()), memory));
            timeline.add(new MemoryMoment(
                    step.path(),
                    Math.multiplyExact(setting.batch(), course.get(index)),
                    memory.map(gauge -> gauge.live(index))));
        }
        Optional<Long> peak =
                timeline.stream().flatMap(moment -> moment.measured().stream()).max(Long::compare);
        return new Profile(
                program.name(),
                ProgramDigest.of(program),
                OffsetDateTime.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                machine,
                setting,
                new Whole(
                        forward.spread(),
                        observed.spread(),
                        overhead.within(observed),
                        training() ? Optional.of(backward.spread()) : Optional.empty(),
                        weightBytes(),
                        peak,
                        MachineFacts.mostMemory()),
                nodes,
                timeline);
    }

    private PathProfile node(int index, Rounds calm, NodeFigures figures, Optional<MemoryGauge> memory) {
        Step step = program.steps().get(index);
        long batch = setting.batch();
        long weights = bytes(step);
        long moved = Math.addExact(Math.multiplyExact(batch, figures.bytesMoved() - weights), weights);
        return new PathProfile(
                step.path(),
                step.type(),
                calm.within(observed),
                training() ? Optional.of(backwards.get(index).calm().within(stepwise)) : Optional.empty(),
                1,
                Math.multiplyExact(batch, step.cost().macs()),
                Math.multiplyExact(batch, step.cost().flops()),
                moved,
                memory.map(gauge -> gauge.allocated(index)));
    }

    private long weightBytes() {
        return program.steps().stream()
                .filter(Step::ownsWeights)
                .mapToLong(Measuring::bytes)
                .sum();
    }

    /** Weights are read once, however many samples a batch has. */
    private static long bytes(Step step) {
        return BYTES_PER_ELEMENT
                * step.weights().stream()
                        .map(Weight::shape)
                        .mapToLong(shape -> shape.elements())
                        .sum();
    }
}
