package convas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.Inference;
import convas.operator.Primitive;
import convas.operator.Problem;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.djl.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shape rules call sound, the engine computes, forward and backward, in the shapes they gave. */
class SoundArgumentsTest {
    private static final int EACH = 150;
    private static final int DRAWS = 20_000;

    private NDManager manager;

    static Stream<Primitive> primitives() {
        return BuiltinCatalog.create().all().stream()
                .filter(Primitive.class::isInstance)
                .map(Primitive.class::cast);
    }

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        JniUtils.setGradMode(false);
        manager.close();
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void whatIsSoundIsComputedForwardAndBackward(Primitive primitive) {
        RandomArguments random = new RandomArguments(primitive.type().hashCode());
        int sound = 0;
        for (int draw = 0; draw < DRAWS && sound < EACH; draw++) {
            Map<String, Value> params = random.params(primitive);
            List<TensorShape> inputs = random.shapes(primitive);
            List<Problem> problems = new ArrayList<>();
            Arguments arguments = PrimitiveCase.arguments(primitive, params, problems);
            if (problems.isEmpty()) {
                Inference inference = primitive.infer(arguments, inputs);
                if (!inference.isRefused()) {
                    sound++;
                    String what = primitive.type() + params + inputs;
                    try {
                        compute(primitive, arguments, inputs, inference.outputs(), random.batch());
                    } catch (RuntimeException | AssertionError wrong) {
                        throw new AssertionError(what, wrong);
                    }
                }
            }
        }
        assertTrue(sound >= EACH, "only " + sound + " were sound");
    }

    private void compute(
            Primitive primitive, Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDList given = new NDList();
            // An Input hands on what enters.
            List<TensorShape> entering = inputs.isEmpty() ? outputs : inputs;
            entering.forEach(shape -> given.add(drawn(scope, new Shape(batch).addAll(new Shape(shape.sizes())))));
            NDList weights = new NDList();
            List<Weight> declared = primitive.weights(arguments, inputs);
            declared.forEach(weight -> weights.add(
                    drawn(scope, new Shape(weight.shape().sizes())).abs().add(0.5f)));
            given.forEach(input -> input.setRequiresGradient(true));
            for (int index = 0; index < declared.size(); index++) {
                weights.get(index).setRequiresGradient(declared.get(index).trained());
            }
            // Statistics of one value are no statistics: told before a run, not here.
            boolean single = primitive.type().equals("BatchNorm2d")
                    && batch * inputs.get(0).height() * inputs.get(0).width() == 1;
            Mode mode = single ? Mode.INFERENCE : Mode.training(1);
            JniUtils.setGradMode(true);
            NDList made = primitive.lowering().lower(arguments, inputs, outputs).run(given, weights, mode);

            assertEquals(outputs.size(), primitive.outputs(arguments).count() == 0 ? 1 : made.size());
            for (int port = 0; port < made.size(); port++) {
                NDArray result = made.get(port);
                assertEquals(new Shape(batch).addAll(new Shape(outputs.get(port).sizes())), result.getShape());
                JniUtils.backward((PtNDArray) result, (PtNDArray) result.onesLike(), true, false);
            }
            JniUtils.setGradMode(false);
            for (NDArray input : given) {
                assertEquals(input.getShape(), input.getGradient().getShape());
            }
            for (int index = 0; index < declared.size(); index++) {
                if (declared.get(index).trained()) {
                    NDArray weight = weights.get(index);
                    assertEquals(weight.getShape(), weight.getGradient().getShape());
                }
            }
        }
    }

    private static NDArray drawn(NDManager scope, Shape shape) {
        return scope.randomNormal(0f, 1f, shape, DataType.FLOAT32);
    }
}
