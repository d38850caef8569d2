package convas.profiling;

/**
 * Under what a profile is taken. Only profiles of the same setting on the same machine tell something of the design alone.
 *
 * @param batch samples in one run
 * @param device {@code cpu}, {@code gpu0}
 * @param threads of the engine
 */
public record Setting(int batch, String device, ProfilingMode mode, int threads) {}
