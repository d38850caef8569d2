package convas.profiling;

import convas.analysis.figures.Paths;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The roofline of one path's forward pass: what it would take if the machine did its best. Bytes are those that must at
 * least be moved, so a kernel that finds them in a cache can be quicker than its roof.
 *
 * @param limit what keeps it from being quicker than {@code ceiling}; of a sum, what most of that time is spent on
 * @param intensity floating-point operations a byte; 0 where nothing is moved
 * @param ceiling milliseconds that it would take at the ceiling; of a module the sum over what is in it
 * @param gained milliseconds that would be gained there; 0 where it is quicker than its roof
 * @param reached {@code ceiling} over the time measured: 1 is at the ceiling; 0 where it took no time
 */
public record Roof(Limit limit, double intensity, double ceiling, double gained, double reached) {
    /** What the time at the ceiling is spent on. */
    public enum Limit {
        ARITHMETIC,
        MEMORY,
        /** Calling the engine, since there is so little to do. */
        CALLS
    }

    /** For every path of a profile, primitives and sums. */
    public static Map<String, Roof> byPath(Profile profile, Ceilings ceilings) {
        Map<String, double[]> spent = new LinkedHashMap<>();
        for (PathProfile node : profile.nodes()) {
            double[] part = spent(node, ceilings);
            for (String path : Paths.upTo(node.path())) {
                double[] sum = spent.computeIfAbsent(path, key -> new double[part.length]);
                for (int limit = 0; limit < part.length; limit++) {
                    sum[limit] += part[limit];
                }
            }
        }
        Map<String, Roof> roofs = new LinkedHashMap<>();
        profile.byPath().forEach((path, measured) -> roofs.put(path, of(measured, spent.get(path))));
        return Collections.unmodifiableMap(roofs);
    }

    /** Milliseconds by limit: a call, and the longer of arithmetic and memory, which overlap. */
    private static double[] spent(PathProfile node, Ceilings ceilings) {
        double[] spent = new double[Limit.values().length];
        double arithmetic = node.flops() / (ceilings.gigaflopsPerSecond() * 1e6);
        double memory = node.bytesMoved() / (ceilings.gigabytesPerSecond() * 1e6);
        Limit limit = arithmetic > memory ? Limit.ARITHMETIC : Limit.MEMORY;
        spent[limit.ordinal()] = Math.max(arithmetic, memory);
        spent[Limit.CALLS.ordinal()] = node.calls() * ceilings.callMicroseconds() / 1000;
        return spent;
    }

    private static Roof of(PathProfile measured, double[] spent) {
        double ceiling = 0;
        Limit most = Limit.ARITHMETIC;
        for (Limit limit : Limit.values()) {
            ceiling += spent[limit.ordinal()];
            most = spent[limit.ordinal()] > spent[most.ordinal()] ? limit : most;
        }
        double time = measured.forward().middle();
        return new Roof(
                most,
                measured.bytesMoved() == 0 ? 0 : (double) measured.flops() / measured.bytesMoved(),
                ceiling,
                Math.max(0, time - ceiling),
                time == 0 ? 0 : ceiling / time);
    }
}
