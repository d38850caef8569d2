package convas.training.djl.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import convas.operator.TensorShape;
import convas.tensor.FloatTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Moves numbers of tests between the engine's tensors and Java. */
final class Tensors {
    private Tensors() {}

    static Map<String, FloatTensor> read(Map<String, NDArray> arrays) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(
                name,
                new FloatTensor(
                        new TensorShape(Arrays.stream(array.getShape().getShape())
                                .boxed()
                                .toList()),
                        array.toFloatArray())));
        return tensors;
    }

    static NDArray create(NDManager manager, FloatTensor tensor) {
        return manager.create(
                tensor.values(),
                new Shape(tensor.shape().sizes().stream()
                        .mapToLong(Long::longValue)
                        .toArray()));
    }
}
