package convas.dataset;

import java.util.Random;

/**
 * Mixes each sample of a batch with the next one, the last with the first: values and targets alike (mixup; Zhang,
 * Cisse, Dauphin, Lopez-Paz, 2018). The share of the sample itself comes from Beta(alpha, alpha), the larger one of it and
 * its rest, so that a sample's label stays the likelier.
 */
final class Mixing {
    /** Names the use of a sample's seed, so that shares are drawn apart from all else that happens to the sample. */
    private static final long SHARES = 1;

    private Mixing() {}

    /**
     * @param seed of each sample
     * @param rows values of each sample, one after the other
     */
    static void mix(float[] rows, float[] targets, long[] seeds, double alpha) {
        int count = seeds.length;
        float[] shares = new float[count];
        for (int sample = 0; sample < count; sample++) {
            shares[sample] = share(Seeds.derive(seeds[sample], SHARES), alpha);
        }
        mix(rows, shares);
        mix(targets, shares);
    }

    private static void mix(float[] rows, float[] shares) {
        int count = shares.length;
        int length = rows.length / count;
        float[] first = java.util.Arrays.copyOf(rows, length);
        for (int sample = 0; sample < count; sample++) {
            float share = shares[sample];
            for (int index = 0; index < length; index++) {
                float next = sample + 1 < count ? rows[(sample + 1) * length + index] : first[index];
                int at = sample * length + index;
                rows[at] = share * rows[at] + (1 - share) * next;
            }
        }
    }

    private static float share(long seed, double alpha) {
        Random random = new Random(seed);
        double one = gamma(alpha, random);
        double other = gamma(alpha, random);
        double share = one + other > 0 ? one / (one + other) : 1;
        return (float) Math.max(share, 1 - share);
    }

    /** A draw from Gamma(shape, 1): Marsaglia and Tsang, "A simple method for generating gamma variables", 2000. */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double cube = Math.pow(1 + c * normal, 3);
            if (cube > 0 && Math.log(random.nextDouble()) < 0.5 * normal * normal + d - d * cube + d * Math.log(cube)) {
                return d * cube;
            }
        }
    }
}
