package convas.operator;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one forward pass of a primitive computes for one sample.
 *
 * @param macs multiplications of convolution and linear layers, the papers' "FLOPs"
 * @param operations every other arithmetic operation: bias adds, elementwise, normalisation, pooling, resizing. FLOPs
 *     are {@code 2 * macs + operations}
 * @param extras what named tools count beside the MACs, where it is not 0 (see {@link Convention})
 */
public record Work(long macs, long operations, Map<Convention, Long> extras) {
    public static final Work NONE = new Work(0, 0);

    public Work {
        extras = Map.copyOf(extras);
    }

    public Work(long macs, long operations) {
        this(macs, operations, Map.of());
    }

    /** The same work, of which a tool counts so much beside the MACs; may be negative, where it counts fewer. */
    public Work with(Convention tool, long extra) {
        Map<Convention, Long> more = new EnumMap<>(Convention.class);
        more.putAll(extras);
        more.merge(tool, extra, Math::addExact);
        more.values().removeIf(value -> value == 0);
        return new Work(macs, operations, more);
    }

    public long flops() {
        return Math.addExact(Math.multiplyExact(2, macs), operations);
    }
}
