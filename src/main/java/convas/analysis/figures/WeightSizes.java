package convas.analysis.figures;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.graph.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** How large a program's weights are. */
public final class WeightSizes {
    private WeightSizes() {}

    /** Every weight that no array of Java could hold as bytes, so that it could be neither made nor kept. */
    public static List<Diagnostic> tooLarge(Program program) {
        long most = Integer.MAX_VALUE / Float.BYTES;
        List<Diagnostic> problems = new ArrayList<>();
        for (Step step : program.steps()) {
            step.weights().stream()
                    .filter(weight -> weight.shape().elements() > most)
                    .forEach(weight -> problems.add(Diagnostic.error(
                            step.path(),
                            weight.name(),
                            "compiler.weights.too-large",
                            weight.shape().display(),
                            weight.shape().elements(),
                            most)));
        }
        return problems;
    }
}
