package convas.cli;

import java.util.List;

/**
 * As much of a list of problems as anybody reads, a person or a program: a design of some megabytes can have millions.
 *
 * @param first in the order of the list
 * @param more how many follow that are left out
 */
public record Shown<T>(List<T> first, int more) {
    private static final int MOST = 100;

    public static <T> Shown<T> of(List<T> all) {
        int shown = Math.min(MOST, all.size());
        return new Shown<>(all.subList(0, shown), all.size() - shown);
    }

    public Shown {
        first = List.copyOf(first);
    }
}
