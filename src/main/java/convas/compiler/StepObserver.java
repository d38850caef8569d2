package convas.compiler;

import ai.djl.ndarray.NDList;
import convas.analysis.Step;

/**
 * Looks on while a block runs, for instance to take times. Called in the thread that runs the block, so what it does
 * counts into the time of the whole.
 */
public interface StepObserver {
    /** Looks at nothing. */
    StepObserver NONE = new StepObserver() {
        @Override
        public void before(int index, Step step) {
            // Nobody looks.
        }

        @Override
        public void after(int index, Step step, NDList outputs) {
            // Nobody looks.
        }
    };

    /**
     * A step is about to run. Input and Output steps compute nothing and are not reported.
     *
     * @param index in the program's steps
     */
    void before(int index, Step step);

    /**
     * A step has run, and the tensors that it read last are not closed yet.
     *
     * @param outputs what it made; to be left as it is
     */
    void after(int index, Step step, NDList outputs);
}
