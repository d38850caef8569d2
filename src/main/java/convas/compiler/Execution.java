package convas.compiler;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.operator.djl.Kernel;
import convas.operator.djl.Mode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One run through a program's steps. Every tensor that it makes lives in a manager of its own, which is closed at the
 * end, so nothing is left behind when a step fails half-way.
 */
final class Execution {
    private final Program program;
    private final List<Kernel> kernels;
    private final List<List<Parameter>> parameters;
    private final Lifetimes lifetimes;
    private final Function<Parameter, NDArray> values;
    private final NDList[] made;

    /** Tensors that several slots hold, because a kernel handed on what it was given: how many hold it beside one. */
    private final Map<NDArray, Integer> shared = new IdentityHashMap<>();

    Execution(
            Program program,
            List<Kernel> kernels,
            List<List<Parameter>> parameters,
            Lifetimes lifetimes,
            Function<Parameter, NDArray> values) {
        this.program = program;
        this.kernels = kernels;
        this.parameters = parameters;
        this.lifetimes = lifetimes;
        this.values = values;
        this.made = new NDList[program.steps().size()];
    }

    /** The results, in the manager of the first input. */
    NDList run(NDList inputs, Mode mode, StepObserver observer) {
        NDManager home = inputs.head().getManager();
        try (NDManager scope = home.newSubManager()) {
            for (int index = 0; index < inputs.size(); index++) {
                made[program.inputs().get(index)] = new NDList(alias(inputs.get(index), scope));
            }
            for (int index = 0; index < made.length; index++) {
                if (program.outputs().contains(index)) {
                    handOn(index);
                } else if (made[index] == null) {
                    step(index, mode, observer);
                }
                lifetimes.endingAt(index).forEach(this::release);
            }
            NDList results = new NDList();
            for (int output : program.outputs()) {
                NDArray result = made[output].head();
                result.attach(home);
                results.add(result);
            }
            return results;
        }
    }

    /**
     * A second handle on a tensor, in another manager: results attach to the manager of what they are computed from, and
     * the caller's own handle is left alone. A transposition that moves nothing keeps strides (channels last) and
     * gradients, which reshaping and copying do not.
     */
    private static NDArray alias(NDArray input, NDManager scope) {
        NDArray alias =
                input.transpose(IntStream.range(0, input.getShape().dimension()).toArray());
        alias.attach(scope);
        return alias;
    }

    private void handOn(int output) {
        NDArray result = read(program.steps().get(output).inputs().get(0));
        shared.merge(result, 1, Integer::sum);
        made[output] = new NDList(result);
    }

    private void step(int index, Mode mode, StepObserver observer) {
        Step step = program.steps().get(index);
        NDList inputs = new NDList(step.inputs().size());
        step.inputs().forEach(input -> inputs.add(read(input)));
        NDList weights = new NDList(parameters.get(index).size());
        parameters.get(index).forEach(parameter -> weights.add(values.apply(parameter)));
        observer.before(index, step);
        NDList outputs;
        try {
            outputs = kernels.get(index).run(inputs, weights, mode);
        } catch (RuntimeException failure) {
            throw new StepException(step, failure);
        }
        observer.after(index, step, outputs);
        for (int port = 0; port < outputs.size(); port++) {
            NDArray output = outputs.get(port);
            if (holds(inputs, output, inputs.size()) || holds(outputs, output, port)) {
                shared.merge(output, 1, Integer::sum);
            }
        }
        made[index] = outputs;
    }

    private static boolean holds(NDList list, NDArray array, int before) {
        for (int index = 0; index < before; index++) {
            if (list.get(index) == array) {
                return true;
            }
        }
        return false;
    }

    private NDArray read(TensorRef tensor) {
        return made[tensor.step()].get(tensor.port());
    }

    private void release(TensorRef tensor) {
        NDArray array = read(tensor);
        if (shared.containsKey(array)) {
            shared.computeIfPresent(array, (key, others) -> others > 1 ? others - 1 : null);
        } else {
            array.close();
        }
    }
}
