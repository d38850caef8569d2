package convas.tensor;

import convas.graph.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A file of tensors cannot be read; carries what to tell the user. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final String tensor;
    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param tensor the array in question; empty where it is the file as a whole
     * @param key the sentence's key
     */
    DamagedFileException(String tensor, String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.tensor = tensor;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** What an exception of the library says, if it says anything. */
    static String reason(Exception cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }

    /** The array in question; empty where it is the file as a whole. */
    public String tensor() {
        return tensor;
    }

    /** The sentence's key in the resource bundles. */
    public String key() {
        return key;
    }

    /** What fills the sentence's placeholders. */
    public List<String> arguments() {
        return arguments.stream().map(String::valueOf).toList();
    }

    Diagnostic at(Path file) {
        return Diagnostic.error(file.toString(), tensor, key, arguments.toArray());
    }
}
