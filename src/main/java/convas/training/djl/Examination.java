package convas.training.djl;

import convas.dataset.Targets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a network gets right and wrong on images, added up batch by batch: loss, hits, hits among the best five and the
 * confusion of classes, or how far its numbers are off.
 */
final class Examination {
    private static final int BEST = 5;
    /** A larger table nobody reads, and it would be written after every epoch. */
    private static final int MOST_CLASSES = 1000;

    private final Targets asked;
    private final int outputs;
    private Score score = Score.NONE;
    private long bestHits;
    private double errors;
    private double squares;
    private long numbers;
    private long[][] confusion;

    Examination(Targets asked) {
        this.asked = asked;
        this.outputs = asked.size();
    }

    /**
     * @param scores {@code (N, outputs)} in C order
     * @param targets likewise
     * @param labels empty where the targets are numbers
     */
    void add(double meanLoss, float[] scores, float[] targets, int[] labels) {
        score = score.plus(Score.of(meanLoss, scores, targets, labels, asked));
        if (labels.length == 0) {
            numbers += scores.length;
            for (int index = 0; index < scores.length; index++) {
                double error = scores[index] - targets[index];
                errors += Math.abs(error);
                squares += error * error;
            }
            return;
        }
        if (confusion == null && outputs <= MOST_CLASSES) {
            confusion = new long[outputs][outputs];
        }
        for (int image = 0; image < labels.length; image++) {
            int at = image * outputs;
            int chosen = Score.best(scores, at, outputs);
            if (chosen < 0) {
                // No number is higher or lower than what is none: the image is taken for no class.
                continue;
            }
            float right = scores[at + labels[image]];
            int better = 0;
            for (int other = 0; other < outputs; other++) {
                // Of equal scores the one of the lower class counts as higher, as everywhere here.
                if (scores[at + other] > right || scores[at + other] == right && other < labels[image]) {
                    better++;
                }
            }
            bestHits += better < BEST ? 1 : 0;
            if (confusion != null) {
                confusion[labels[image]][chosen]++;
            }
        }
    }

    Score score() {
        return score;
    }

    /** How many images of a class (row) were taken for a class (column), those with scores left out that are no numbers; absent for numbers and too many classes. */
    Optional<long[][]> confusion() {
        return Optional.ofNullable(confusion);
    }

    /** Beside loss and accuracy, by the names that metrics have; none that says nothing. */
    Map<String, Double> measures() {
        Map<String, Double> measures = new LinkedHashMap<>();
        if (numbers > 0) {
            measures.put("validation_mean_absolute_error", errors / numbers);
            measures.put("validation_root_mean_square_error", Math.sqrt(squares / numbers));
        } else if (outputs > BEST && score.images() > 0) {
            measures.put("validation_top5_accuracy", (double) bestHits / score.images());
        }
        return measures;
    }
}
