package convas.profiling;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured. */
public enum ProfilingMode {
    /** A forward pass that records nothing for gradients; each tensor is freed after its last reader. */
    INFERENCE,
    /** A forward pass with batch statistics, and the backward pass; without loss and optimiser. */
    TRAINING;

    /** As files and the command line write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProfilingMode> of(String word) {
        return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
