package convas.compiler;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.engine.EngineStartup;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.operator.TensorShape;
import convas.tensor.FloatTensor;
import convas.tensor.OpenTensors;
import convas.tensor.TensorData;
import convas.tensor.TensorFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Values of a tensor on the way that are there at a time, unless a single sample has more. */
    private static final long PART = 1 << 26;

    /** What one array of Java's can hold. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

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
        Reading<OpenTensors> weightFile = TensorFile.open(weights);
        Reading<OpenTensors> inputFile = TensorFile.open(input);
        try (OpenTensors given = weightFile.value().orElse(null);
                OpenTensors asked = inputFile.value().orElse(null)) {
            List<Diagnostic> problems = new ArrayList<>(weightFile.problems());
            problems.addAll(inputFile.problems());
            if (asked != null) {
                problems.addAll(inputProblems(program, asked.tensors()));
            }
            if (given != null) {
                problems.addAll(Weights.problems(program, given.tensors()));
            }
            if (problems.isEmpty()) {
                problems.addAll(outputProblems(program, asked.tensors()));
            }
            return problems.isEmpty() ? compute(program, weights, given, input, asked, output) : problems;
        }
    }

    /** Reads what was asked for only now: damage is found where it is. */
    private List<Diagnostic> compute(
            Program program, Path weights, OpenTensors given, Path input, OpenTensors asked, Path output)
            throws IOException {
        GraphBlock block = compiler.compile(program);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, 0);
            try {
                List<Diagnostic> problems = Weights.load(block, given.tensors());
                if (!problems.isEmpty()) {
                    throw new IllegalStateException("The weights were checked before: " + problems);
                }
            } catch (UncheckedIOException damaged) {
                return List.of(TensorFile.problem(weights, damaged.getCause()));
            }
            TensorFile results;
            try {
                results = compute(block, manager, asked.tensors());
            } catch (UncheckedIOException damaged) {
                return List.of(TensorFile.problem(input, damaged.getCause()));
            }
            results.save(output);
            return List.of();
        }
    }

    /** What keeps these tensors from being a program's inputs: their names, their shapes, batches that differ. */
    static List<Diagnostic> inputProblems(Program program, Map<String, TensorData> file) {
        List<Diagnostic> problems = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        Set<Long> batches = new LinkedHashSet<>();
        for (int index : program.inputs()) {
            Step step = program.steps().get(index);
            wanted.add(step.path());
            TensorShape expected = step.outputShapes().get(0);
            TensorData found = file.get(step.path());
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
        file.forEach((name, tensor) -> {
            if (!wanted.contains(name)) {
                problems.add(Diagnostic.error(name, "", "compiler.run.extra", String.join(", ", wanted)));
            }
        });
        return problems;
    }

    private static TensorShape sample(TensorShape batch) {
        return new TensorShape(batch.sizes().subList(1, batch.rank()));
    }

    /** An output of a file is one array of Java's, and all of them are in its memory. */
    private static List<Diagnostic> outputProblems(Program program, Map<String, TensorData> inputs) {
        long samples = samples(program, inputs);
        List<Diagnostic> problems = new ArrayList<>();
        long bytes = 0;
        for (int index : program.outputs()) {
            Step step = program.steps().get(index);
            TensorShape each = program.shape(step.inputs().get(0));
            if (each.elements() > MOST_VALUES / samples) {
                problems.add(
                        Diagnostic.error(step.path(), "", "compiler.run.large", samples, each.display(), MOST_VALUES));
                continue;
            }
            bytes += samples * each.elements() * Float.BYTES;
        }
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (problems.isEmpty() && bytes > most) {
            problems.add(Diagnostic.error("", "", "compiler.run.memory", samples, bytes >> 20, most >> 20));
        }
        return problems;
    }

    private static long samples(Program program, Map<String, TensorData> inputs) {
        String first = program.steps().get(program.inputs().get(0)).path();
        return inputs.get(first).shape().size(0);
    }

    private static TensorFile compute(GraphBlock block, NDManager manager, Map<String, TensorData> inputs) {
        Program program = block.program();
        List<TensorData> given = program.inputs().stream()
                .map(index -> inputs.get(program.steps().get(index).path()))
                .toList();
        int samples = Math.toIntExact(samples(program, inputs));
        int together = together(program);
        Map<String, float[]> values = new LinkedHashMap<>();
        for (int from = 0; from < samples; from += together) {
            part(block, manager, given, from, Math.min(together, samples - from), samples, values);
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

    /** Samples of which no tensor on the way has more than {@link #PART} values, but one at least. */
    private static int together(Program program) {
        long most = program.steps().stream()
                .flatMap(step -> step.outputShapes().stream())
                .mapToLong(TensorShape::elements)
                .max()
                .orElse(1);
        return (int) Math.max(1, Math.min(CHUNK, PART / Math.max(1, most)));
    }

    private static void part(
            GraphBlock block,
            NDManager manager,
            List<TensorData> given,
            int from,
            int count,
            int samples,
            Map<String, float[]> values) {
        Program program = block.program();
        Shape[] shapes = block.inputShapes(count);
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = new NDList();
            for (int index = 0; index < shapes.length; index++) {
                TensorData all = given.get(index);
                long each = all.shape().elements() / samples;
                float[] taken = all.values(from * each, Math.toIntExact(count * each));
                inputs.add(scope.create(taken, shapes[index]));
            }
            NDList outputs = block.infer(inputs);
            for (int index = 0; index < outputs.size(); index++) {
                float[] made = outputs.get(index).toFloatArray();
                int each = made.length / count;
                String name = program.steps().get(program.outputs().get(index)).path();
                float[] all = values.computeIfAbsent(name, absent -> new float[Math.multiplyExact(each, samples)]);
                System.arraycopy(made, 0, all, from * each, made.length);
            }
        }
    }
}
