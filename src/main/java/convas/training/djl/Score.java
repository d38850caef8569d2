package convas.training.djl;

import convas.dataset.Targets;
import java.util.OptionalDouble;

/**
 * Loss and hits added up over images.
 *
 * @param loss the sum over images
 * @param hits images whose highest score is their class', or whose numbers are near enough; never one of whose scores is
 *     no number
 * @param judged images of which a hit could be counted; 0 where numbers are learnt of which none is right or wrong
 */
record Score(double loss, long hits, long judged, long images) {
    static final Score NONE = new Score(0, 0, 0, 0);

    /**
     * @param scores {@code (N, classes)} or {@code (N, numbers)} in C order
     * @param targets the same, where there are numbers
     * @param labels the classes, where there are some
     */
    static Score of(double meanLoss, float[] scores, float[] targets, int[] labels, Targets asked) {
        int size = asked.size();
        int images = scores.length / size;
        if (!judges(asked)) {
            return new Score(meanLoss * images, 0, 0, images);
        }
        long hits = 0;
        for (int image = 0; image < images; image++) {
            boolean right = asked instanceof Targets.Numbers numbers
                    ? isNear(scores, targets, image * size, size, numbers.tolerance())
                    : best(scores, image * size, size) == labels[image];
            hits += right ? 1 : 0;
        }
        return new Score(meanLoss * images, hits, images, images);
    }

    /** Whether an answer is right or wrong, and not only more or less near. */
    static boolean judges(Targets asked) {
        return !(asked instanceof Targets.Numbers numbers) || numbers.tolerance() > 0;
    }

    private static boolean isNear(float[] scores, float[] targets, int from, int size, double tolerance) {
        for (int index = from; index < from + size; index++) {
            // Not the other way round, so that what is no number is not near.
            if (!(Math.abs(scores[index] - targets[index]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** The first of the highest of {@code classes} scores from {@code from} on; -1 where one of them is no number. */
    static int best(float[] scores, int from, int classes) {
        int best = 0;
        for (int label = 0; label < classes; label++) {
            if (Float.isNaN(scores[from + label])) {
                return -1;
            } else if (scores[from + label] > scores[from + best]) {
                best = label;
            }
        }
        return best;
    }

    Score plus(Score other) {
        return new Score(loss + other.loss, hits + other.hits, judged + other.judged, images + other.images);
    }

    double meanLoss() {
        return loss / images;
    }

    /** Absent where no answer is right or wrong. */
    OptionalDouble accuracy() {
        return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / judged);
    }
}
