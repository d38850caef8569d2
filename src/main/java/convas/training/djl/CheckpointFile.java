package convas.training.djl;

import ai.djl.ndarray.NDArray;
import convas.compiler.FloatTensor;
import convas.compiler.TensorFile;
import convas.operator.TensorShape;
import convas.training.djl.step.Optimizer;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a checkpoint consists of: every weight and statistic by its name, and what the optimiser remembers. */
final class CheckpointFile {
    /** In the metadata of the optimiser's file: how many steps it has done. */
    static final String STEPS = "steps";

    /** Before the names of weights as trained, in the optimiser's file, where the weights' file holds their averages. */
    static final String TRAINED = "trained/";

    private CheckpointFile() {}

    static void write(Learner learner, Path folder) throws IOException {
        writeResults(learner, folder.resolve(RunFolder.WEIGHTS));
        Map<String, NDArray> remembered =
                new LinkedHashMap<>(learner.optimizer().map(Optimizer::state).orElse(Map.of()));
        if (learner.averages()) {
            learner.tensors().forEach((name, array) -> remembered.put(TRAINED + name, array));
        }
        long steps = learner.optimizer().map(Optimizer::steps).orElse(0L);
        new TensorFile(read(remembered), Map.of(STEPS, Long.toString(steps))).save(folder.resolve(RunFolder.OPTIMIZER));
    }

    /** Writes the weights that validate. */
    static void writeResults(Learner learner, Path file) throws IOException {
        TensorFile.of(read(learner.results())).save(file);
    }

    private static Map<String, FloatTensor> read(Map<String, NDArray> arrays) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(name, tensor(array)));
        return tensors;
    }

    private static FloatTensor tensor(NDArray array) {
        long[] sizes = array.getShape().getShape();
        return new FloatTensor(new TensorShape(Arrays.stream(sizes).boxed().toList()), array.toFloatArray());
    }
}
