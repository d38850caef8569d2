package convas.training.djl;

/**
 * Loss and hits added up over images.
 *
 * @param loss the sum over images
 * @param hits images whose highest score is their class'
 */
record Score(double loss, long hits, long images) {
    static final Score NONE = new Score(0, 0, 0);

    /** @param scores {@code (N, classes)} in C order */
    static Score of(double meanLoss, float[] scores, int[] labels) {
        int classes = scores.length / labels.length;
        long hits = 0;
        for (int image = 0; image < labels.length; image++) {
            int best = 0;
            for (int label = 1; label < classes; label++) {
                if (scores[image * classes + label] > scores[image * classes + best]) {
                    best = label;
                }
            }
            if (best == labels[image]) {
                hits++;
            }
        }
        return new Score(meanLoss * labels.length, hits, labels.length);
    }

    Score plus(Score other) {
        return new Score(loss + other.loss, hits + other.hits, images + other.images);
    }

    double meanLoss() {
        return loss / images;
    }

    double accuracy() {
        return (double) hits / images;
    }
}
