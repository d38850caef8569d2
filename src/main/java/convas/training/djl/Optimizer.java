package convas.training.djl;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** Changes weights by their gradients. Steps exactly as PyTorch's optimiser of the same name does. */
interface Optimizer extends AutoCloseable {
    /**
     * One step with the gradients as they are; leaves them as they are. To be called with grad mode off.
     *
     * @param learningRate of this step
     */
    void step(double learningRate);

    /** What it remembers between steps, by name, to be saved; belongs to the optimiser. */
    Map<String, NDArray> state();

    /** Steps done. */
    long steps();

    @Override
    void close();
}
