package convas.profiling.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.compiler.Compiler;
import convas.compiler.GraphBlock;
import convas.compiler.StepObserver;
import convas.compiler.StepwiseRun;
import convas.profiling.ProfilingMode;

/**
 * A network on a device with random weights and a random batch, to be run again and again in one mode. All in the thread
 * that made it. Images in training have channels-last strides, as training makes them.
 */
final class Subject implements AutoCloseable {
    private static final long SEED = 1;
    private static final int IMAGE = 4;

    private final NDManager manager;
    private final GraphBlock block;
    private final NDList inputs = new NDList();
    private final boolean training;
    private final Clock clock;
    private final Synchronization synchronization;

    Subject(Program program, Device device, int batch, ProfilingMode mode, Clock clock) {
        this.clock = clock;
        training = mode == ProfilingMode.TRAINING;
        JniUtils.setGradMode(false);
        manager = NDManager.newBaseManager(device);
        synchronization = Synchronization.of(device, manager);
        block = new Compiler().compile(program);
        block.initialize(manager, SEED);
        // What ramps up over a run is at its full.
        block.setProgress(1);
        for (Shape shape : block.inputShapes(batch)) {
            inputs.add(input(shape));
        }
    }

    private NDArray input(Shape shape) {
        if (!training || shape.dimension() != IMAGE) {
            return manager.randomNormal(0, 1, shape, DataType.FLOAT32);
        }
        Shape channelsLast = new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
        return manager.randomNormal(0, 1, channelsLast, DataType.FLOAT32).transpose(0, 3, 1, 2);
    }

    Synchronization synchronization() {
        return synchronization;
    }

    /** Makes the batch's tensors anew and runs forward once, freeing the batch too after its last reader. */
    void forwardOwningItsInput(StepObserver observer) {
        JniUtils.setGradMode(training);
        try (NDManager scope = manager.newSubManager()) {
            NDList own = new NDList();
            inputs.forEach(input -> {
                NDArray copy = input.duplicate();
                copy.attach(scope);
                own.add(copy);
            });
            block.setObserver(new StepObserver() {
                @Override
                public void before(int index, Step step) {
                    // The run has handles of its own by now.
                    own.forEach(NDArray::close);
                    observer.before(index, step);
                }

                @Override
                public void after(int index, Step step, NDList outputs) {
                    observer.after(index, step, outputs);
                }
            });
            block.run(own, training);
            synchronization.await();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /**
     * Runs once, forward and, in training, backward.
     *
     * @param observer told of the forward pass
     * @return nanoseconds of each; 0 for a backward pass that is not wanted
     */
    long[] run(StepObserver observer) {
        block.setObserver(observer);
        JniUtils.setGradMode(training);
        try {
            long begin = clock.now();
            NDList outputs = block.run(inputs, training);
            synchronization.await();
            long middle = clock.now();
            if (training) {
                backward(outputs);
            }
            long end = clock.now();
            outputs.forEach(NDArray::close);
            return new long[] {middle - begin, training ? end - middle : 0};
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private void backward(NDList outputs) {
        for (int index = 0; index < outputs.size(); index++) {
            PtNDArray output = (PtNDArray) outputs.get(index);
            try (NDArray ones = output.onesLike()) {
                JniUtils.backward(output, (PtNDArray) ones, index < outputs.size() - 1, false);
            }
        }
        synchronization.await();
    }

    /** Nanoseconds that asking for the gradients of each step takes, beyond computing them. */
    long backwardCall() {
        return BackwardCall.nanoseconds(manager, clock);
    }

    /** Runs forward and then backward step by step. */
    void backward(StepObserver observer) {
        try (StepwiseRun run = block.stepwise(inputs, StepObserver.NONE)) {
            synchronization.await();
            run.backward(observer);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
