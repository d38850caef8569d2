package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Pair;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import java.util.List;

/**
 * A pool of {@code [C, H, W]} to a given size: output i looks at floor(i × in / out) up to ceil((i + 1) × in / out).
 * Windows overlap where the sizes do not divide; an output larger than the input repeats it.
 */
abstract class AdaptivePooling extends Layer {
    public static final Parameter<Pair> OUTPUT_SIZE =
            Parameter.ofPair("output_size").min(1).unit("px");

    AdaptivePooling(String type) {
        super(type, Category.POOLING, OUTPUT_SIZE);
    }

    @Override
    public final Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        TensorShape from = inputs.get(0);
        TensorShape to = outputs.get(0);
        return Window.of(sight(from.height(), to.height()), sight(from.width(), to.width()));
    }

    /** From floor(o × in / out) to ceil((o + 1) × in / out) - 1; rounding takes in at most 1 - gcd / out at either end. */
    private static Sight sight(long in, long out) {
        if (out == 1) {
            return Sight.WHOLE;
        }
        double least = (double) divisor(in, out) / out;
        double step = (double) in / out;
        return Sight.of(step, least - 1, step - least);
    }

    @Override
    final List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        if (!isImage(input, problems)) {
            return List.of();
        }
        Pair size = arguments.get(OUTPUT_SIZE);
        return List.of(TensorShape.of(input.channels(), size.height(), size.width()));
    }

    /** Elements under all windows together. */
    static long looks(TensorShape input, TensorShape output) {
        long rows = covered(input.height(), output.height());
        long columns = covered(input.width(), output.width());
        return Math.multiplyExact(input.channels(), Math.multiplyExact(rows, columns));
    }

    /**
     * The sum of the windows' sizes along one axis. Neighbours share one position wherever a border falls inside it,
     * which is at every border but each (out / gcd)-th.
     */
    private static long covered(long in, long out) {
        return Math.addExact(in, out - divisor(in, out));
    }

    /** The greatest common one. */
    private static long divisor(long in, long out) {
        long divisor = in;
        for (long rest = out; rest != 0; ) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return divisor;
    }
}
