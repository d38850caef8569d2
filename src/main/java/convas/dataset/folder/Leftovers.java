package convas.dataset.folder;

import convas.dataset.DataProblem;
import convas.dataset.Survey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Counts what a walk through folders leaves aside, by reason. For one thread. */
final class Leftovers {
    /** Why something is no sample. */
    enum Reason {
        /** A file whose name does not end as those of images that are read. */
        SUFFIX("datasurvey.aside.suffix", true),
        /** Hidden, or put there by a system or program for itself. */
        HIDDEN("datasurvey.aside.hidden", false),
        /** Deeper than any set of images is. */
        DEEP("datasurvey.aside.deep", true),
        /** A device, a pipe. */
        IRREGULAR("datasurvey.aside.irregular", true),
        /** A link to what is not there. */
        DANGLING("datasurvey.aside.dangling", true),
        /** A link to a folder that it stands in itself. */
        CIRCLE("datasurvey.aside.circle", true),
        /** An image beside the folders of classes. */
        BESIDE("datasurvey.aside.beside", true),
        /** A folder beside those that train and validate. */
        FOLDER("datasurvey.aside.folder", true);

        private final String key;
        private final boolean isWarning;

        Reason(String key, boolean isWarning) {
            this.key = key;
            this.isWarning = isWarning;
        }
    }

    private final Map<Reason, List<Path>> examples = new EnumMap<>(Reason.class);
    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    private final Map<String, Long> suffixes = new TreeMap<>();

    void add(Reason reason, Path entry) {
        counts.merge(reason, 1L, Long::sum);
        List<Path> named = examples.computeIfAbsent(reason, none -> new ArrayList<>());
        if (named.size() < Survey.NAMED) {
            named.add(entry);
        }
        if (reason == Reason.SUFFIX) {
            String suffix = FolderPlace.suffix(entry);
            suffixes.merge(suffix.isEmpty() ? "-" : "." + suffix, 1L, Long::sum);
        }
    }

    /** One finding for each reason that there was. */
    List<Survey.Finding> findings(Path folder) {
        List<Survey.Finding> findings = new ArrayList<>();
        counts.forEach((reason, count) -> {
            List<String> named = examples.get(reason).stream()
                    .map(entry -> folder.relativize(entry).toString())
                    .toList();
            Object what = reason == Reason.SUFFIX ? endings() : String.join(", ", named);
            String more = count > named.size() && reason != Reason.SUFFIX ? ", ..." : "";
            findings.add(new Survey.Finding(
                    Survey.Topic.ASIDE,
                    reason.isWarning,
                    DataProblem.of("", reason.key, count, what + more),
                    OptionalLong.of(count),
                    named));
        });
        return findings;
    }

    /** The most frequent first: {@code .webp 12, .txt 1}. */
    private String endings() {
        List<String> shown = suffixes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(Survey.NAMED)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return String.join(", ", shown) + (suffixes.size() > shown.size() ? ", ..." : "");
    }
}
