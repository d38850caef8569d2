package convas.profiling;

/**
 * Under what a profile is taken. Only profiles of the same setting on the same machine tell something of the design alone.
 *
 * @param batch samples in one run
 * @param device {@code cpu}, {@code gpu0}; in a request also {@code auto}, the first GPU where there is one
 * @param threads of the engine
 */
public record Setting(int batch, String device, ProfilingMode mode, int threads) {
    /** The same on another device. */
    public Setting on(String another) {
        return new Setting(batch, another, mode, threads);
    }
}
