package convas.editor.canvas;

import convas.editor.canvas.layout.AutoLayout;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.OpenSheet;
import convas.editor.task.Tasks;
import convas.graph.Flow;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds places for nodes that the design gives none, in the background, and remembers them as long as the document is
 * open: a node that was placed once does not wander.
 */
final class Placement {
    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);
    private static final double GAP = 60;

    private final Tasks tasks;
    /** By module type and flow, the design's own sheet under the empty name. */
    private final Map<String, Map<String, Point>> remembered = new HashMap<>();

    private final Map<String, Future<?>> running = new HashMap<>();
    private Optional<Future<?>> tidying = Optional.empty();

    Placement(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Loads what the layout needs, so that the first sheet without places does not wait for that. */
    void warmUp() {
        tasks.start(
                () -> {
                    AutoLayout.warmUp(Tasks::isCancelled);
                    return true;
                },
                done -> {},
                failure -> LOG.warn("Layout", failure));
    }

    /**
     * The places known for a sheet's nodes. Where some are missing, starts to look for them.
     *
     * @param done called when more are known
     */
    Layout of(OpenSheet open, Flow flow, Function<Node, Point> size, Runnable done) {
        String key = key(open, flow);
        Map<String, Point> known = remembered.computeIfAbsent(key, type -> new LinkedHashMap<>());
        List<Node> missing = open.sheet().graph().nodes().stream()
                .filter(node -> open.sheet().layout().of(node.id()).isEmpty() && !known.containsKey(node.id()))
                .toList();
        if (!missing.isEmpty() && !running.containsKey(key)) {
            Bounds taken = taken(open, known);
            Future<?> job = tasks.start(
                    () -> AutoLayout.of(open, missing, flow, size, Tasks::isCancelled),
                    found -> {
                        running.remove(key);
                        merge(known, found, taken);
                        done.run();
                    },
                    failure -> {
                        running.remove(key);
                        LOG.warn("The automatic layout failed", failure);
                        merge(known, inRow(missing), taken);
                        done.run();
                    });
            if (!job.isDone()) {
                running.put(key, job);
            }
        }
        return new Layout(known);
    }

    /**
     * Lays nodes out anew, in place of what such was going on before.
     *
     * @param only the nodes; all of the sheet's, or some
     * @param done gets their places, the leftmost and the uppermost at 0, unless it is cancelled before
     */
    void tidy(
            OpenSheet open,
            List<Node> only,
            Flow flow,
            Function<Node, Point> size,
            Consumer<Layout> done,
            Runnable failed) {
        cancel();
        Future<?> job = tasks.start(
                () -> AutoLayout.of(open, only, flow, size, Tasks::isCancelled),
                found -> {
                    tidying = Optional.empty();
                    if (only.size() == open.sheet().graph().nodes().size()) {
                        remembered
                                .computeIfAbsent(key(open, flow), type -> new LinkedHashMap<>())
                                .putAll(found.positions());
                    }
                    done.accept(found);
                },
                failure -> {
                    tidying = Optional.empty();
                    LOG.warn("The automatic layout failed", failure);
                    failed.run();
                });
        tidying = job.isDone() ? Optional.empty() : Optional.of(job);
    }

    /** Whether a sheet or a part of one is being laid out because somebody wished so. */
    boolean isTidying() {
        return tidying.isPresent();
    }

    /** Ends that, as if it had never begun; false where nothing is going on. */
    boolean cancel() {
        Optional<Future<?>> going = tidying;
        tidying = Optional.empty();
        going.ifPresent(job -> job.cancel(true));
        return going.isPresent();
    }

    private static String key(OpenSheet open, Flow flow) {
        return open.body().map(body -> body.type()).orElse("") + " " + flow;
    }

    private static Bounds taken(OpenSheet open, Map<String, Point> known) {
        Bounds taken = Bounds.NOTHING;
        for (Node node : open.sheet().graph().nodes()) {
            Point place = open.sheet().layout().of(node.id()).orElse(known.get(node.id()));
            if (place != null) {
                taken = taken.union(Bounds.at(place.x(), place.y(), NodeShape.WIDTH, NodeShape.HEIGHT));
            }
        }
        return taken;
    }

    /** Below what stands there already. */
    private static void merge(Map<String, Point> known, Layout found, Bounds taken) {
        double dx = taken.isEmpty() ? 0 : taken.minX();
        double dy = taken.isEmpty() ? 0 : taken.maxY() + GAP;
        found.positions().forEach((id, place) -> known.put(id, place.plus(dx, dy)));
    }

    private static Layout inRow(List<Node> nodes) {
        Map<String, Point> places = new LinkedHashMap<>();
        nodes.forEach(node -> places.put(node.id(), new Point(places.size() * (NodeShape.WIDTH + 84), 0)));
        return new Layout(places);
    }
}
