package convas.analysis.figures;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.operator.TensorShape;
import convas.operator.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What else can be said of one path: a step, or a module, chain or copy as the sum over what is in it.
 *
 * @param field the receptive field of its output
 * @param bytesMoved bytes read and written for one sample: inputs, weights and buffers, outputs, each once a step
 * @param macs for one sample
 * @param paramShare of the program's params, 0 to 1; 0 where it has none
 * @param macShare of the program's MACs, 0 to 1; 0 where it has none
 */
public record NodeFigures(ReceptiveField field, long bytesMoved, long macs, double paramShare, double macShare) {
    private static final long BYTES_PER_ELEMENT = 4;

    /** MACs per byte moved: low where memory, not arithmetic, takes the time, as in depthwise convolutions. */
    public double intensity() {
        return bytesMoved == 0 ? 0 : (double) macs / bytesMoved;
    }

    /** The figures of every path, in the order of computation. */
    public static Map<String, NodeFigures> byPath(Program program) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (Step step : program.steps()) {
            long[] part = {moved(step), step.cost().macs(), step.cost().params()};
            for (String path : Paths.upTo(step.path())) {
                long[] sum = sums.computeIfAbsent(path, key -> new long[part.length]);
                for (int figure = 0; figure < part.length; figure++) {
                    sum[figure] = Math.addExact(sum[figure], part[figure]);
                }
            }
        }
        long macs =
                program.steps().stream().mapToLong(step -> step.cost().macs()).sum();
        long params =
                program.steps().stream().mapToLong(step -> step.cost().params()).sum();
        Map<String, ReceptiveField> fields = ReceptiveField.byPath(program);
        Map<String, NodeFigures> figures = new LinkedHashMap<>();
        sums.forEach((path, sum) -> figures.put(
                path, new NodeFigures(fields.get(path), sum[0], sum[1], share(sum[2], params), share(sum[1], macs))));
        return figures;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** An Output moves nothing: it hands on a tensor. */
    private static long moved(Step step) {
        if (step.type().equals("Output")) {
            return 0;
        }
        long elements = Math.addExact(elements(step.inputShapes()), elements(step.outputShapes()));
        long weights = elements(step.weights().stream().map(Weight::shape).toList());
        return Math.multiplyExact(BYTES_PER_ELEMENT, Math.addExact(elements, weights));
    }

    private static long elements(List<TensorShape> shapes) {
        long sum = 0;
        for (TensorShape shape : shapes) {
            sum = Math.addExact(sum, shape.elements());
        }
        return sum;
    }
}
