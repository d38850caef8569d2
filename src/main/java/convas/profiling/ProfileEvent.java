package convas.profiling;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What happens while a profile is taken, in order: Progress, then one Finished, Failed or Stopped. */
public sealed interface ProfileEvent {
    /** What is being done. */
    enum Phase {
        /** The engine is loaded and the network built. */
        PREPARING,
        /** The first runs, which do not count. */
        WARMING_UP,
        MEASURING,
        /** What the machine gives at best is measured; once for each device and number of threads. */
        CEILINGS,
        /** Memory is measured in runs of its own, since that takes time. */
        MEMORY
    }

    /**
     * Sent a few times a second at most.
     *
     * @param done of the phase, 0 to 1, an estimate
     */
    record Progress(Phase phase, double done) implements ProfileEvent {}

    /**
     * @param ceilings of this machine, measured now or before
     * @param file in which the profile is kept; absent where it could not be, which a warning tells
     * @param warnings sentences for the user, in the user's language
     */
    record Finished(Profile profile, Ceilings ceilings, Optional<Path> file, List<String> warnings)
            implements ProfileEvent {
        public Finished {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param problems sentences for the user, in the user's language; never empty */
    record Failed(List<String> problems) implements ProfileEvent {
        public Failed {
            problems = List.copyOf(problems);
        }
    }

    /** It was stopped, as asked; there is no profile. */
    record Stopped() implements ProfileEvent {}

    /** Whether nothing comes after it. */
    default boolean isLast() {
        return !(this instanceof Progress);
    }
}
