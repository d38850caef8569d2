package convas.catalog;

import convas.graph.Value;
import convas.operator.Parameter;
import convas.operator.Primitive;
import convas.operator.TensorShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Small arguments and input shapes for a primitive, drawn by what it declares; many of them are refused. */
final class RandomArguments {
    private final Random random;

    RandomArguments(long seed) {
        this.random = new Random(seed);
    }

    /** Values for some of the parameters: those that are required, and about half of the others. */
    Map<String, Value> params(Primitive primitive) {
        Map<String, Value> params = new LinkedHashMap<>();
        for (Parameter<?> parameter : primitive.parameters()) {
            if (parameter.isRequired() || random.nextInt(5) < 3) {
                params.put(parameter.name(), value(parameter));
            }
        }
        return params;
    }

    private Value value(Parameter<?> parameter) {
        return switch (parameter.kind()) {
            case INT -> whole(parameter);
            case FLOAT -> real(parameter);
            case BOOL -> Value.of(random.nextBoolean());
            case CHOICE ->
                Value.of(parameter
                        .choices()
                        .get(random.nextInt(parameter.choices().size())));
            case TEXT -> Value.of("text");
            case PAIR -> random.nextBoolean() ? whole(parameter) : list(parameter, 2);
            case INTS ->
                parameter.name().equals("dims") ? order(1 + random.nextInt(3)) : list(parameter, 1 + random.nextInt(4));
        };
    }

    private Value whole(Parameter<?> parameter) {
        // Stride, dilation, padding and factors up to 5, so that kernels reach too far and not far enough.
        int least = (int) Math.max(-3, parameter.min().orElse(-3));
        return Value.of(least + random.nextInt(6 - Math.min(least, 1)));
    }

    private Value real(Parameter<?> parameter) {
        double least = parameter.min().orElse(-1);
        double greatest = Math.min(3, parameter.max().orElse(3));
        return Value.of(least + random.nextDouble() * (greatest - least));
    }

    private Value list(Parameter<?> parameter, int length) {
        return new Value.Sequence(
                IntStream.range(0, length).mapToObj(index -> whole(parameter)).toList());
    }

    private Value order(int axes) {
        List<Value> dims = new ArrayList<>();
        IntStream.rangeClosed(1, axes).forEach(axis -> dims.add(Value.of(axis)));
        Collections.shuffle(dims, random);
        dims.add(0, Value.of(0));
        return new Value.Sequence(dims);
    }

    /** Shapes for all inputs: alike, but for a size here and there. */
    List<TensorShape> shapes(Primitive primitive) {
        int rank = random.nextInt(3) > 0 ? 3 : 1 + random.nextInt(3);
        List<Long> sizes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            sizes.add(1L + random.nextInt(axis == 0 ? 6 : 12));
        }
        int count = primitive.inputs().count() + (primitive.inputs().more() ? random.nextInt(2) : 0);
        List<TensorShape> shapes = new ArrayList<>();
        for (int input = 0; input < count; input++) {
            TensorShape shape = new TensorShape(sizes);
            shapes.add(input > 0 && random.nextInt(2) == 0 ? shape.with(random.nextInt(rank), 1) : shape);
        }
        return shapes;
    }

    /** A batch of 1 or 2. */
    int batch() {
        return 1 + random.nextInt(2);
    }
}
