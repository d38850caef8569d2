package convas.analysis.figures;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.operator.Strides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The most activation memory that an inference of one sample needs at once, when each tensor is freed after its last
 * reader and the last reader of a view of it. What a layer makes is taken to lie row by row, which decides whether a
 * reshaped view is a copy. Weights and the workspace of kernels are not in it.
 *
 * @param bytes at 4 bytes an element; 0 for an empty program
 * @param path the step during which it is needed
 * @param held the tensors there at that moment, largest first
 */
public record PeakMemory(long bytes, String path, List<Held> held) {
    private static final long BYTES_PER_ELEMENT = 4;

    /**
     * A tensor that is there at the peak.
     *
     * @param path the step that made it
     * @param lastReader the step after which it is freed; empty for a result, which stays
     * @param waiting whether it is neither made nor read by the peak's step but kept for later: a skip connection
     */
    public record Held(String path, long bytes, String lastReader, boolean waiting) {}

    public PeakMemory {
        held = List.copyOf(held);
    }

    /** Walks through the program once. */
    public static PeakMemory of(Program program) {
        return of(program, new ArrayList<>());
    }

    /** The bytes that are there during each step, by the step's index: the course of which this is the highest point. */
    public static List<Long> course(Program program) {
        List<Long> course = new ArrayList<>();
        of(program, course);
        return List.copyOf(course);
    }

    private static PeakMemory of(Program program, List<Long> course) {
        List<Step> steps = program.steps();
        Map<TensorRef, TensorRef> memory = new HashMap<>();
        Map<TensorRef, Strides> strides = new HashMap<>();
        Map<TensorRef, Integer> last = new LinkedHashMap<>();
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            Optional<Strides> view = view(step, strides);
            for (TensorRef input : step.inputs()) {
                last.merge(memory.get(input), step.type().equals("Output") ? steps.size() : at, Math::max);
            }
            for (int port = 0; port < step.outputShapes().size(); port++) {
                TensorRef made = new TensorRef(at, port);
                memory.put(made, view.isPresent() ? memory.get(step.inputs().get(0)) : made);
                strides.put(made, view.orElse(Strides.dense(step.outputShapes().get(port))));
                last.putIfAbsent(memory.get(made), at);
            }
        }
        return walk(program, memory, last, course);
    }

    /** How the step's outputs lie in its first input's memory, if they are views of it. */
    private static Optional<Strides> view(Step step, Map<TensorRef, Strides> strides) {
        return step.inputs().isEmpty()
                ? Optional.empty()
                : step.primitive()
                        .view(
                                step.arguments(),
                                step.inputShapes(),
                                step.outputShapes(),
                                strides.get(step.inputs().get(0)));
    }

    private static PeakMemory walk(
            Program program, Map<TensorRef, TensorRef> memory, Map<TensorRef, Integer> last, List<Long> course) {
        List<Step> steps = program.steps();
        Map<TensorRef, Long> live = new LinkedHashMap<>();
        long now = 0;
        PeakMemory peak = new PeakMemory(0, "", List.of());
        for (int at = 0; at < steps.size(); at++) {
            for (int port = 0; port < steps.get(at).outputShapes().size(); port++) {
                TensorRef made = new TensorRef(at, port);
                if (memory.get(made).equals(made)) {
                    long bytes = Math.multiplyExact(
                            BYTES_PER_ELEMENT, program.shape(made).elements());
                    live.put(made, bytes);
                    now = Math.addExact(now, bytes);
                }
            }
            course.add(now);
            if (now > peak.bytes()) {
                peak = new PeakMemory(now, steps.get(at).path(), held(steps, at, live, memory, last));
            }
            for (TensorRef tensor : List.copyOf(live.keySet())) {
                if (last.get(tensor) <= at) {
                    now -= live.remove(tensor);
                }
            }
        }
        return peak;
    }

    private static List<Held> held(
            List<Step> steps,
            int at,
            Map<TensorRef, Long> live,
            Map<TensorRef, TensorRef> memory,
            Map<TensorRef, Integer> last) {
        List<TensorRef> read = steps.get(at).inputs().stream().map(memory::get).toList();
        List<Held> held = new ArrayList<>();
        live.forEach((tensor, bytes) -> {
            int reader = last.get(tensor);
            boolean waiting = tensor.step() != at && !read.contains(tensor);
            held.add(new Held(
                    steps.get(tensor.step()).path(),
                    bytes,
                    reader < steps.size() ? steps.get(reader).path() : "",
                    waiting));
        });
        held.sort((one, other) -> Long.compare(other.bytes(), one.bytes()));
        return held;
    }
}
