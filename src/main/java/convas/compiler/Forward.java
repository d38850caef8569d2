package convas.compiler;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.operator.TensorShape;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes a program's outputs for given tensors, in inference mode: from a file of weights and a file with one array for
 * each Input node, batch first, to a file with one array for each Output node, all by the nodes' ids.
 */
public final class Forward {
    /** Samples computed at a time, so that a large file needs no more memory than its arrays and one such batch. */
    private static final int CHUNK = 64;

    private final Compiler compiler;

    public Forward(Compiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Reads, computes and writes. Call {@link EngineStartup#apply} before.
     *
     * @return everything that is wrong with the files; empty means that {@code output} is written
     * @throws IOException where it cannot be written
     */
    public List<Diagnostic> run(Program program, Path weights, Path input, Path output) throws IOException {
        Reading<TensorFile> weightFile = TensorFile.read(weights);
        Reading<TensorFile> inputFile = TensorFile.read(input);
        List<Diagnostic> problems = new ArrayList<>(weightFile.problems());
        problems.addAll(inputFile.problems());
        inputFile.value().ifPresent(tensors -> problems.addAll(inputProblems(program, tensors)));
        weightFile.value().ifPresent(tensors -> problems.addAll(Weights.problems(program, tensors.tensors())));
        if (problems.isEmpty()) {
            compute(program, weightFile.value().get(), inputFile.value().get()).save(output);
        }
        return problems;
    }

    /** What keeps these tensors from being a program's inputs: their names, their shapes, batches that differ. */
    static List<Diagnostic> inputProblems(Program program, TensorFile file) {
        List<Diagnostic> problems = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        Set<Long> batches = new LinkedHashSet<>();
        for (int index : program.inputs()) {
            Step step = program.steps().get(index);
            wanted.add(step.path());
            TensorShape expected = step.outputShapes().get(0);
            FloatTensor found = file.tensors().get(step.path());
            if (found == null) {
                problems.add(Diagnostic.error(step.path(), "", "compiler.run.missing", expected.display()));
            } else if (found.shape().rank() != expected.rank() + 1
                    || !sample(found.shape()).equals(expected)) {
                problems.add(Diagnostic.error(
                        step.path(),
                        "",
                        "compiler.run.shape",
                        expected.display(),
                        found.shape().display()));
            } else if (found.shape().size(0) == 0) {
                problems.add(Diagnostic.error(step.path(), "", "compiler.run.empty"));
            } else {
                batches.add(found.shape().size(0));
            }
        }
        if (batches.size() > 1) {
            problems.add(Diagnostic.error("", "", "compiler.run.batches", batches));
        }
        file.tensors().forEach((name, tensor) -> {
            if (!wanted.contains(name)) {
                problems.add(Diagnostic.error(name, "", "compiler.run.extra", String.join(", ", wanted)));
            }
        });
        return problems;
    }

    private static TensorShape sample(TensorShape batch) {
        return new TensorShape(batch.sizes().subList(1, batch.rank()));
    }

    private TensorFile compute(Program program, TensorFile weights, TensorFile inputs) {
        GraphBlock block = compiler.compile(program);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, 0);
            List<Diagnostic> problems = Weights.load(block, weights);
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The weights were checked before: " + problems);
            }
            List<FloatTensor> given = program.inputs().stream()
                    .map(index ->
                            inputs.tensors().get(program.steps().get(index).path()))
                    .toList();
            int samples = Math.toIntExact(given.get(0).shape().size(0));
            Map<String, float[]> values = new LinkedHashMap<>();
            for (int from = 0; from < samples; from += CHUNK) {
                chunk(block, manager, given, from, Math.min(from + CHUNK, samples), samples, values);
            }
            Map<String, FloatTensor> results = new LinkedHashMap<>();
            for (int index : program.outputs()) {
                Step step = program.steps().get(index);
                List<Long> sizes = new ArrayList<>(List.of((long) samples));
                sizes.addAll(program.shape(step.inputs().get(0)).sizes());
                results.put(step.path(), new FloatTensor(new TensorShape(sizes), values.get(step.path())));
            }
            return TensorFile.of(results);
        }
    }

    private static void chunk(
            GraphBlock block,
            NDManager manager,
            List<FloatTensor> given,
            int from,
            int to,
            int samples,
            Map<String, float[]> values) {
        Program program = block.program();
        Shape[] shapes = block.inputShapes(to - from);
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = new NDList();
            for (int index = 0; index < shapes.length; index++) {
                float[] all = given.get(index).values();
                int each = all.length / samples;
                inputs.add(scope.create(Arrays.copyOfRange(all, from * each, to * each), shapes[index]));
            }
            NDList outputs = block.infer(inputs);
            for (int index = 0; index < outputs.size(); index++) {
                float[] made = outputs.get(index).toFloatArray();
                int each = made.length / (to - from);
                String name = program.steps().get(program.outputs().get(index)).path();
                float[] all = values.computeIfAbsent(name, absent -> new float[Math.multiplyExact(each, samples)]);
                System.arraycopy(made, 0, all, from * each, made.length);
            }
        }
    }
}
