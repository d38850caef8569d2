package convas.profiling;

import convas.analysis.figures.Paths;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a design's time and memory went when it was run.
 *
 * @param design the design's name
 * @param digest tells apart designs that compute something else, see {@link convas.analysis.ProgramDigest}
 * @param taken when, as ISO 8601 with the time zone
 * @param nodes the primitives in the order of computation; Input and Output nodes, which compute nothing, are not there
 * @param timeline the memory after every one of them
 */
public record Profile(
        String design,
        String digest,
        String taken,
        Machine machine,
        Setting setting,
        Whole whole,
        List<PathProfile> nodes,
        List<MemoryMoment> timeline) {
    public Profile {
        nodes = List.copyOf(nodes);
        timeline = List.copyOf(timeline);
    }

    /** Every primitive, and every module, chain and copy as the sum over what is in it; outer ones first. */
    public Map<String, PathProfile> byPath() {
        Map<String, PathProfile> sums = new LinkedHashMap<>();
        for (PathProfile node : nodes) {
            for (String path : Paths.upTo(node.path())) {
                if (path.equals(node.path())) {
                    sums.put(path, node);
                } else {
                    PathProfile sum = sums.get(path);
                    sums.put(path, sum == null ? node.under(path) : sum.plus(node, path));
                }
            }
        }
        return Collections.unmodifiableMap(sums);
    }

    /** The sum over all primitives, without the time between them. */
    public PathProfile sum() {
        return nodes.stream()
                .map(node -> node.under(""))
                .reduce((one, other) -> one.plus(other, ""))
                .orElseThrow(() -> new IllegalStateException("A profile without nodes has no sum"));
    }

    /**
     * Whether the middle half of the whole's times lies within 5 % of its middle; where it does not, the machine had
     * other work or measuring was too short.
     */
    public boolean settled() {
        return whole.forward().isSettled()
                && whole.backward().map(Spread::isSettled).orElse(true);
    }

    /** Samples a second. */
    public double throughput() {
        return setting.batch() * 1000 / whole.latency().middle();
    }

    /**
     * What part of the time of all primitives a path takes, 0 to 1, forward and backward together; 0 where none took any.
     */
    public double share(PathProfile part) {
        double all = sum().total().middle();
        return all == 0 ? 0 : part.total().middle() / all;
    }
}
