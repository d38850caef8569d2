package convas.operator;

import java.util.List;

/**
 * What a shape rule found: output shapes in port order, or, where there are problems, none.
 */
public record Inference(List<TensorShape> outputs, List<Problem> problems) {
    public Inference {
        outputs = List.copyOf(outputs);
        problems = List.copyOf(problems);
    }

    public static Inference of(TensorShape... outputs) {
        return new Inference(List.of(outputs), List.of());
    }

    public static Inference refused(List<Problem> problems) {
        return new Inference(List.of(), problems);
    }

    public static Inference refused(Problem... problems) {
        return refused(List.of(problems));
    }

    public boolean isRefused() {
        return !problems.isEmpty();
    }
}
