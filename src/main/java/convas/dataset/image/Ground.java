package convas.dataset.image;

import java.util.Locale;
import java.util.stream.Stream;

/** What shows where an image is not opaque. */
public enum Ground {
    WHITE(255),
    BLACK(0),
    /** The colours as they are stored, however opaque. */
    IGNORE(-1);

    private final int value;

    Ground(int value) {
        this.value = value;
    }

    /** As a recipe writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words, the usual one first. */
    public static String[] words() {
        return Stream.of(values()).map(Ground::word).toArray(String[]::new);
    }

    /** @param word one of {@link #words} */
    public static Ground of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What a value comes to that covers so much of 255 of the ground. */
    byte under(int sample, int opaque) {
        if (value < 0) {
            return (byte) sample;
        }
        return (byte) ((sample * opaque + value * (255 - opaque) + 127) / 255);
    }
}
