package convas.child;

import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A child that ended without saying so.
 *
 * @param exit its exit code; above 128, less 128, the signal that ended it
 * @param asked whether we ended it ourselves
 * @param tail its last words
 */
public record ChildDeath(int exit, boolean asked, List<String> tail) {
    private static final int SIGNALS = 128;
    private static final int SIGABRT = 6;
    private static final int SIGBUS = 7;
    private static final int SIGKILL = 9;
    private static final int SIGSEGV = 11;
    private static final int LAST_SIGNAL = 64;

    /** How HotSpot begins the report of its own crash, each line of which begins with a hash. */
    private static final String CRASH = "A fatal error has been detected by the Java Runtime Environment";

    private static final String FRAME = "Problematic frame";

    public ChildDeath {
        tail = List.copyOf(tail);
    }

    /** What happened to the process and what it said last, in the words of a house that has such processes. */
    public List<String> sentences(Texts texts, String house) {
        List<String> sentences = new ArrayList<>();
        sentences.add(what(texts, house + ".worker."));
        words().ifPresent(words -> sentences.add(texts.get(house + ".worker.last-words", words)));
        return sentences;
    }

    private String what(Texts texts, String keys) {
        if (asked) {
            return texts.get(keys + "killed-here");
        }
        if (tail.stream().anyMatch(line -> line.contains("OutOfMemoryError"))) {
            return texts.get(keys + "memory.java", exit);
        }
        if (tail.stream().anyMatch(line -> line.contains("insufficient memory") || line.contains("bad_alloc"))) {
            return texts.get(keys + "memory", exit);
        }
        int signal = exit - SIGNALS;
        return switch (signal) {
            case SIGKILL -> texts.get(keys + "killed", signal);
            case SIGABRT, SIGBUS, SIGSEGV -> texts.get(keys + "crashed", signal);
            default ->
                signal > 0 && signal <= LAST_SIGNAL
                        ? texts.get(keys + "signal", signal)
                        : texts.get(keys + "exit", exit);
        };
    }

    /**
     * Of a report of the JVM on its own crash the line that says what it was and where; else the last line that says
     * something and is no part of a stack.
     */
    private Optional<String> words() {
        List<String> report = tail.stream()
                .dropWhile(line -> !line.contains(CRASH))
                .skip(1)
                .map(ChildDeath::plain)
                .filter(ChildDeath::says)
                .toList();
        if (!report.isEmpty()) {
            return Optional.of(report.stream()
                    .dropWhile(line -> !line.startsWith(FRAME))
                    .skip(1)
                    .findFirst()
                    .map(frame -> report.get(0) + "; " + frame)
                    .orElse(report.get(0)));
        }
        return tail.stream()
                .map(String::strip)
                .filter(line -> says(line) && !line.startsWith("at ") && !line.startsWith("..."))
                .reduce((first, second) -> second);
    }

    /** A line of such a report without its hash. */
    private static String plain(String line) {
        return line.replaceFirst("^#", "").strip();
    }

    private static boolean says(String line) {
        return line.chars().anyMatch(Character::isLetterOrDigit);
    }
}
