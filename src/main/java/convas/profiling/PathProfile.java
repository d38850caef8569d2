package convas.profiling;

import java.util.Optional;

/**
 * What one path took for one batch: a primitive as measured, or a module, chain or copy as the sum over what is in it.
 *
 * @param type the primitive's type; empty for a sum
 * @param forward its time in the forward pass
 * @param backward its time in the backward pass, measured node by node; absent in inference
 * @param calls of primitives in one forward pass
 * @param macs of the forward pass
 * @param flops of the forward pass
 * @param bytesMoved bytes that the forward pass must at least read and write: inputs, weights, outputs, each once
 * @param allocatedBytes memory that was in use after the call and not before it, results and what is kept for the
 *     backward pass; absent where it could not be measured
 */
public record PathProfile(
        String path,
        String type,
        Spread forward,
        Optional<Spread> backward,
        int calls,
        long macs,
        long flops,
        long bytesMoved,
        Optional<Long> allocatedBytes) {
    /** Forward and backward. */
    public Spread total() {
        return backward.map(forward::plus).orElse(forward);
    }

    /** Floating-point operations of the forward pass a nanosecond; 0 where it took no time. */
    public double gigaflopsPerSecond() {
        return perNanosecond(flops);
    }

    /** Bytes that the forward pass must move a nanosecond; 0 where it took no time. */
    public double gigabytesPerSecond() {
        return perNanosecond(bytesMoved);
    }

    private double perNanosecond(long count) {
        return forward.middle() == 0 ? 0 : count / (forward.middle() * 1e6);
    }

    /** Both together, under another path. What is unknown of one is unknown of the sum. */
    PathProfile plus(PathProfile other, String sum) {
        return new PathProfile(
                sum,
                "",
                forward.plus(other.forward),
                backward.flatMap(one -> other.backward.map(one::plus)),
                Math.addExact(calls, other.calls),
                Math.addExact(macs, other.macs),
                Math.addExact(flops, other.flops),
                Math.addExact(bytesMoved, other.bytesMoved),
                allocatedBytes.flatMap(one -> other.allocatedBytes.map(two -> Math.addExact(one, two))));
    }

    /** This as the first part of a sum. */
    PathProfile under(String sum) {
        return new PathProfile(sum, "", forward, backward, calls, macs, flops, bytesMoved, allocatedBytes);
    }
}
