package convas.training.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Those of several things that no other is at least as cheap and at least as good as, and better in one of the two. */
public final class ParetoFront {
    private ParetoFront() {}

    /** The front, cheapest first; of several with the same cost and gain, all. */
    public static <T> List<T> of(List<T> all, ToDoubleFunction<T> cost, ToDoubleFunction<T> gain) {
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(cost)
                .thenComparing(Comparator.comparingDouble(gain).reversed()));
        List<T> front = new ArrayList<>();
        for (T each : sorted) {
            if (front.isEmpty()) {
                front.add(each);
                continue;
            }
            T last = front.get(front.size() - 1);
            boolean better = gain.applyAsDouble(each) > gain.applyAsDouble(last);
            boolean same = gain.applyAsDouble(each) == gain.applyAsDouble(last)
                    && cost.applyAsDouble(each) == cost.applyAsDouble(last);
            if (better || same) {
                front.add(each);
            }
        }
        return front;
    }
}
