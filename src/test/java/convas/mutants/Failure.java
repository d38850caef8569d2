package convas.mutants;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mutant that ended badly.
 *
 * @param seed makes it again
 */
record Failure(long seed, Throwable fault) {
    private static final int LONGEST = 200;

    /** Two of one sign are likely of one cause: what was thrown, and the first place in the program on its way. */
    String sign() {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = root.getClass().getSimpleName() + ": " + root.getMessage();
        // A fault that the program kept a log of has the trace in its message.
        List<String> trace = Stream.concat(
                        what.lines(), Arrays.stream(root.getStackTrace()).map(frame -> "at " + frame))
                .toList();
        String place = trace.stream()
                .map(String::strip)
                .filter(line -> line.startsWith("at convas.") && !line.startsWith("at convas.mutants."))
                .filter(line -> !line.contains("WholeProgram"))
                .findFirst()
                .orElse("");
        String said = what.lines()
                .filter(line -> !line.contains("IllegalStateException: 20") && !line.contains("at java"))
                .limit(3)
                .collect(Collectors.joining(" "));
        return said.substring(0, Math.min(LONGEST, said.length())) + " " + place;
    }
}
