package convas.profiling;

import java.util.Optional;

/**
 * What the network took as a whole for one batch.
 *
 * @param forward measured with nobody looking on
 * @param observed the same with a clock read around every step
 * @param overhead the part of {@code observed} that is not in the steps: the engine's and this program's own work between
 *     them, and where other programs interrupted one
 * @param backward the real backward pass, in one go; absent in inference
 * @param weightBytes of parameters and buffers
 * @param peakBytes the most activation memory in use at the end of a step; absent where it could not be measured
 * @param processBytes the most memory that the measuring process had, engine and all; absent where the system does not
 *     tell
 */
public record Whole(
        Spread forward,
        Spread observed,
        Spread overhead,
        Optional<Spread> backward,
        long weightBytes,
        Optional<Long> peakBytes,
        Optional<Long> processBytes) {
    /** Forward and backward. */
    public Spread latency() {
        return backward.map(forward::plus).orElse(forward);
    }
}
