package convas.dataset.array;

import convas.dataset.DataProblem;
import convas.dataset.Survey;
import convas.dataset.Targets;
import java.util.List;

/** What is learnt of each sample, and what is to be said of it. Holds arrays, so it is compared by identity. */
final class Answers {
    private final Targets targets;
    private final int[] labels;
    private final float[] numbers;
    private final Survey.Finding kind;
    private final List<Doubt> doubts;

    /**
     * Another reading of the same labels.
     *
     * @param reading as the option says it
     * @param outputs how many scores a network would give then
     * @param why tells what is odd, and what to choose
     */
    record Doubt(String reading, int outputs, DataProblem why) {}

    /**
     * Takes over the arrays.
     *
     * @param labels the class of each sample; empty where numbers are learnt
     * @param numbers of each sample, one after another; empty where there are classes
     * @param kind says what is learnt
     */
    Answers(Targets targets, int[] labels, float[] numbers, Survey.Finding kind, List<Doubt> doubts) {
        this.targets = targets;
        this.labels = labels;
        this.numbers = numbers;
        this.kind = kind;
        this.doubts = List.copyOf(doubts);
    }

    Targets targets() {
        return targets;
    }

    int[] labels() {
        return labels;
    }

    float[] numbers() {
        return numbers;
    }

    Survey.Finding kind() {
        return kind;
    }

    List<Doubt> doubts() {
        return doubts;
    }
}
