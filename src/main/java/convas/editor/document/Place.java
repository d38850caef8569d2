package convas.editor.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one looks: the design's own sheet where there are no steps, else the body of the module of the last step.
 *
 * @param steps the nodes one went into, outermost first
 */
public record Place(List<Step> steps) {
    public static final Place DESIGN = new Place(List.of());

    /**
     * One node that was opened.
     *
     * @param id the node's id on the sheet it stands on
     * @param segment its part of the path, with the index of a copy where it is repeated ({@code stage.0})
     * @param type the module whose body is shown
     */
    public record Step(String id, String segment, String type) {}

    public Place {
        steps = List.copyOf(steps);
    }

    public int depth() {
        return steps.size();
    }

    /** The path under which the analysis knows a node of this sheet. */
    public String path(String id) {
        return prefix() + id;
    }

    /** What every path of this sheet starts with: empty, or {@code stage.0/}. */
    public String prefix() {
        StringBuilder prefix = new StringBuilder();
        steps.forEach(step -> prefix.append(step.segment()).append('/'));
        return prefix.toString();
    }

    /** The place inside one more node. */
    public Place into(Step step) {
        List<Step> deeper = new ArrayList<>(steps);
        deeper.add(step);
        return new Place(deeper);
    }

    /** The place with only the first {@code depth} steps. */
    public Place upTo(int depth) {
        return new Place(steps.subList(0, Math.min(depth, steps.size())));
    }
}
