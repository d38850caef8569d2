package convas.analysis.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that a mistyped one may have been meant to be. */
public final class CloseMatches {
    private static final int MOST = 3;
    /** A longer one is no slip of the finger. */
    private static final int LONGEST = 256;

    private CloseMatches() {}

    /** The few nearest names, nearest first, joined by commas; where none is near, all of them, or at most eight. */
    public static String of(String wrong, Collection<String> names) {
        String lower = lower(wrong);
        List<Match> near = new ArrayList<>();
        for (String name : names) {
            match(lower, name).ifPresent(near::add);
        }
        near.sort(Comparator.comparingInt(Match::distance));
        Stream<String> shown = near.isEmpty()
                ? names.stream().limit(8)
                : near.stream().limit(MOST).map(Match::name);
        return shown.collect(Collectors.joining(", "));
    }

    private record Match(String name, int distance) {}

    /** Where lengths alone say that it is not near, nothing is compared: a name may be of any length. */
    private static Optional<Match> match(String wrong, String name) {
        String lower = lower(name);
        int shorter = Math.min(wrong.length(), lower.length());
        int far = Math.max(1, shorter / 2);
        boolean within = shorter > 2
                && Math.max(wrong.length(), lower.length()) <= LONGEST
                && (wrong.contains(lower) || lower.contains(wrong));
        if (!within && Math.abs(wrong.length() - lower.length()) > far) {
            return Optional.empty();
        }
        int distance = distance(wrong, lower);
        return within || distance <= far ? Optional.of(new Match(name, distance)) : Optional.empty();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance, upper and lower case alike. */
    static int distance(String one, String other) {
        String a = lower(one);
        String b = lower(other);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[b.length()];
    }
}
