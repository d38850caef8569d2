package convas.catalog.primitive;

import convas.operator.Arguments;
import convas.operator.Inference;
import convas.operator.Parameter;
import convas.operator.Ports;
import convas.operator.Primitive;
import convas.operator.Problem;
import convas.operator.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all primitives share: name, category, parameters, and the checks around every shape rule. */
abstract class Layer implements Primitive {
    private final String type;
    private final Category category;
    private final List<Parameter<?>> parameters;

    Layer(String type, Category category, Parameter<?>... parameters) {
        this.type = type;
        this.category = category;
        this.parameters = List.of(parameters);
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final String category() {
        return category.key();
    }

    @Override
    public final List<Parameter<?>> parameters() {
        return parameters;
    }

    /**
     * The output shapes of these inputs, whose number is already checked. What is wrong goes into {@code problems}; then
     * the result is not looked at.
     */
    abstract List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems);

    @Override
    public final Inference infer(Arguments arguments, List<TensorShape> inputs) {
        Ports ports = inputs();
        boolean enough = ports.more() ? inputs.size() >= ports.count() : inputs.size() == ports.count();
        if (!enough) {
            String key = ports.more() ? "primitive.inputs.atLeast" : "primitive.inputs.count";
            return Inference.refused(Problem.of("", key, ports.count(), inputs.size()));
        }
        List<Problem> problems = new ArrayList<>();
        try {
            List<TensorShape> outputs = shapes(arguments, inputs, problems);
            if (problems.isEmpty()) {
                outputs.forEach(TensorShape::elements);
                return new Inference(outputs, List.of());
            }
        } catch (ArithmeticException overflow) {
            problems.add(Problem.of("", "primitive.tooLarge"));
        }
        return Inference.refused(problems);
    }

    /** Adds a problem and gives no shapes: {@code return refuse(problems, ...)}. */
    static List<TensorShape> refuse(List<Problem> problems, String parameter, String key, Object... arguments) {
        problems.add(Problem.of(parameter, key, arguments));
        return List.of();
    }

    /** Whether the input is {@code [channels, height, width]}; says so where it is not. */
    static boolean isImage(TensorShape input, List<Problem> problems) {
        if (input.rank() != 3) {
            problems.add(Problem.of("", "primitive.input.image", input.display()));
        }
        return input.rank() == 3;
    }

    /**
     * The index into a shape's sizes of an axis that counts the batch as 0 and, when negative, from the end; nothing, and
     * a problem, where there is no such axis or it is the batch's.
     */
    static Optional<Integer> axis(Parameter<Long> parameter, long axis, TensorShape input, List<Problem> problems) {
        long counted = axis < 0 ? axis + input.rank() + 1 : axis;
        if (counted < 1 || counted > input.rank()) {
            problems.add(Problem.of(parameter.name(), "primitive.axis", input.rank(), axis, input.display()));
            return Optional.empty();
        }
        return Optional.of((int) counted - 1);
    }

    /** The same for an axis that the shape rule has accepted. */
    static int axis(long axis, TensorShape input) {
        return (int) (axis < 0 ? axis + input.rank() : axis - 1);
    }

    /** Whether elements that keep their order also keep their height and width. */
    static boolean sameMaps(TensorShape from, TensorShape to) {
        return from.equals(to)
                || from.rank() > 2 && to.rank() > 2 && from.height() == to.height() && from.width() == to.width();
    }

    static long total(List<TensorShape> shapes) {
        return shapes.stream().mapToLong(TensorShape::elements).reduce(0, Math::addExact);
    }
}
