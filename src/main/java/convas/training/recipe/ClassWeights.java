package convas.training.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How much each class counts in the loss.
 *
 * @param balanced as much as the others however many images it has: images / (classes * images of the class)
 * @param given one weight for each class; empty for none, or where they are balanced
 */
public record ClassWeights(boolean balanced, List<Double> given) {
    /** Every image counts the same. */
    public static final ClassWeights NONE = new ClassWeights(false, List.of());

    public static final ClassWeights BALANCED = new ClassWeights(true, List.of());

    public ClassWeights {
        given = List.copyOf(given);
    }

    public static ClassWeights of(List<Double> weights) {
        return new ClassWeights(false, weights);
    }

    /**
     * The weights for these data; empty where every image counts the same. A class without images weighs nothing where
     * they are balanced.
     *
     * @param counts training images of each class
     */
    public List<Double> of(long[] counts) {
        if (!balanced) {
            return given;
        }
        long images = 0;
        for (long count : counts) {
            images += count;
        }
        List<Double> weights = new ArrayList<>();
        for (long count : counts) {
            weights.add(count == 0 ? 0 : (double) images / ((double) counts.length * count));
        }
        return Collections.unmodifiableList(weights);
    }
}
