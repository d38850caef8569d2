package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Ports;
import convas.operator.Problem;
import convas.operator.Sight;
import convas.operator.Strides;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cuts a tensor along an axis into equal sections, one per output port. Sections must divide the size. No operations. */
public final class Split extends Layer {
    public static final Parameter<Long> SECTIONS =
            Parameter.ofInt("sections").fallback(2L).min(1).max(1024);
    public static final Parameter<Long> AXIS = Parameter.ofInt("axis").fallback(1L);

    public Split() {
        super("Split", Category.SHAPE, SECTIONS, AXIS);
    }

    @Override
    public List<String> aliases() {
        return List.of("chunk", "halves", "拆分");
    }

    @Override
    public Ports outputs(Arguments arguments) {
        int sections = Math.toIntExact(arguments.find(SECTIONS).orElse(2L));
        return new Ports(
                IntStream.range(0, sections).mapToObj(index -> "out" + index).toList(), false);
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        Optional<Integer> axis = axis(AXIS, arguments.get(AXIS), input, problems);
        if (axis.isEmpty()) {
            return List.of();
        }
        long sections = arguments.get(SECTIONS);
        long size = input.size(axis.get());
        return size % sections != 0
                ? refuse(problems, SECTIONS.name(), "primitive.split", sections, size, arguments.get(AXIS))
                : Collections.nCopies((int) sections, input.with(axis.get(), size / sections));
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        return Work.NONE;
    }

    @Override
    public Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        int axis = axis(arguments.get(AXIS), inputs.get(0));
        return Window.along(
                inputs.get(0),
                axis,
                Sight.at(1, (double) output * outputs.get(0).size(axis)));
    }

    @Override
    public Optional<Strides> view(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, Strides memory) {
        return Optional.of(memory);
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            int index = axis(arguments.get(AXIS), inputs.get(0));
            long size = outputs.get(0).size(index);
            return (in, weights, mode) -> {
                NDArray input = in.head();
                NDList sections = new NDList();
                for (int section = 0; section < outputs.size(); section++) {
                    sections.add(Tensors.slice(input, index + 1, section * size, (section + 1) * size, 1));
                }
                return sections;
            };
        }
    }
}
