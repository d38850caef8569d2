package convas.operator;

import convas.graph.Diagnostic;
import convas.graph.Diagnostic.Severity;
import java.util.List;

/**
 * What a node type finds wrong with one of its uses; who asked adds the node's path.
 *
 * @param parameter the parameter in question; empty where it is the input
 * @param key the sentence's key in the resource bundles
 */
public record Problem(String parameter, String key, List<String> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String parameter, String key, Object... arguments) {
        return new Problem(
                parameter, key, List.of(arguments).stream().map(String::valueOf).toList());
    }

    public Diagnostic at(String path) {
        return new Diagnostic(Severity.ERROR, path, parameter, key, arguments);
    }
}
