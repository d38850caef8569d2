package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Pair;
import convas.operator.Parameter;
import convas.operator.Problem;
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
        long divisor = in;
        for (long rest = out; rest != 0; ) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return Math.addExact(in, out - divisor);
    }

    @Override
    public final Window window(Arguments arguments, List<TensorShape> inputs) {
        Pair size = arguments.get(OUTPUT_SIZE);
        if (size.equals(Pair.square(1))) {
            return Window.WHOLE;
        }
        TensorShape input = inputs.get(0);
        long rows = -Math.floorDiv(-input.height(), size.height());
        long columns = -Math.floorDiv(-input.width(), size.width());
        Pair stride = new Pair(Math.max(1, input.height() / size.height()), Math.max(1, input.width() / size.width()));
        return Window.of(new Pair(rows, columns), stride);
    }
}
