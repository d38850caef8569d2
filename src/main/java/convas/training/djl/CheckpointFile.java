package convas.training.djl;

import convas.compiler.EngineTensor;
import convas.tensor.TensorData;
import convas.tensor.TensorFile;
import convas.training.run.CheckpointWriter;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a checkpoint consists of: every weight and statistic by its name, and what the optimiser remembers. */
final class CheckpointFile {
    /** In the metadata of the optimiser's file: how many steps it has done. */
    static final String STEPS = "steps";

    /** Before the names of weights as trained, in the optimiser's file, where the weights' file holds their averages. */
    static final String TRAINED = "trained/";

    private CheckpointFile() {}

    static void write(Learner learner, CheckpointWriter folder) throws IOException {
        folder.write(RunFolder.WEIGHTS, out -> writeResults(learner, out));
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        learner.remembered().forEach((name, tensor) -> {
            if (!name.startsWith(TRAINED)) {
                tensors.put(name, tensor);
            }
        });
        if (learner.averages()) {
            learner.tensors().forEach((name, array) -> tensors.put(TRAINED + name, new EngineTensor(array)));
        }
        Map<String, String> metadata = Map.of(STEPS, Long.toString(learner.steps()));
        folder.write(RunFolder.OPTIMIZER, out -> TensorFile.write(out, tensors, metadata));
    }

    /** Writes the weights that validate. */
    static void writeResults(Learner learner, OutputStream out) throws IOException {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        learner.results().forEach((name, array) -> tensors.put(name, new EngineTensor(array)));
        TensorFile.write(out, tensors, Map.of());
    }
}
