package convas.compiler;

import convas.operator.Weight;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The values that weights start with. They depend on the seed and the weight's name alone, so adding a layer to a design
 * leaves the others' start as it was.
 */
final class InitialValues {
    private final long seed;

    InitialValues(long seed) {
        this.seed = seed;
    }

    /** Values for a weight of this name, in C order. */
    float[] of(String name, Weight weight) {
        float[] values = new float[Math.toIntExact(weight.shape().elements())];
        Weight.Initial initial = weight.initial();
        switch (initial.scheme()) {
            case ZEROS -> Arrays.fill(values, 0);
            case ONES -> Arrays.fill(values, 1);
            case CONSTANT -> Arrays.fill(values, (float) initial.value());
            case FAN_IN_UNIFORM -> uniform(values, 1 / Math.sqrt(Math.max(1, initial.fanIn())), stream(name));
        }
        return values;
    }

    private static void uniform(float[] values, double bound, SplittableRandom random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /** A stream of its own for every name: FNV-1a of the name, spread by the generator's own mixing. */
    private SplittableRandom stream(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (letter & 0xff)) * 0x100000001b3L;
        }
        return new SplittableRandom(hash ^ new SplittableRandom(seed).nextLong());
    }
}
