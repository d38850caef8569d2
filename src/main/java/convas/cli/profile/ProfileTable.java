package convas.cli.profile;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.analysis.figures.PeakMemory;
import convas.cli.PeakLines;
import convas.cli.TextTable;
import convas.profiling.Ceilings;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.Roof;
import convas.profiling.Setting;
import convas.profiling.Spread;
import convas.profiling.Whole;
import convas.text.Texts;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A profile for people: modules with what is in them indented below, the time between operators, the whole. */
final class ProfileTable {
    private static final int MOST_GAINS = 5;

    private final Texts texts;
    private final Quantities quantities;
    private final Profile profile;
    private final Ceilings ceilings;
    private final Analysis analysis;
    private final Map<String, Roof> roofs;
    private final boolean backward;

    ProfileTable(Texts texts, Profile profile, Ceilings ceilings, Analysis analysis) {
        this.texts = texts;
        this.quantities = new Quantities(texts);
        this.profile = profile;
        this.ceilings = ceilings;
        this.analysis = analysis;
        this.roofs = Roof.byPath(profile, ceilings);
        this.backward = profile.whole().backward().isPresent();
    }

    void print(PrintWriter out) {
        Setting setting = profile.setting();
        out.println(texts.get(
                "cliprofile.head",
                profile.design(),
                texts.get("cliprofile.mode." + setting.mode()),
                setting.batch(),
                setting.device(),
                setting.threads(),
                profile.machine().processor(),
                profile.machine().engine()));
        out.println();
        rows().print(out);
        out.println();
        whole(out);
        out.println(texts.get(
                "cliprofile.ceilings",
                quantities.number(ceilings.gigaflopsPerSecond()),
                quantities.number(ceilings.gigabytesPerSecond()),
                quantities.number(ceilings.callMicroseconds())));
        gains(out);
        out.flush();
    }

    private TextTable rows() {
        List<String> head = new ArrayList<>(List.of("node", "type", "forward", "range"));
        if (backward) {
            head.add("backward");
        }
        head.addAll(List.of("share", "macs", "gflops", "gbytes", "reached", "gain", "allocated"));
        TextTable table = new TextTable(
                head.stream().map(column -> texts.get("cliprofile." + column)).toList(), 2);
        Deque<String> above = new ArrayDeque<>();
        for (PathProfile row : profile.byPath().values()) {
            while (!above.isEmpty() && !isWithin(row.path(), above.peek())) {
                above.pop();
            }
            String name = above.isEmpty() ? row.path() : rest(row.path(), above.peek());
            table.add(cells("  ".repeat(above.size()) + name, row));
            above.push(row.path());
        }
        table.rule();
        Whole whole = profile.whole();
        table.add(cells(texts.get("cliprofile.overhead"), whole.overhead(), head.size()));
        table.add(cells(texts.get("cliprofile.sum"), profile.sum().forward().plus(whole.overhead()), head.size()));
        return table;
    }

    private List<String> cells(String name, Spread forward, int columns) {
        List<String> cells = new ArrayList<>(
                List.of(name, "", quantities.milliseconds(forward.middle()), quantities.middle(forward)));
        cells.addAll(Collections.nCopies(columns - cells.size(), ""));
        return cells;
    }

    private List<String> cells(String name, PathProfile row) {
        Roof roof = roofs.get(row.path());
        List<String> cells = new ArrayList<>(List.of(
                name,
                analysis.node(row.path()).map(NodeReport::type).orElse(row.type()),
                quantities.milliseconds(row.forward().middle()),
                quantities.middle(row.forward())));
        if (backward) {
            cells.add(row.backward()
                    .map(time -> quantities.milliseconds(time.middle()))
                    .orElse("?"));
        }
        cells.addAll(List.of(
                quantities.percent(profile.share(row)),
                quantities.count(row.macs()),
                quantities.number(row.gigaflopsPerSecond()),
                quantities.number(row.gigabytesPerSecond()),
                quantities.percent(roof.reached()),
                quantities.milliseconds(roof.gained()),
                row.allocatedBytes().map(quantities::count).orElse("?")));
        return cells;
    }

    private void whole(PrintWriter out) {
        Whole whole = profile.whole();
        out.println(texts.get(
                "cliprofile.whole",
                quantities.range(whole.latency()),
                quantities.number(profile.throughput()),
                whole.forward().count()));
        if (!profile.settled()) {
            out.println(texts.get("cliprofile.unsettled"));
        }
        whole.backward()
                .ifPresent(time -> out.println(texts.get(
                        "cliprofile.passes",
                        quantities.range(whole.forward()),
                        quantities.range(time),
                        quantities.milliseconds(
                                profile.sum().backward().orElseThrow().middle()))));
        long predicted = profile.timeline().stream()
                .mapToLong(moment -> moment.predicted())
                .max()
                .orElse(0);
        out.println(texts.get(
                "cliprofile.memory",
                whole.peakBytes().map(quantities::mebibytes).orElse("?"),
                quantities.mebibytes(predicted),
                quantities.mebibytes(whole.weightBytes()),
                whole.processBytes().map(quantities::mebibytes).orElse("?")));
        PeakMemory peak = PeakMemory.of(analysis.program().orElseThrow());
        out.println(texts.get("cliprofile.peak", peak.path()));
        PeakLines.of(peak, profile.setting().batch(), texts).forEach(line -> out.println("  " + line));
    }

    /** Where the machine is furthest from its best. */
    private void gains(PrintWriter out) {
        out.println(texts.get("cliprofile.gains"));
        profile.nodes().stream()
                .sorted(Comparator.comparingDouble(
                                (PathProfile node) -> roofs.get(node.path()).gained())
                        .reversed())
                .limit(MOST_GAINS)
                .forEach(node -> {
                    Roof roof = roofs.get(node.path());
                    out.println("  "
                            + texts.get(
                                    "cliprofile.gains.node",
                                    node.path(),
                                    node.type(),
                                    quantities.milliseconds(node.forward().middle()),
                                    quantities.milliseconds(roof.ceiling()),
                                    texts.get("cliprofile.limit." + roof.limit())));
                });
    }

    private static boolean isWithin(String path, String above) {
        return path.startsWith(above + "/") || path.startsWith(above + ".");
    }

    private static String rest(String path, String above) {
        return path.charAt(above.length()) == '/'
                ? path.substring(above.length() + 1)
                : path.substring(above.lastIndexOf('/') + 1);
    }
}
