package convas.analysis.figures;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.operator.Convention;
import java.util.LinkedHashMap;
import java.util.Map;

/** A program's work as a named tool counts it, for one sample; the rules stand in {@code docs/counting.md}. */
public final class Counting {
    private final Convention convention;

    public Counting(Convention convention) {
        this.convention = convention;
    }

    /** The work of the whole program. */
    public long total(Program program) {
        long sum = 0;
        for (Step step : program.steps()) {
            sum = Math.addExact(sum, of(step));
        }
        return sum;
    }

    /** The work by path: of every step, and of every module, chain and copy as the sum over what is in it. */
    public Map<String, Long> byPath(Program program) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Step step : program.steps()) {
            long work = of(step);
            Paths.upTo(step.path()).forEach(path -> sums.merge(path, work, Math::addExact));
        }
        return sums;
    }

    /** The work of one step. */
    public long of(Step step) {
        return switch (convention) {
            case MACS -> step.cost().macs();
            case FLOPS -> step.cost().flops();
            default -> Math.addExact(step.cost().macs(), extra(step));
        };
    }

    private long extra(Step step) {
        return step.primitive()
                .work(step.arguments(), step.inputShapes(), step.outputShapes())
                .extras()
                .getOrDefault(convention, 0L);
    }
}
