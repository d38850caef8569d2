package convas.analysis.figures;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.operator.Pair;
import convas.operator.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the network's input one position of a tensor depends on, borders left aside.
 *
 * @param size pixels of the input, height and width; may exceed the input
 * @param stride input pixels between neighbouring positions; not made smaller again by upsampling, so that fields behind
 *     an upsampling are upper bounds
 * @param whole whether it depends on the whole input, as everything behind a global pool or a linear layer does
 */
public record ReceptiveField(Pair size, Pair stride, boolean whole) {
    static final ReceptiveField POINT = new ReceptiveField(Pair.square(1), Pair.square(1), false);

    /** The field by path; a module, chain or copy has the largest that is found in it. */
    public static Map<String, ReceptiveField> byPath(Program program) {
        List<ReceptiveField> fields = new ArrayList<>();
        Map<String, ReceptiveField> byPath = new LinkedHashMap<>();
        for (Step step : program.steps()) {
            ReceptiveField read = POINT;
            for (TensorRef input : step.inputs()) {
                read = read.or(fields.get(input.step()));
            }
            ReceptiveField field = read.through(step.primitive().window(step.arguments(), step.inputShapes()));
            fields.add(field);
            Paths.upTo(step.path()).forEach(path -> byPath.merge(path, field, ReceptiveField::or));
        }
        return byPath;
    }

    /** The field of what depends on both. */
    private ReceptiveField or(ReceptiveField other) {
        return new ReceptiveField(greater(size, other.size), greater(stride, other.stride), whole || other.whole);
    }

    /** The field behind a window: r + (k - 1) * j, where j is the stride so far. */
    private ReceptiveField through(Window window) {
        Pair grown = new Pair(
                size.height() + (window.size().height() - 1) * stride.height(),
                size.width() + (window.size().width() - 1) * stride.width());
        Pair jump = new Pair(
                stride.height() * window.stride().height(),
                stride.width() * window.stride().width());
        return new ReceptiveField(grown, jump, whole || window.whole());
    }

    private static Pair greater(Pair one, Pair other) {
        return new Pair(Math.max(one.height(), other.height()), Math.max(one.width(), other.width()));
    }
}
