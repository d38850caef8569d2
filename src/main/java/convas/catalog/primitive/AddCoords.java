package convas.catalog.primitive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import convas.operator.Arguments;
import convas.operator.Parameter;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Tensors;
import java.util.List;

/**
 * Appends to {@code [C, H, W]} a channel x that runs from -1 to 1 along the width, one y along the height, and on wish
 * their distance sqrt(x² + y²) from the centre. A side of one pixel has the coordinate -1.
 *
 * <p>Operations: none but for the radius, four per position (two squares, a sum, a root).
 */
public final class AddCoords extends Layer {
    public static final Parameter<Boolean> WITH_R = Parameter.ofBool("with_r").fallback(false);

    public AddCoords() {
        super("AddCoords", Category.COORDINATES, WITH_R);
    }

    @Override
    public List<String> aliases() {
        return List.of("coordinates", "coordconv", "position", "坐标");
    }

    @Override
    public String paper() {
        return "Liu et al., An Intriguing Failing of Convolutional Neural Networks and the CoordConv Solution,"
                + " NeurIPS 2018";
    }

    @Override
    public String url() {
        return "https://arxiv.org/abs/1807.03247";
    }

    @Override
    List<TensorShape> shapes(Arguments arguments, List<TensorShape> inputs, List<Problem> problems) {
        TensorShape input = inputs.get(0);
        return isImage(input, problems)
                ? List.of(input.with(0, Math.addExact(input.channels(), added(arguments))))
                : List.of();
    }

    private static int added(Arguments arguments) {
        return arguments.get(WITH_R) ? 3 : 2;
    }

    @Override
    public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
        TensorShape output = outputs.get(0);
        return arguments.get(WITH_R)
                ? new Work(0, Math.multiplyExact(4, output.elements() / output.channels()))
                : Work.NONE;
    }

    @Override
    public convas.operator.djl.Lowering lowering() {
        return new Lowering();
    }

    private static final class Lowering implements convas.operator.djl.Lowering {
        @Override
        public Kernel lower(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            int height = Math.toIntExact(inputs.get(0).height());
            int width = Math.toIntExact(inputs.get(0).width());
            int channels = added(arguments);
            float[] coordinates = coordinates(height, width, channels);
            Shape shape = new Shape(1, height, width, channels);
            return (in, weights, mode) -> {
                NDArray input = in.head();
                // Channels last, as a training batch comes, so that the result keeps that order in memory.
                try (NDArray one = Tensors.own(input.getManager(), coordinates, shape);
                        NDArray all = one.tile(new long[] {input.size(0), 1, 1, 1});
                        NDArray maps = all.transpose(0, 3, 1, 2)) {
                    return new NDList(NDArrays.concat(new NDList(input, maps), 1));
                }
            };
        }

        private static float[] coordinates(int height, int width, int channels) {
            float[] values = new float[Math.multiplyExact(Math.multiplyExact(height, width), channels)];
            int index = 0;
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double x = coordinate(column, width);
                    double y = coordinate(row, height);
                    values[index++] = (float) x;
                    values[index++] = (float) y;
                    if (channels == 3) {
                        values[index++] = (float) Math.sqrt(x * x + y * y);
                    }
                }
            }
            return values;
        }

        private static double coordinate(int position, int size) {
            return size == 1 ? -1 : 2.0 * position / (size - 1) - 1;
        }
    }
}
