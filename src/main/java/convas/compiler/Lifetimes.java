package convas.compiler;

import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Until when each tensor of a program is needed: after its last reader it can go. */
final class Lifetimes {
    private final List<List<TensorRef>> endingAt;

    private Lifetimes(List<List<TensorRef>> endingAt) {
        this.endingAt = endingAt;
    }

    static Lifetimes of(Program program) {
        List<List<TensorRef>> ending = new ArrayList<>();
        Map<TensorRef, Integer> lastReader = new LinkedHashMap<>();
        for (int index = 0; index < program.steps().size(); index++) {
            Step step = program.steps().get(index);
            ending.add(new ArrayList<>());
            for (TensorRef input : step.inputs()) {
                lastReader.replace(input, index);
            }
            for (int port = 0;
                    port < step.outputShapes().size() && !program.outputs().contains(index);
                    port++) {
                // A tensor that nobody reads goes with the step that made it.
                lastReader.put(new TensorRef(index, port), index);
            }
        }
        lastReader.forEach((tensor, reader) -> ending.get(reader).add(tensor));
        return new Lifetimes(ending.stream().map(List::copyOf).toList());
    }

    /** The tensors that nothing needs once this step has run; what an Output step hands on stays. */
    List<TensorRef> endingAt(int step) {
        return endingAt.get(step);
    }
}
