package convas.training.djl;

import ai.djl.ndarray.NDArray;
import convas.compiler.FloatTensor;
import convas.compiler.TensorFile;
import convas.operator.TensorShape;
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

    private CheckpointFile() {}

    static void write(Learner learner, Path folder) throws IOException {
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        learner.block()
                .weights()
                .keySet()
                .forEach(name ->
                        weights.put(name, tensor(learner.block().parameter(name).getArray())));
        TensorFile.of(weights).save(folder.resolve(RunFolder.WEIGHTS));

        Map<String, FloatTensor> remembered = new LinkedHashMap<>();
        learner.optimizer().map(Optimizer::state).orElse(Map.of()).forEach((name, array) -> {
            remembered.put(name, tensor(array));
        });
        long steps = learner.optimizer().map(Optimizer::steps).orElse(0L);
        new TensorFile(remembered, Map.of(STEPS, Long.toString(steps))).save(folder.resolve(RunFolder.OPTIMIZER));
    }

    private static FloatTensor tensor(NDArray array) {
        long[] sizes = array.getShape().getShape();
        return new FloatTensor(new TensorShape(Arrays.stream(sizes).boxed().toList()), array.toFloatArray());
    }
}
