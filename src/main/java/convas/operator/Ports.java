package convas.operator;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The ports on one side of a node.
 *
 * @param names in order; shown on hover
 * @param more whether further ports of the last name's kind may be connected (Add, Concat)
 */
public record Ports(List<String> names, boolean more) {
    public static final Ports NONE = new Ports(List.of(), false);
    public static final Ports ONE_IN = of("in");
    public static final Ports ONE_OUT = of("out");

    public Ports {
        names = List.copyOf(names);
    }

    public static Ports of(String... names) {
        return new Ports(List.of(names), false);
    }

    /** At least {@code least} ports named {@code prefix0}, {@code prefix1}, ..., and as many more as are wanted. */
    public static Ports atLeast(int least, String prefix) {
        return new Ports(
                IntStream.range(0, least).mapToObj(index -> prefix + index).toList(), true);
    }

    /** The name of any port, also of one beyond those that there always are: {@code in2} follows {@code in1}. */
    public String name(int port) {
        if (port < names.size()) {
            return names.get(port);
        }
        return names.get(names.size() - 1).replaceAll("[0-9]+$", "") + port;
    }

    public int count() {
        return names.size();
    }
}
