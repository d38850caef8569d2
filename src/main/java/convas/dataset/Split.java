package convas.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which images train and which validate. Stratified: of each class the same share is held back, rounded to the nearest
 * image, chosen by a shuffle of that class. Depends only on labels, share and seed; the seed is the split's own, so that
 * runs with different training seeds are compared on the same images.
 *
 * @param training image indices, ascending
 * @param validation image indices, ascending
 */
public record Split(List<Integer> training, List<Integer> validation) {
    public Split {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /** @param share of each class that validates, 0 to 1 */
    public static Split stratified(Dataset dataset, double share, long seed) {
        List<List<Integer>> byClass = new ArrayList<>();
        dataset.classes().forEach(name -> byClass.add(new ArrayList<>()));
        for (int image = 0; image < dataset.size(); image++) {
            byClass.get(dataset.label(image)).add(image);
        }
        List<Integer> training = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        for (int label = 0; label < byClass.size(); label++) {
            List<Integer> images = byClass.get(label);
            Collections.shuffle(images, new Random(Seeds.derive(seed, label)));
            int held = (int) Math.round(images.size() * share);
            validation.addAll(images.subList(0, held));
            training.addAll(images.subList(held, images.size()));
        }
        Collections.sort(training);
        Collections.sort(validation);
        return new Split(training, validation);
    }

    /** The training images in the order of one epoch, shuffled by {@code seed} and {@code epoch}. */
    public int[] order(long seed, int epoch) {
        List<Integer> shuffled = new ArrayList<>(training);
        Collections.shuffle(shuffled, new Random(Seeds.derive(seed, epoch)));
        return shuffled.stream().mapToInt(Integer::intValue).toArray();
    }
}
