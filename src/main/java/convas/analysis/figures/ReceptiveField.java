package convas.analysis.figures;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.operator.Pair;
import convas.operator.TensorShape;
import convas.operator.Window;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of the network's input one position of a tensor depends on in inference, borders left aside. Positions are those
 * of {@link Window}. Exact behind convolutions and pools in a row; never too small.
 *
 * @param size pixels of the input, height and width; may exceed the input
 * @param stride input pixels between neighbouring positions, rounded up
 * @param whole whether it depends on the whole input, as everything behind a global pool does
 */
public record ReceptiveField(Pair size, Pair stride, boolean whole) {

    /** The fields of both axes of one tensor. */
    private record Reaches(Reach height, Reach width) {
        static Reaches input(TensorShape shape) {
            Reach width = Reach.input(shape.width());
            Reach height = Reach.input(shape.rank() < 3 ? 1 : shape.height());
            return new Reaches(height, width);
        }

        Reaches through(Window window) {
            return new Reaches(
                    (window.turned() ? width : height).through(window.height()),
                    (window.turned() ? height : width).through(window.width()));
        }

        Reaches or(Reaches other, TensorShape shape) {
            return new Reaches(
                    height.or(other.height, shape.rank() < 3 ? 1 : shape.height()),
                    width.or(other.width, shape.width()));
        }

        /** A tensor of one axis is one position: all of it. */
        Reaches asSeenIn(TensorShape shape) {
            return shape.rank() > 1 ? this : new Reaches(height.entirely(), width.entirely());
        }

        ReceptiveField field() {
            return new ReceptiveField(
                    new Pair(height.size(), width.size()),
                    new Pair(height.step(), width.step()),
                    height.whole() && width.whole());
        }
    }

    /** The field by path; a module, chain or copy has the largest that is found in it. */
    public static Map<String, ReceptiveField> byPath(Program program) {
        Map<TensorRef, Reaches> reaches = new HashMap<>();
        Map<String, ReceptiveField> byPath = new LinkedHashMap<>();
        for (int at = 0; at < program.steps().size(); at++) {
            Step step = program.steps().get(at);
            for (int port = 0; port < step.outputShapes().size(); port++) {
                Reaches made = made(step, port, reaches);
                reaches.put(new TensorRef(at, port), made);
                ReceptiveField field = made.field();
                Paths.upTo(step.path()).forEach(path -> byPath.merge(path, field, ReceptiveField::or));
            }
        }
        return byPath;
    }

    private static Reaches made(Step step, int port, Map<TensorRef, Reaches> reaches) {
        TensorShape shape = step.outputShapes().get(port);
        if (step.inputs().isEmpty()) {
            return Reaches.input(shape).asSeenIn(shape);
        }
        Reaches made = null;
        for (int input = 0; input < step.inputs().size(); input++) {
            Window window =
                    step.primitive().window(step.arguments(), step.inputShapes(), step.outputShapes(), input, port);
            Reaches seen = reaches.get(step.inputs().get(input)).through(window);
            made = made == null ? seen : made.or(seen, shape);
        }
        return made.asSeenIn(shape);
    }

    private ReceptiveField or(ReceptiveField other) {
        return new ReceptiveField(greater(size, other.size), greater(stride, other.stride), whole || other.whole);
    }

    private static Pair greater(Pair one, Pair other) {
        return new Pair(Math.max(one.height(), other.height()), Math.max(one.width(), other.width()));
    }
}
