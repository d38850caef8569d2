package convas.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How a sample lies in memory: elements between neighbours along each axis. What reads a part of a tensor, repeats it or
 * turns its axes is a view with other strides, not a copy.
 */
public record Strides(List<Long> steps) {
    public Strides {
        steps = List.copyOf(steps);
    }

    /** One element after the other, the last axis first. */
    public static Strides dense(TensorShape shape) {
        List<Long> steps = new ArrayList<>();
        long step = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            steps.add(step);
            step = Math.multiplyExact(step, shape.size(axis));
        }
        Collections.reverse(steps);
        return new Strides(steps);
    }

    /** Every so-many-th position along one axis. */
    public Strides every(int axis, long step) {
        List<Long> changed = new ArrayList<>(steps);
        changed.set(axis, Math.multiplyExact(steps.get(axis), step));
        return new Strides(changed);
    }

    /** The same memory looked at in another shape; nothing where the elements must be copied for that. */
    public Optional<Strides> reshaped(TensorShape from, TensorShape to) {
        List<Long> changed = new ArrayList<>(Collections.nCopies(to.rank(), 1L));
        int axis = to.rank() - 1;
        long open = 1;
        long base = 1;
        boolean started = false;
        for (int index = from.rank() - 1; index >= 0; index--) {
            if (!started) {
                base = steps.get(index);
                started = true;
            }
            open = Math.multiplyExact(open, from.size(index));
            // A run of axes that lie as one ends where the next does not follow on.
            boolean ends =
                    index == 0 || from.size(index - 1) != 1 && steps.get(index - 1) != Math.multiplyExact(open, base);
            if (ends) {
                long filled = 1;
                while (axis >= 0 && (filled < open || to.size(axis) == 1)) {
                    changed.set(axis, Math.multiplyExact(filled, base));
                    filled = Math.multiplyExact(filled, to.size(axis--));
                }
                if (filled != open) {
                    return Optional.empty();
                }
                open = 1;
                started = false;
            }
        }
        return axis < 0 ? Optional.of(new Strides(changed)) : Optional.empty();
    }
}
