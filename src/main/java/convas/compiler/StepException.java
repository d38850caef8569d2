package convas.compiler;

import convas.analysis.Step;

/** The engine failed in one step of a program; the cause is the engine's own exception. */
public final class StepException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String path;

    StepException(Step step, RuntimeException cause) {
        super(step.path() + " (" + step.type() + "): " + cause.getMessage(), cause);
        this.path = step.path();
    }

    /** The step that failed, node ids joined by {@code /}. */
    public String path() {
        return path;
    }
}
