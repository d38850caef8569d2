package convas.profiling;

/**
 * The most that a machine gives, as measured on it.
 *
 * @param processor the machine's, see {@link Machine}
 * @param device and
 * @param threads that it was measured with
 * @param gigaflopsPerSecond of a large matrix product in 32-bit floats
 * @param gigabytesPerSecond read and written by adding two large tensors to a third
 * @param callMicroseconds that a call of the engine takes when there is nothing to compute
 * @param taken when, as ISO 8601 with the time zone
 */
public record Ceilings(
        String processor,
        String device,
        int threads,
        double gigaflopsPerSecond,
        double gigabytesPerSecond,
        double callMicroseconds,
        String taken) {
    /** Operations a byte from which on arithmetic, not memory, is the limit: where the roofline has its ridge. */
    public double ridge() {
        return gigaflopsPerSecond / gigabytesPerSecond;
    }

    /** Whether they were measured under what a profile was taken. */
    public boolean fit(Profile profile) {
        return processor.equals(profile.machine().processor())
                && device.equals(profile.setting().device())
                && threads == profile.setting().threads();
    }
}
