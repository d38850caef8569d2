package convas.compiler;

import convas.operator.Initialization;
import convas.operator.Weight;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The values that weights start with. They depend on the seed and the weight's name alone, so adding a layer to a design
 * leaves the others' start as it was.
 */
final class InitialValues {
    private final Initialization initialization;
    private final long seed;

    InitialValues(Initialization initialization, long seed) {
        this.initialization = initialization;
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
            case FAN_IN_UNIFORM -> chosen(values, name, weight);
        }
        return values;
    }

    /** Weights of convolution and linear layers, and their biases: those have one axis. */
    private void chosen(float[] values, String name, Weight weight) {
        SplittableRandom random = stream(name);
        if (initialization == Initialization.PYTORCH) {
            uniform(values, 1 / Math.sqrt(Math.max(1, weight.initial().fanIn())), random);
        } else if (weight.shape().rank() < 2) {
            Arrays.fill(values, 0);
        } else {
            // As torch.nn.init counts: what one output element is summed from, and what one input element goes to.
            double fanIn = Math.max(1, (double) values.length / weight.shape().size(0));
            double fanOut = Math.max(1, (double) values.length / weight.shape().size(1));
            switch (initialization) {
                case KAIMING_NORMAL -> normal(values, Math.sqrt(2 / fanIn), random);
                case KAIMING_UNIFORM -> uniform(values, Math.sqrt(6 / fanIn), random);
                case XAVIER_NORMAL -> normal(values, Math.sqrt(2 / (fanIn + fanOut)), random);
                default -> uniform(values, Math.sqrt(6 / (fanIn + fanOut)), random);
            }
        }
    }

    /** Box and Muller: two normal numbers from two uniform ones. */
    private static void normal(float[] values, double deviation, SplittableRandom random) {
        for (int index = 0; index < values.length; index += 2) {
            double radius = deviation * Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            double angle = 2 * Math.PI * random.nextDouble();
            values[index] = (float) (radius * Math.cos(angle));
            if (index + 1 < values.length) {
                values[index + 1] = (float) (radius * Math.sin(angle));
            }
        }
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
