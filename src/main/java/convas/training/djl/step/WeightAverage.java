package convas.training.djl.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import convas.compiler.EngineTensor;
import convas.tensor.TensorData;
import convas.training.recipe.Averaging;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exponential moving average of weights and running statistics: PyTorch's {@code AveragedModel} with
 * {@code use_buffers}. One call a step for all of them.
 */
public final class WeightAverage implements AutoCloseable {
    private final Averaging averaging;
    private final NDManager manager;
    private final ScriptLibrary library;
    private final Map<String, NDArray> averages = new LinkedHashMap<>();
    private final List<IValue> lists;

    /** @param values by name; read again at every update */
    public WeightAverage(Map<String, NDArray> values, Averaging averaging, NDManager parent) {
        this.averaging = averaging;
        this.manager = parent.newSubManager();
        this.library = ScriptLibrary.load(manager);
        values.forEach((name, value) -> {
            NDArray copy = value.duplicate();
            copy.attach(manager);
            averages.put(name, copy);
        });
        this.lists = List.of(
                ScriptLibrary.list(List.copyOf(averages.values())), ScriptLibrary.list(List.copyOf(values.values())));
    }

    /**
     * Takes the weights in as they are after a step. To be called with grad mode off.
     *
     * @param step from 0, over the whole run
     */
    public void update(long step) {
        library.call("average", lists, IValue.from(1 - averaging.decay(step)));
    }

    /** Puts the averages where a file has them. */
    public void restore(Map<String, ? extends TensorData> file) {
        averages.forEach((name, array) -> new EngineTensor(array).fill(file.get(name)));
    }

    /** The averages by name; belong to this. */
    public Map<String, NDArray> values() {
        return Collections.unmodifiableMap(averages);
    }

    @Override
    public void close() {
        lists.forEach(IValue::close);
        library.close();
        manager.close();
    }
}
