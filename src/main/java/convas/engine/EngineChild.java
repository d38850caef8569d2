package convas.engine;

import com.fasterxml.jackson.databind.JsonNode;
import convas.child.ParentLink;
import java.io.IOException;
import java.util.function.Function;

/** The way of every child process that computes: the streams, the engine's settings, the work, the end. */
public final class EngineChild {
    private EngineChild() {}

    /** What it is there for. */
    @FunctionalInterface
    public interface Work {
        /** @return whether it was done */
        boolean with(ParentLink parent) throws IOException;
    }

    /**
     * Works, and ends this process.
     *
     * @param refusal what to say where the engine may not be loaded, made from the sentence that tells why
     */
    public static void run(Function<String, JsonNode> refusal, Work work) throws IOException {
        ParentLink parent = ParentLink.open();
        try {
            EngineStartup.apply();
        } catch (EngineFolderException refused) {
            parent.send(refusal.apply(refused.getMessage()));
            ParentLink.exit(false);
        }
        ParentLink.exit(work.with(parent));
    }
}
