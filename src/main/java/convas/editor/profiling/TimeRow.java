package convas.editor.profiling;

import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.Roof;
import convas.profiling.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A line of the table of times.
 *
 * @param name of the path's last part; of the time between the operators, what that is called
 * @param measured absent for the time between the operators
 * @param forward time in the forward pass
 * @param timeShare of the time of all primitives, 0 to 1
 * @param macShare of the design's MACs, 0 to 1; absent where it has none
 * @param roof against the machine's ceilings; absent where these are unknown
 * @param inner what stands below it
 */
public record TimeRow(
        String name,
        Optional<PathProfile> measured,
        Spread forward,
        Optional<Double> timeShare,
        Optional<Double> macShare,
        Optional<Roof> roof,
        List<TimeRow> inner) {
    public TimeRow {
        inner = List.copyOf(inner);
    }

    /** The path that the canvas can go to; absent for the time between the operators. */
    public Optional<String> path() {
        return measured.map(PathProfile::path);
    }

    /** How many times as much time it takes as its MACs say by the design's average; empty where it has none. */
    public OptionalDouble mismatch() {
        return timeShare.isPresent() && macShare.isPresent() && macShare.get() > 0
                ? OptionalDouble.of(timeShare.get() / macShare.get())
                : OptionalDouble.empty();
    }

    /**
     * The rows of a profile.
     *
     * @param flat only primitives, in one list; else modules and chains above what is in them
     * @param overhead what the time between the operators is called; it comes last
     */
    public static List<TimeRow> of(Profile profile, Map<String, Roof> roofs, boolean flat, String overhead) {
        List<TimeRow> rows = new ArrayList<>();
        if (flat) {
            profile.nodes().forEach(node -> rows.add(row(profile, node, node.path(), roofs, List.of())));
        } else {
            Map<String, PathProfile> all = profile.byPath();
            Map<String, List<String>> children = new LinkedHashMap<>();
            all.keySet()
                    .forEach(path -> children.computeIfAbsent(parent(path), above -> new ArrayList<>())
                            .add(path));
            rows.addAll(below("", profile, all, children, roofs));
        }
        rows.add(new TimeRow(
                overhead,
                Optional.empty(),
                profile.whole().overhead(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        return rows;
    }

    private static List<TimeRow> below(
            String above,
            Profile profile,
            Map<String, PathProfile> all,
            Map<String, List<String>> children,
            Map<String, Roof> roofs) {
        return children.getOrDefault(above, List.of()).stream()
                .map(path -> row(
                        profile,
                        all.get(path),
                        path.substring(path.lastIndexOf('/') + 1),
                        roofs,
                        below(path, profile, all, children, roofs)))
                .toList();
    }

    /** What holds a path: {@code stage.0} for {@code stage.0/conv}, {@code stage} for {@code stage.0}. */
    private static String parent(String path) {
        int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('.'));
        return end < 0 ? "" : path.substring(0, end);
    }

    private static TimeRow row(
            Profile profile, PathProfile path, String name, Map<String, Roof> roofs, List<TimeRow> inner) {
        long macs = profile.sum().macs();
        return new TimeRow(
                name,
                Optional.of(path),
                path.forward(),
                Optional.of(profile.share(path)),
                macs == 0 ? Optional.empty() : Optional.of((double) path.macs() / macs),
                Optional.ofNullable(roofs.get(path.path())),
                inner);
    }
}
