package convas.analysis.lint;

import convas.analysis.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Coordinates that reach nothing but one convolution and a global pool: the pool throws positions away again. */
final class PooledCoordinates implements Lint {
    private static final Set<String> POOLS = Set.of("AdaptiveAvgPool2d", "Mean");

    @Override
    public String key() {
        return "analysis.lint.coordinates";
    }

    @Override
    public String source() {
        return "Liu et al., CoordConv, NeurIPS 2018, sections 3 and 5: https://arxiv.org/abs/1807.03247";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < wires.steps().size(); at++) {
            Step step = wires.steps().get(at);
            if (step.type().equals("AddCoords") && endsInPool(wires, at, 1)) {
                boolean module = wires.moduleAround(step.path()).equals("CoordConv");
                findings.add(Finding.hint(this, module ? Wires.parent(step.path()) : step.path(), ""));
            }
        }
        return findings;
    }

    /** Whether every way from a step goes through no more than some convolutions and transparent layers into a pool. */
    private static boolean endsInPool(Wires wires, int at, int convolutions) {
        List<Integer> readers = wires.readerIndices(at);
        if (readers.isEmpty()) {
            return false;
        }
        for (int reader : readers) {
            Step step = wires.steps().get(reader);
            boolean convolution = step.type().equals("Conv2d");
            boolean pool = POOLS.contains(step.type())
                    && step.outputShapes().get(0).elements()
                            == step.outputShapes().get(0).channels();
            boolean goesOn = convolution && convolutions > 0 || Wires.isTransparent(step);
            if (!pool && !(goesOn && endsInPool(wires, reader, convolution ? convolutions - 1 : convolutions))) {
                return false;
            }
        }
        return true;
    }
}
