package convas.editor.task;

import convas.analysis.Analysis;
import convas.graph.Design;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Analyses the newest version of a design in the background. A version that comes while an older one is being analysed
 * cancels that; versions in between are never looked at.
 */
public final class BackgroundAnalysis {
    /** How a design is analysed; throws {@link CancellationException} soon after the supplier says true. */
    @FunctionalInterface
    public interface Analyst {
        Analysis analyze(Design design, BooleanSupplier cancelled);
    }

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundAnalysis.class);

    private final Tasks tasks;
    private final Analyst analyst;
    private final BiConsumer<Design, Analysis> result;
    /** The version to look at next; empty while nobody has asked since the last one was taken. */
    private final AtomicReference<Design> newest = new AtomicReference<>();

    private boolean running;

    /** @param result gets each result on the window's thread, with the design that it is about */
    public BackgroundAnalysis(Tasks tasks, Analyst analyst, BiConsumer<Design, Analysis> result) {
        this.tasks = tasks;
        this.analyst = analyst;
        this.result = result;
    }

    /** Asks for an analysis; called on the window's thread. */
    public void submit(Design design) {
        newest.set(design);
        if (!running) {
            running = true;
            next();
        }
    }

    private void next() {
        Design design = newest.getAndSet(null);
        if (design == null) {
            running = false;
            return;
        }
        tasks.start(
                () -> analyst.analyze(design, () -> newest.get() != null),
                analysis -> {
                    if (newest.get() == null) {
                        result.accept(design, analysis);
                    }
                    next();
                },
                failure -> {
                    if (!(failure instanceof CancellationException)) {
                        LOG.error("The analysis failed", failure);
                    }
                    next();
                });
    }
}
