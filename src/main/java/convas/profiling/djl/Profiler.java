package convas.profiling.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.figures.PeakMemory;
import convas.analysis.figures.WeightSizes;
import convas.engine.Devices;
import convas.engine.EngineRoom;
import convas.engine.Failures;
import convas.engine.RunFailure;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.profiling.Ceilings;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import convas.profiling.worker.ProfileOrder;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what one order asks for. Nothing thrown gets out: whatever goes wrong becomes sentences. */
final class Profiler {
    private static final Logger LOG = LoggerFactory.getLogger(Profiler.class);

    private final Function<Design, Analysis> analysis;
    private final Texts texts;
    private final Failures failures;
    private final Consumer<ProfileEvent> events;
    private final Pulse pulse;

    Profiler(Function<Design, Analysis> analysis, Texts texts, Consumer<ProfileEvent> events) {
        this.analysis = analysis;
        this.texts = texts;
        this.failures = new Failures(texts, "profiling");
        this.events = events;
        this.pulse = new Pulse(events);
    }

    /** @return whether it was done */
    boolean work(String line) {
        try {
            work(ProfileOrder.read(new ObjectMapper().readTree(line)));
            return true;
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            return failed(RunFailure.of(broken, "profiling.worker.no-request"));
        } catch (RunFailure failure) {
            return failed(failure);
        } catch (Exception | Error other) {
            return failed(failures.explain(other));
        }
    }

    private boolean failed(RunFailure failure) {
        if (failure.getCause() != null) {
            LOG.error("The profile failed", failure.getCause());
        }
        List<String> problems =
                failure.problems().stream().map(problem -> problem.line(texts)).toList();
        events.accept(new ProfileEvent.Failed(problems));
        return false;
    }

    private void work(ProfileOrder order) throws RunFailure {
        refuse(order.setting());
        Analysis known = analysis.apply(order.design());
        Program program = known.program().orElseThrow(() -> new RunFailure(errors(known), null));
        List<Diagnostic> tooLarge = WeightSizes.tooLarge(program);
        if (!tooLarge.isEmpty()) {
            throw new RunFailure(tooLarge, null);
        }
        pulse.tell(ProfileEvent.Phase.PREPARING, 0);
        Engine engine = EngineRoom.open(order.setting().threads(), failures);
        Device device = Devices.choose(engine, order.setting().device());
        Setting setting = order.setting().on(Devices.name(device));
        if (!device.isGpu()) {
            refuseWhatDoesNotFit(program, setting);
        }
        Ceilings ceilings = order.known().orElseGet(() -> {
            pulse.tell(ProfileEvent.Phase.CEILINGS, 0);
            return CeilingsMeter.measure(device, setting);
        });
        Measuring measuring = new Measuring(program, setting, order.seconds(), pulse, Clock.WALL);
        Profile profile = measuring.run(device, MachineFacts.here(EngineRoom.describe(engine)));
        events.accept(new ProfileEvent.Finished(profile, ceilings, Optional.empty(), List.of()));
    }

    /** All that is wrong with the numbers, at once. */
    private static void refuse(Setting setting) throws RunFailure {
        List<Diagnostic> problems = new ArrayList<>();
        if (setting.batch() < 1) {
            problems.add(Diagnostic.error("", "", "profiling.batch", setting.batch()));
        }
        if (setting.threads() < 1) {
            problems.add(Diagnostic.error("", "", "profiling.threads", setting.threads()));
        }
        if (!problems.isEmpty()) {
            throw new RunFailure(problems, null);
        }
    }

    private static List<Diagnostic> errors(Analysis known) {
        return known.diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    /**
     * Refuses what needs more memory than there is, where the system tells: it would end other programs too. In training
     * every activation is kept for the backward pass.
     */
    private static void refuseWhatDoesNotFit(Program program, Setting setting) throws RunFailure {
        Optional<Long> free = MachineFacts.freeMemory();
        double each = setting.mode() == ProfilingMode.TRAINING
                ? program.steps().stream()
                        .map(Step::cost)
                        .mapToDouble(cost -> cost.activationBytes())
                        .sum()
                : PeakMemory.of(program).bytes();
        double needed = each * setting.batch();
        if (free.isPresent() && needed > free.get()) {
            throw RunFailure.of(
                    null, "profiling.memory.needed", setting.batch(), Math.round(needed / (1 << 20)), free.get() >> 20);
        }
    }
}
