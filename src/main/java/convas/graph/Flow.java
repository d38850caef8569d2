package convas.graph;

import java.util.Locale;
import java.util.Optional;

/** Where tensors run on a sheet: which side of a card wires come from, and how a layout puts one layer after the other. */
public enum Flow {
    /** From left to right. */
    RIGHT,
    /** From top to bottom. */
    DOWN;

    /** The word in the file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Flow> of(String word) {
        for (Flow flow : values()) {
            if (flow.word().equals(word)) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }
}
