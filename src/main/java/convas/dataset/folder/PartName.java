package convas.dataset.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a folder's name says of the part that its images play: {@code train}, {@code Training}, {@code seg_test},
 * {@code val2017}, {@code "Test set"}.
 *
 * @param rest words of the name that say nothing of it, such as {@code flowers} in {@code flowers_train}; empty for most
 */
record PartName(Role role, String rest) {
    /** What images are for. */
    enum Role {
        TRAINING,
        VALIDATION,
        TEST,
        /** Neither: images without classes, which only are to be predicted. */
        ASIDE
    }

    private static final Map<Role, List<String>> WORDS = Map.of(
            Role.TRAINING, List.of("train", "training", "trainset", "trn"),
            Role.VALIDATION, List.of("val", "valid", "validation", "validate", "valset", "dev", "eval", "evaluation"),
            Role.TEST, List.of("test", "testing", "testset", "tst"),
            Role.ASIDE, List.of("pred", "predict", "prediction", "unlabeled", "unlabelled", "unsup"));

    /** Words that often stand beside them. */
    private static final Set<String> DECORATION = Set.of(
            "seg",
            "set",
            "data",
            "dataset",
            "image",
            "images",
            "img",
            "imgs",
            "picture",
            "pictures",
            "split",
            "sample",
            "samples");

    /** Empty where the name is not that of a part. */
    static Optional<PartName> of(String name) {
        Role role = null;
        List<String> rest = new ArrayList<>();
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            Optional<Role> said = role(word);
            if (said.isPresent() && role != null) {
                // "train_test" is both, so it is neither.
                return Optional.empty();
            } else if (said.isPresent()) {
                role = said.get();
            } else if (!DECORATION.contains(word) && !word.isEmpty()) {
                rest.add(word);
            }
        }
        return role == null ? Optional.empty() : Optional.of(new PartName(role, String.join(" ", rest)));
    }

    private static Optional<Role> role(String word) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** How usual a name is among those of the same role; less is more usual. */
    static int rank(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return WORDS.values().stream()
                .filter(words -> words.contains(plain))
                .mapToInt(words -> words.indexOf(plain))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
