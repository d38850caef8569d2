package convas.export.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.analysis.figures.Paths;
import convas.graph.json.FiniteJson;
import convas.profiling.MemoryMoment;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.Spread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A profile in the Trace Event Format, which Perfetto and Chrome's {@code about:tracing} open: a row for the forward and
 * one for the backward pass, in which each primitive has its time, one after the other, within the modules that
 * hold it; and the memory of activations as counters.
 *
 * @see <a href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">Trace Event Format</a>
 */
public final class ProfileTrace {
    private static final int PROCESS = 1;
    private static final int FORWARD = 1;
    private static final int BACKWARD = 2;
    private static final double MICROS_PER_MILLI = 1000;

    private final ArrayNode events = JsonNodeFactory.instance.arrayNode();

    private ProfileTrace() {}

    /** The whole text. */
    public static String of(Profile profile) {
        ProfileTrace trace = new ProfileTrace();
        trace.name("process_name", 0, profile.design());
        trace.name("thread_name", FORWARD, "forward");
        double end = trace.pass(profile.nodes(), FORWARD, 0, node -> Optional.of(node.forward()));
        trace.memory(profile);
        if (profile.whole().backward().isPresent()) {
            trace.name("thread_name", BACKWARD, "backward");
            List<PathProfile> reversed = new ArrayList<>(profile.nodes());
            Collections.reverse(reversed);
            trace.pass(reversed, BACKWARD, end, PathProfile::backward);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("traceEvents", trace.events);
        json.put("displayTimeUnit", "ms");
        ObjectNode facts = json.putObject("otherData");
        facts.put("processor", profile.machine().processor())
                .put("engine", profile.machine().engine());
        facts.put("batch", Integer.toString(profile.setting().batch()));
        facts.put("device", profile.setting().device());
        facts.put("mode", profile.setting().mode().word());
        facts.put("threads", Integer.toString(profile.setting().threads()));
        facts.put("taken", profile.taken());
        return json.toString();
    }

    private void name(String kind, int thread, String name) {
        event("M", kind, thread).putObject("args").put("name", name);
    }

    private ObjectNode event(String phase, String name, int thread) {
        return events.addObject()
                .put("ph", phase)
                .put("name", name)
                .put("pid", PROCESS)
                .put("tid", thread);
    }

    /** A module that is open: what comes next may still be in it. */
    private record Open(String path, ObjectNode event, double begin) {}

    /** @return when it ends, in microseconds */
    private double pass(
            List<PathProfile> nodes, int thread, double begin, Function<PathProfile, Optional<Spread>> time) {
        List<Open> open = new ArrayList<>();
        double now = begin;
        for (PathProfile node : nodes) {
            List<String> above = Paths.upTo(node.path());
            int common = 0;
            while (common < open.size()
                    && common < above.size() - 1
                    && open.get(common).path().equals(above.get(common))) {
                common++;
            }
            close(open, common, now);
            for (String path : above.subList(common, above.size() - 1)) {
                open.add(new Open(path, slice(path, "module", thread, now), now));
            }
            double taken = time.apply(node).map(Spread::middle).orElse(0.0) * MICROS_PER_MILLI;
            ObjectNode args = slice(node.path(), node.type(), thread, now)
                    .<ObjectNode>set("dur", FiniteJson.number(taken))
                    .putObject("args");
            args.put("type", node.type()).put("macs", node.macs()).put("bytes_moved", node.bytesMoved());
            node.allocatedBytes().ifPresent(bytes -> args.put("allocated_bytes", bytes));
            now += taken;
        }
        close(open, 0, now);
        return now;
    }

    private ObjectNode slice(String name, String category, int thread, double begin) {
        return event("X", name, thread).put("cat", category).<ObjectNode>set("ts", FiniteJson.number(begin));
    }

    private static void close(List<Open> open, int kept, double now) {
        while (open.size() > kept) {
            Open last = open.remove(open.size() - 1);
            last.event().<ObjectNode>set("dur", FiniteJson.number(now - last.begin()));
        }
    }

    private void memory(Profile profile) {
        double now = 0;
        for (int index = 0; index < profile.timeline().size(); index++) {
            MemoryMoment moment = profile.timeline().get(index);
            ObjectNode args = event("C", "activation memory", FORWARD)
                    .<ObjectNode>set("ts", FiniteJson.number(now))
                    .putObject("args")
                    .put("predicted", moment.predicted());
            moment.measured().ifPresent(bytes -> args.put("measured", bytes));
            now += profile.nodes().get(index).forward().middle() * MICROS_PER_MILLI;
        }
    }
}
