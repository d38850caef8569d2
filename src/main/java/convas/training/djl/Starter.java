package convas.training.djl;

import convas.engine.Failures;
import convas.graph.Diagnostic;
import convas.text.Texts;
import convas.training.RunEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whoever started this process.
 *
 * @param texts in his language
 * @param orders what he wants of the run
 * @param events where he hears of it
 */
record Starter(Texts texts, Orders orders, Consumer<RunEvent> events) {
    Failures failures() {
        return new Failures(texts, "training");
    }

    List<String> lines(List<Diagnostic> problems) {
        return problems.stream().map(problem -> problem.line(texts)).toList();
    }
}
