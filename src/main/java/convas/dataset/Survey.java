package convas.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was met while a source of samples was looked into, beyond the samples themselves: how it was understood, what was
 * left aside, and what is odd in it. What can be asked of the samples of any kind (how many a class has, for instance) is
 * not in it.
 *
 * @param findings in the order in which they are told
 */
public record Survey(List<Finding> findings) {
    /** So many examples are named; a finding's count tells how many there are. */
    public static final int NAMED = 10;

    /** Nothing to tell. */
    public static final Survey NOTHING = new Survey(List.of());

    public Survey {
        findings = List.copyOf(findings);
    }

    /** What a finding is about. */
    public enum Topic {
        /** How the source was understood: parts and how they were recognised, which array is which. */
        STRUCTURE,
        /** Files and samples that are not used, with the reason. */
        ASIDE,
        /** What cannot be read. */
        BROKEN,
        /** How images were made into samples: turned upright, laid over white, frames of an animation. */
        IMAGES,
        /** How large the images are. */
        SIZES,
        /** What is odd about classes and labels. */
        LABELS,
        /** What is odd about values. */
        VALUES
    }

    /**
     * One thing.
     *
     * @param isWarning whether it is told before a run, and not only where the data is looked at
     * @param sentence tells all of it, the count too
     * @param count of files or samples that it is about; absent where it is about the source as a whole
     * @param examples names of the first {@link #NAMED} of them, often files; may be empty
     */
    public record Finding(
            Topic topic, boolean isWarning, DataProblem sentence, OptionalLong count, List<String> examples) {
        public Finding {
            examples = List.copyOf(examples.subList(0, Math.min(NAMED, examples.size())));
        }
    }

    /** Something about the source as a whole. */
    public static Finding note(Topic topic, String key, Object... arguments) {
        return new Finding(topic, false, DataProblem.of("", key, arguments), OptionalLong.empty(), List.of());
    }

    /** Something about the source as a whole that has to be known before a run. */
    public static Finding warning(Topic topic, String key, Object... arguments) {
        return new Finding(topic, true, DataProblem.of("", key, arguments), OptionalLong.empty(), List.of());
    }

    /** Those to be told before a run. */
    public List<DataProblem> warnings() {
        return findings.stream()
                .filter(Finding::isWarning)
                .map(Finding::sentence)
                .toList();
    }

    /** This and more. */
    public Survey with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Survey(all);
    }
}
