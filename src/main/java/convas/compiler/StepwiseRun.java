package convas.compiler;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.operator.djl.Kernel;
import convas.operator.djl.Mode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A training run in which every step has a gradient graph of its own: what it reads is cut off from what made it. So the
 * backward pass can be done, and timed, step by step; gradients are those of the whole. Parameters gather theirs as always.
 * Keeps every tensor until its step's backward is done.
 */
public final class StepwiseRun implements AutoCloseable {
    /** What the engine calls the functions whose results lie in the memory of what they were made from. */
    private static final List<String> VIEWS = List.of("Permute", "Transpose", "Slice", "Split", "View", "Alias");

    private final Program program;
    private final List<Kernel> kernels;
    private final List<List<Parameter>> parameters;
    private final NDManager scope;
    private final NDList[] read;
    private final NDList[] made;
    /** Whether what a step made depends on something that is trained. */
    private final boolean[] recorded;

    private final Map<TensorRef, NDArray> upstream = new HashMap<>();

    StepwiseRun(
            Program program,
            List<Kernel> kernels,
            List<List<Parameter>> parameters,
            NDList inputs,
            Mode mode,
            StepObserver observer) {
        this.program = program;
        this.kernels = kernels;
        this.parameters = parameters;
        this.scope = inputs.head().getManager().newSubManager();
        this.read = new NDList[program.steps().size()];
        this.made = new NDList[program.steps().size()];
        this.recorded = new boolean[program.steps().size()];
        for (int index = 0; index < inputs.size(); index++) {
            made[program.inputs().get(index)] = new NDList(cut(inputs.get(index)));
        }
        boolean recording = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try {
            for (int index = 0; index < made.length; index++) {
                if (made[index] == null) {
                    forward(index, mode, observer);
                }
            }
        } catch (RuntimeException failed) {
            scope.close();
            throw failed;
        } finally {
            JniUtils.setGradMode(recording);
        }
    }

    private void forward(int index, Mode mode, StepObserver observer) {
        Step step = program.steps().get(index);
        NDList inputs = new NDList();
        for (TensorRef input : step.inputs()) {
            NDArray whole = made[input.step()].get(input.port());
            NDArray cut = cut(whole);
            // The engine can be asked whether it keeps a tensor's history only of those that have none.
            if (recorded[input.step()]) {
                cut = isView(whole) ? withoutGaps(cut) : cut;
                JniUtils.attachGradient((PtNDArray) cut, true);
                recorded[index] = true;
            }
            inputs.add(cut);
        }
        read[index] = inputs;
        if (program.outputs().contains(index)) {
            made[index] = inputs;
            return;
        }
        NDList weights = new NDList();
        for (Parameter parameter : parameters.get(index)) {
            weights.add(parameter.getArray());
            recorded[index] |= parameter.getArray().hasGradient();
        }
        observer.before(index, step);
        try {
            made[index] = kernels.get(index).run(inputs, weights, mode);
        } catch (RuntimeException failure) {
            throw new StepException(step, failure);
        }
        observer.after(index, step, made[index]);
    }

    /** The same values without their history. */
    private NDArray cut(NDArray tensor) {
        PtNDArray cut = JniUtils.detachGradient((PtNDArray) tensor);
        cut.attach(scope);
        return cut;
    }

    /** Whether a tensor of a history may be a part of a larger one. */
    private static boolean isView(NDArray tensor) {
        String function = JniUtils.getGradientFunctionNames((PtNDArray) tensor);
        return function != null && VIEWS.stream().anyMatch(function::contains);
    }

    /**
     * A copy. At the end of a history the engine gives the gradient of a part of wider rows another order than theirs,
     * which costs time that the whole backward pass does not take.
     */
    private NDArray withoutGaps(NDArray part) {
        try (part) {
            NDArray copy = part.duplicate();
            copy.attach(scope);
            return copy;
        }
    }

    /**
     * The backward pass from gradients of one at every output, last step first.
     *
     * @param observer told of each step whose gradients are computed, with the gradients of what it read; those of the
     *     steps that nothing trained stands before are not
     */
    public void backward(StepObserver observer) {
        for (int output : program.outputs()) {
            NDArray result = read[output].head();
            add(program.steps().get(output).inputs().get(0), result.onesLike());
        }
        for (int index = made.length - 1; index >= 0; index--) {
            if (!program.outputs().contains(index) && read[index] != null) {
                backward(index, observer);
            }
        }
    }

    private void backward(int index, StepObserver observer) {
        Step step = program.steps().get(index);
        NDList outputs = made[index];
        int last = -1;
        for (int port = 0; port < outputs.size() && recorded[index]; port++) {
            if (upstream.containsKey(new TensorRef(index, port))) {
                last = port;
            }
        }
        if (last >= 0) {
            observer.before(index, step);
            for (int port = 0; port <= last; port++) {
                NDArray gradient = upstream.remove(new TensorRef(index, port));
                if (gradient != null) {
                    JniUtils.backward((PtNDArray) outputs.get(port), (PtNDArray) gradient, port < last, false);
                    gradient.close();
                }
            }
            NDList gradients = gather(index, step);
            observer.after(index, step, gradients);
        }
        read[index].forEach(NDArray::close);
        outputs.forEach(NDArray::close);
    }

    /** Hands the gradients of what a step read to the steps that made it. */
    private NDList gather(int index, Step step) {
        NDList gradients = new NDList();
        for (int port = 0; port < read[index].size(); port++) {
            PtNDArray input = (PtNDArray) read[index].get(port);
            if (recorded[step.inputs().get(port).step()]) {
                PtNDArray gradient = JniUtils.getGradient(input);
                if (gradient != null) {
                    gradient.attach(scope);
                    gradients.add(gradient);
                    add(step.inputs().get(port), gradient);
                }
            }
        }
        return gradients;
    }

    private void add(TensorRef tensor, NDArray gradient) {
        NDArray before = upstream.get(tensor);
        upstream.put(tensor, before == null ? gradient : before.add(gradient));
    }

    /** Closes every tensor of the run; parameters keep their gradients. */
    @Override
    public void close() {
        scope.close();
    }
}
