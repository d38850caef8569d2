package convas.dataset;

import java.util.List;
import java.util.Optional;

/**
 * One option of a kind of dataset.
 *
 * @param name as a recipe writes it
 * @param standard what stands for it where nothing is written, of the class that {@code type} tells; empty where
 *     something must be written
 * @param choices of a {@link Type#CHOICE}
 */
public record DatasetOption(String name, Type type, Optional<Object> standard, List<String> choices) {
    /** The name of the option that says where the files are. */
    public static final String PATH = "path";

    /** What may be written, and which class it has in {@link DatasetOptions}. */
    public enum Type {
        /** A file or folder, {@link java.nio.file.Path}. */
        PATH,
        /** Height and width in pixels, a list of two {@link Integer}; one number stands for both. */
        SIZE,
        /** One of several words, {@link String}. */
        CHOICE,
        /** A whole number greater than 0, {@link Integer}. */
        COUNT,
        /** The name of something within the source, {@link String}; empty where it is to be found out. */
        NAME
    }

    public DatasetOption {
        choices = List.copyOf(choices);
    }

    /** Where the files are; has to be written. */
    public static DatasetOption path() {
        return new DatasetOption(PATH, Type.PATH, Optional.empty(), List.of());
    }

    public static DatasetOption size(String name, int height, int width) {
        return new DatasetOption(name, Type.SIZE, Optional.of(List.of(height, width)), List.of());
    }

    /** The first of the choices stands where nothing is written. */
    public static DatasetOption choice(String name, String... choices) {
        return new DatasetOption(name, Type.CHOICE, Optional.of(choices[0]), List.of(choices));
    }

    public static DatasetOption count(String name, int standard) {
        return new DatasetOption(name, Type.COUNT, Optional.of(standard), List.of());
    }

    /** Of something within the source; where nothing is written it is found out. */
    public static DatasetOption name(String name) {
        return new DatasetOption(name, Type.NAME, Optional.of(""), List.of());
    }
}
