package convas.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which samples train and which validate. Stratified: of each class the same share is held back, rounded to the nearest
 * image, chosen by a shuffle of that class. Depends only on labels, share and seed; the seed is the split's own, so that
 * runs with different training seeds are compared on the same images.
 *
 * @param training sample indices, ascending
 * @param validation sample indices, ascending
 * @param test sample indices, ascending: looked at once, when a run is done; often there are none
 */
public record Split(List<Integer> training, List<Integer> validation, List<Integer> test) {
    public Split {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** Without a test. */
    public Split(List<Integer> training, List<Integer> validation) {
        this(training, validation, List.of());
    }

    /** The same with a test. */
    public Split withTest(List<Integer> other) {
        return new Split(training, validation, other);
    }

    /** @param share of each class, or where there are numbers of all samples, that validates, 0 to 1 */
    public static Split stratified(Dataset dataset, double share, long seed) {
        return stratified(dataset, IntStream.range(0, dataset.size()).boxed().toList(), share, seed);
    }

    /** The same among some of the samples; where every class is too small to hold any back, of all of them together. */
    public static Split stratified(Dataset dataset, List<Integer> samples, double share, long seed) {
        List<List<Integer>> strata = strata(dataset, samples);
        if (strata.stream().allMatch(members -> Math.round(members.size() * share) == 0)) {
            strata = List.of(new ArrayList<>(samples));
        }
        List<Integer> training = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            List<Integer> members = strata.get(stratum);
            Collections.shuffle(members, new Random(Seeds.derive(seed, stratum)));
            int held = (int) Math.round(members.size() * share);
            validation.addAll(members.subList(0, held));
            training.addAll(members.subList(held, members.size()));
        }
        Collections.sort(training);
        Collections.sort(validation);
        return new Split(training, validation);
    }

    private static List<List<Integer>> strata(Dataset dataset, List<Integer> samples) {
        if (!(dataset.targets() instanceof Targets.Classes classes)) {
            return List.of(new ArrayList<>(samples));
        }
        List<List<Integer>> strata = new ArrayList<>();
        classes.names().forEach(name -> strata.add(new ArrayList<>()));
        samples.forEach(sample -> strata.get(dataset.label(sample)).add(sample));
        return strata;
    }

    /** The training samples in the order of one epoch, shuffled by {@code seed} and {@code epoch}. */
    public int[] order(long seed, int epoch) {
        List<Integer> shuffled = new ArrayList<>(training);
        Collections.shuffle(shuffled, new Random(Seeds.derive(seed, epoch)));
        return shuffled.stream().mapToInt(Integer::intValue).toArray();
    }
}
