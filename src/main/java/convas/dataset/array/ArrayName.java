package convas.dataset.array;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an array's name says of it: {@code x_train}, {@code trainX}, {@code val_images}, {@code labels}. A name with any
 * word that says something else, such as {@code label_names}, says nothing of what the array holds.
 *
 * @param part what its samples are for
 * @param role what it holds
 */
record ArrayName(Optional<ArrayPart> part, Optional<Role> role) {
    /** What an array holds. */
    enum Role {
        INPUTS(Set.of(
                "x",
                "xs",
                "image",
                "images",
                "img",
                "imgs",
                "input",
                "inputs",
                "feature",
                "features",
                "sample",
                "samples")),
        TARGETS(Set.of(
                "y", "ys", "label", "labels", "lbl", "lbls", "target", "targets", "class", "classes", "output",
                "outputs"));

        private final Set<String> words;

        Role(Set<String> words) {
            this.words = words;
        }
    }

    /** Means samples where nothing else does: {@code data} and {@code target}, but {@code train_data_y}. */
    private static final String DATA = "data";

    static ArrayName of(String name) {
        Reading reading = new Reading();
        String[] words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+");
        for (String word : words) {
            if (!word.isEmpty()) {
                reading.add(word);
            }
        }
        return reading.name();
    }

    private static Optional<ArrayPart> part(String word) {
        for (ArrayPart part : ArrayPart.values()) {
            if (part.words().contains(word)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static Optional<Role> role(String word) {
        for (Role role : Role.values()) {
            if (role.words.contains(word)) {
                return Optional.of(role);
            }
        }
        return word.equals(DATA) ? Optional.of(Role.INPUTS) : Optional.empty();
    }

    /** Words of a name, one after another. */
    private static final class Reading {
        private Optional<ArrayPart> part = Optional.empty();
        private Optional<Role> role = Optional.empty();
        private boolean saysElse;
        private boolean isData;

        void add(String word) {
            if (part(word).isPresent()) {
                saysElse |= part.isPresent() && !part.equals(part(word));
                part = part(word);
            } else if (word.equals(DATA)) {
                isData = true;
            } else if (role(word).isPresent()) {
                saysElse |= role.isPresent() && !role.equals(role(word));
                role = role(word);
            } else if (!split(word)) {
                saysElse = true;
            }
        }

        /** Two words written as one: {@code xtrain}, {@code trainlabels}. */
        private boolean split(String word) {
            for (int at = 1; at < word.length(); at++) {
                String first = word.substring(0, at);
                String second = word.substring(at);
                if (part(first).isPresent() && role(second).isPresent()
                        || role(first).isPresent() && part(second).isPresent()) {
                    add(first);
                    add(second);
                    return true;
                }
            }
            return false;
        }

        ArrayName name() {
            Optional<Role> said = role.isEmpty() && isData ? Optional.of(Role.INPUTS) : role;
            return new ArrayName(part, saysElse ? Optional.empty() : said);
        }
    }
}
