package convas.graph;

import convas.text.Texts;
import java.util.List;

/**
 * Something to tell the user about a design: what is wrong, where, what was expected and what was found. Never an
 * exception: all of them are collected, and what can still be known stays known.
 *
 * @param path node ids joined by {@code /} ({@code stage/0/conv}), or a place in the file ({@code edges[3]}); empty for
 *     the whole design
 * @param parameter the parameter or field in question; empty where it is the node as a whole
 * @param key the sentence's key in the resource bundles, see {@link Texts}
 * @param arguments what fills the sentence's placeholders
 */
public record Diagnostic(Severity severity, String path, String parameter, String key, List<String> arguments) {
    /** How grave it is: an error keeps the design from being built, a warning does not. */
    public enum Severity {
        ERROR,
        WARNING,
        HINT
    }

    public Diagnostic {
        arguments = List.copyOf(arguments);
    }

    public static Diagnostic error(String path, String parameter, String key, Object... arguments) {
        return new Diagnostic(Severity.ERROR, path, parameter, key, shown(arguments));
    }

    public static Diagnostic warning(String path, String parameter, String key, Object... arguments) {
        return new Diagnostic(Severity.WARNING, path, parameter, key, shown(arguments));
    }

    private static List<String> shown(Object... arguments) {
        return List.of(arguments).stream().map(String::valueOf).toList();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The sentence alone, without the place. */
    public String sentence(Texts texts) {
        return texts.get(key, arguments);
    }

    /** Place and sentence in one line: {@code stem.groups: groups must divide ...}. */
    public String line(Texts texts) {
        String place = parameter.isEmpty() ? path : path.isEmpty() ? parameter : path + "." + parameter;
        return place.isEmpty() ? sentence(texts) : place + ": " + sentence(texts);
    }
}
