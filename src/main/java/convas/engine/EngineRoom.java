package convas.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** The engine itself, loaded by whoever asks first. */
public final class EngineRoom {
    private static final String NAME = "PyTorch";

    private EngineRoom() {}

    /** Loads the engine where nobody has; {@link EngineStartup#apply} comes before that. */
    public static Engine open() {
        return Engine.getEngine(NAME);
    }

    /**
     * The engine on so many threads.
     *
     * @param failures of the house that wants it
     * @throws RunFailure where it cannot be loaded here
     */
    public static Engine open(int threads, Failures failures) throws RunFailure {
        try {
            Engine engine = open();
            JniUtils.setNumThreads(threads);
            return engine;
        } catch (Exception | LinkageError absent) {
            throw failures.noEngine(absent);
        }
    }

    /** As a card and a profile name it. */
    public static String describe(Engine engine) {
        return engine.getEngineName() + " " + engine.getVersion();
    }
}
