package convas.compiler;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.operator.Arguments;
import convas.operator.Cost;
import convas.operator.Inference;
import convas.operator.Parameter;
import convas.operator.Primitive;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Lowering;
import java.util.ArrayList;
import java.util.List;

/** Programs by hand, of steps whose kernels a test gives, so that the block is tested apart from any real primitive. */
final class ProgramBuilder {
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();
    private final List<Integer> outputs = new ArrayList<>();

    TensorRef input(String id, long... sizes) {
        inputs.add(steps.size());
        return add(id, id, List.of(), List.of(), 1, TensorShape.of(sizes), null);
    }

    /** A step with one output of its first input's shape. */
    TensorRef step(String path, Kernel kernel, TensorRef... from) {
        return step(path, path, kernel, List.of(), from);
    }

    TensorRef step(String path, String weightsPath, Kernel kernel, List<Weight> weights, TensorRef... from) {
        return add(path, weightsPath, List.of(from), weights, 1, shape(from[0]), kernel);
    }

    /** A step with several outputs, each of its first input's shape; the first of them is returned. */
    TensorRef fork(String path, int ports, Kernel kernel, TensorRef from) {
        return add(path, path, List.of(from), List.of(), ports, shape(from), kernel);
    }

    void output(String id, TensorRef from) {
        outputs.add(steps.size());
        add(id, id, List.of(from), List.of(), 1, shape(from), null);
    }

    Program build() {
        return new Program("by-hand", steps, inputs, outputs);
    }

    private TensorShape shape(TensorRef tensor) {
        return steps.get(tensor.step()).outputShapes().get(tensor.port());
    }

    private TensorRef add(
            String path,
            String weightsPath,
            List<TensorRef> from,
            List<Weight> weights,
            int ports,
            TensorShape shape,
            Kernel kernel) {
        List<TensorShape> made = new ArrayList<>();
        for (int port = 0; port < ports; port++) {
            made.add(shape);
        }
        steps.add(new Step(
                path,
                new Given(kernel),
                Arguments.NONE,
                from,
                from.stream().map(this::shape).toList(),
                made,
                weightsPath,
                weights,
                Cost.ZERO));
        return new TensorRef(steps.size() - 1, 0);
    }

    /** A primitive that is nothing but its kernel. */
    private record Given(Kernel kernel) implements Primitive {
        @Override
        public String type() {
            return "Given";
        }

        @Override
        public String category() {
            return "test";
        }

        @Override
        public List<Parameter<?>> parameters() {
            return List.of();
        }

        @Override
        public Inference infer(Arguments arguments, List<TensorShape> inputs) {
            return Inference.of(inputs.get(0));
        }

        @Override
        public Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs) {
            return Work.NONE;
        }

        @Override
        public Lowering lowering() {
            return (arguments, shapes, made) -> kernel;
        }
    }
}
