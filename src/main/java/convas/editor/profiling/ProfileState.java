package convas.editor.profiling;

import convas.profiling.Ceilings;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import java.util.List;
import java.util.Optional;

/**
 * What is known of measuring one design.
 *
 * @param phase how far the newest profile has come
 * @param progress of the measuring that is going on
 * @param problems why the last one could not be taken, or not kept; empty where all is well
 * @param profile the one that is shown; absent before the first
 * @param ceilings of the machine that it was taken on; absent where they were not measured
 * @param current whether the profile was taken of the design as it computes now; false after an edit
 */
public record ProfileState(
        Phase phase,
        Optional<ProfileEvent.Progress> progress,
        List<String> problems,
        Optional<Profile> profile,
        Optional<Ceilings> ceilings,
        boolean current) {
    /** Nothing is known yet. */
    public static final ProfileState NONE =
            new ProfileState(Phase.IDLE, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), true);

    /** How far a measurement has come. */
    public enum Phase {
        /** None is going on. */
        IDLE,
        RUNNING,
        /** Asked to stop; the process has not ended yet. */
        STOPPING
    }

    public ProfileState {
        problems = List.copyOf(problems);
    }

    ProfileState at(Phase other) {
        return new ProfileState(other, Optional.empty(), List.of(), profile, ceilings, current);
    }

    ProfileState progressed(ProfileEvent.Progress step) {
        return new ProfileState(phase, Optional.of(step), problems, profile, ceilings, current);
    }

    ProfileState refused(List<String> sentences) {
        return new ProfileState(Phase.IDLE, Optional.empty(), sentences, profile, ceilings, current);
    }

    ProfileState showing(Profile other, Optional<Ceilings> against, boolean fits) {
        return new ProfileState(phase, progress, problems, Optional.of(other), against, fits);
    }

    ProfileState aged(boolean fits) {
        return new ProfileState(phase, progress, problems, profile, ceilings, fits);
    }
}
