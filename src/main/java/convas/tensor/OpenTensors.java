package convas.tensor;

import java.util.Map;

/** A file of tensors that is open: what is in it is known, values are read when they are asked for. For one thread. */
public interface OpenTensors extends AutoCloseable {
    /** In the order of the file; not to be read once this is closed. */
    Map<String, TensorData> tensors();

    /** Short texts beside the tensors; safetensors only. */
    Map<String, String> metadata();

    /** Nothing was written, so nothing can be lost. */
    @Override
    void close();
}
