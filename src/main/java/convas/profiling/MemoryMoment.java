package convas.profiling;

import java.util.Optional;

/**
 * Activation memory right after a step ran and before what it read last is freed.
 *
 * @param path the step
 * @param predicted bytes that the analysis says; for inference
 * @param measured bytes in use beyond those before the run; absent where it could not be measured
 */
public record MemoryMoment(String path, long predicted, Optional<Long> measured) {}
